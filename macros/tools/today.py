"""The day that «fristen er passert» and its like are computed for. Injected, so that a build can be repeated."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

VARIABLE = "PLANPORTAL_IDAG"


def today(environment: Mapping[str, str] | None = None) -> date:
    """Return the date in PLANPORTAL_IDAG (ÅÅÅÅ-MM-DD), else SOURCE_DATE_EPOCH (seconds, UTC), else the clock's.

    Raises ValueError, in Norwegian, when a variable is set to something else.
    """
    values = os.environ if environment is None else environment
    given, epoch = values.get(VARIABLE), values.get("SOURCE_DATE_EPOCH")
    try:
        if given:
            return date.fromisoformat(given)
        if epoch:
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        name, expected, found = (
            (VARIABLE, "en dato (år-måned-dag)", given)
            if given
            else ("SOURCE_DATE_EPOCH", "et antall sekunder", epoch)
        )
        raise ValueError(f"{name}: ventet {expected}, fant «{found}».") from error
    return date.today()
