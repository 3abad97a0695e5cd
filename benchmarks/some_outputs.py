"""A hook of MkDocs that leaves out some of what the site is made of, so that the rest can be measured by itself.

It stands in the configurations that `contenders.add_shares` writes beside a project's own. The pages stay the same bytes, with
links to what is left out: they are what is compared with peers that make pages only.
"""

from __future__ import annotations

import os

from macros.building import outputs
from macros.building.export_outputs import EXPORTS
from macros.building.follow_outputs import FOLLOW
from macros.building.output import Output

SHARE = "PLANPORTAL_BENCH_UT"
"""The variable that says what to make: a key of `SHARES`."""
BARE_PAGES = frozenset({"kort", "videresending"})
"""Outputs that are HTML of their own, without the theme's frame."""


def _is_page(output: Output) -> bool:
    return output.page is not None or output.name in BARE_PAGES


SHARES = {
    "pages": tuple(filter(_is_page, outputs.OUTPUTS)),
    "no-exports": tuple(one for one in outputs.OUTPUTS if one not in (*EXPORTS, *FOLLOW)),
}
if missing := BARE_PAGES - {one.name for one in outputs.OUTPUTS}:
    raise LookupError(f"no output is called {', '.join(sorted(missing))}")
outputs.OUTPUTS = SHARES[os.environ[SHARE]]
