"""Write a cell of a spreadsheet as it is shown: by its number format, as Excel shows it in Norway.

A format is what the file says («yyyy», «mmm yy», «#,##0 "kr"», «0 %»). A day keeps its own order and separators; a decimal
keeps its point, as the file cannot say whether it is an amount or the number of a tiltak, except where thousands are grouped
or it is a share. What is not understood is written plainly, and `is_understood` says so.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from ...format.frist import MÅNEDER

_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_SHORT_DAY = "dd.mm.yyyy"
"""How Windows writes a day in Norway."""
_BY_COUNTRY = {"mm-dd-yy": _SHORT_DAY, "m/d/yy h:mm": f"{_SHORT_DAY} hh:mm", "m/d/yyyy": _SHORT_DAY}
"""The formats of which the country decides all: numbers 14 and 22 of ECMA-376, part 1, 18.8.30."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<gap>_.)|(?P<fill>\*.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<clock>AM/PM|A/P)|(?P<part>y+|m+|d+|h+|s+|e+)|(?P<fraction>\.0+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"[0#?][0#?, \u00a0.]*[0#?]|[0#?]")


def as_shown(value: object, number_format: str = "General") -> str:
    """Return the value of a cell as text, as its format shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "SANN" if value else "USANN"
    if isinstance(value, datetime | date | time):
        return _day(value, number_format) or _plain_day(value)
    if isinstance(value, int | float):
        shown = _number(value, number_format)
        return _plain_number(value) if shown is None else shown
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def is_understood(value: object, number_format: str) -> bool:
    """Return whether `as_shown` writes a number or a day as its format says."""
    if isinstance(value, datetime | date | time):
        return bool(_day(value, number_format))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, number_format) is not None
    return True


def has_year(number_format: str) -> bool:
    """Return whether a format of a day shows the year and the day: Excel makes days without one of «1.1» and «3-4»."""
    parts = {(found["part"] or "")[:1].lower() for found in _TOKEN.finditer(_of_country(number_format))}
    return not parts & {"d", "m"} or {"y", "d"} <= parts or parts & {"h", "s"} != set()


def _of_country(number_format: str) -> str:
    """Return the first part of a format, written out where the country decides it."""
    first = number_format.partition(";")[0].strip()
    if re.match(r"\[\$-(?:x-sysdate|F800)\]", first, re.IGNORECASE):
        return "dddd d. mmmm yyyy"
    return _BY_COUNTRY.get(first, first)


def _plain_day(value: date | time) -> str:
    """Return a day as d.m.yyyy, the time of day as hh:mm."""
    return f"{value:%H:%M}" if isinstance(value, time) else f"{value.day}.{value.month}.{value.year}"


def _day(value: date | time, number_format: str) -> str:
    """Return a day or a time of day by its format; «» when the format is not understood."""
    tokens = list(_TOKEN.finditer(_of_country(number_format)))
    kinds = [(found["part"] or "")[:1].lower() for found in tokens]
    if not any(kinds):
        return ""
    moment = value if isinstance(value, datetime) else None
    clock = value if isinstance(value, time) else moment.time() if moment else time()
    day = None if isinstance(value, time) else value
    half = any(found["clock"] for found in tokens)
    shown: list[str] = []
    for i, found in enumerate(tokens):
        if found["part"] is not None:
            before = next((kind for kind in reversed(kinds[:i]) if kind), "")
            after = next((kind for kind in kinds[i + 1 :] if kind), "")
            kind = "minute" if kinds[i] == "m" and (before == "h" or after == "s") else kinds[i]
            text = _part(kind, len(found["part"]), day, clock, half=half)
            if text is None:
                return ""
            shown.append(text)
        elif found["bracket"] is not None:
            if not re.match(r"\$-|\$", found["bracket"]) and not re.fullmatch(
                r"[A-Za-z]+\d*", found["bracket"]
            ):
                return ""
            if re.fullmatch(r"[hms]+", found["bracket"], re.IGNORECASE):
                return ""
        elif found["clock"] is not None:
            shown.append("AM" if clock.hour < 12 else "PM")
        elif found["fraction"] is not None or found["other"] in ("0", "#", "?", "@"):
            return ""
        else:
            other = "." if found["other"] == "/" else found["other"]
            shown.append(found["quoted"] or found["escaped"] or other or "")
    return "".join(shown).strip()


def _part(kind: str, length: int, day: date | None, clock: time, *, half: bool) -> str | None:
    """Return a part of a day or time as so many letters of a format show it; None when there is no such."""
    hour = (clock.hour % 12 or 12) if half else clock.hour
    numbers = {"h": hour, "minute": clock.minute, "s": clock.second}
    if kind in numbers:
        return f"{numbers[kind]:02}" if length > 1 else str(numbers[kind])
    if day is None:
        return None
    if kind in ("y", "e"):
        return f"{day.year % 100:02}" if kind == "y" and length < 3 else str(day.year)
    number, name = (day.month, MÅNEDER[day.month - 1]) if kind == "m" else (day.day, _DAYS[day.weekday()])
    if length < 3:
        return f"{number:02}" if length == 2 else str(number)
    return name[:1] if length == 5 else name[:3] if length == 3 else name


def _plain_number(value: float) -> str:
    """Return a number as it is shown without a format: as few decimals as say it."""
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}"


def _number(value: float, number_format: str) -> str | None:
    """Return a number by its format; None when the format is not understood."""
    if number_format in ("General", "@", "Standard", ""):
        return _plain_number(value)
    sections = number_format.split(";")
    if any(re.search(r"\[[<>=]", section) for section in sections):
        return None
    negative = value < 0 and len(sections) > 1
    section = sections[1] if negative else sections[2] if value == 0 and len(sections) > 2 else sections[0]
    pieces: list[str] = []
    texts: list[str] = []
    for found in _TOKEN.finditer(section):
        if found["part"] or found["clock"]:
            return None
        literal = found["quoted"] if found["quoted"] is not None else found["escaped"]
        if found["bracket"] is not None:
            currency = re.match(r"\$([^-\]]*)", found["bracket"])
            literal = currency[1] if currency else ""
        if literal is None:
            pieces.append("" if found["gap"] or found["fill"] else found[0])
        elif literal == " " and found["escaped"]:
            pieces.append(" ")
        else:
            # A letter of ours keeps the place of a text, which may hold what means something in a format.
            pieces.append(chr(0xE000 + len(texts)))
            texts.append(literal)
    pattern = "".join(pieces)
    if "General" in pattern:
        shown = pattern.replace("General", _plain_number(abs(value) if negative else value))
    else:
        figures = _NUMBER.search(pattern)
        if figures is None:
            return None
        before, after = pattern[: figures.start()], pattern[figures.end() :]
        rest = before + after
        if re.search(r"[0#?/@E]", rest):
            return None
        scale = len(after) - len(after.lstrip(","))
        digits = _digits(abs(value), figures[0], percent=rest.count("%"), scale=scale)
        if digits is None:
            return None
        minus = "-" if value < 0 and not negative and re.search("[1-9]", digits) else ""
        shown = f"{minus}{before}{digits}{after.lstrip(',')}"
    for i, text in enumerate(texts):
        shown = shown.replace(chr(0xE000 + i), text)
    return shown.strip()


def _digits(value: float, pattern: str, *, percent: int, scale: int) -> str | None:
    """Return the figures of a number by the signs of a format that stand for figures; None when it cannot be written so."""
    whole, _, decimals = pattern.partition(".")
    if re.search(r"[^0#?]", decimals):
        return None
    try:
        exact = Decimal(repr(value)) * 100**percent / 1000**scale
        rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    except (InvalidOperation, OverflowError):
        return None
    figures, _, after = f"{rounded:f}".partition(".")
    least = len(decimals.rstrip("#?"))
    while len(after) > least and after.endswith("0"):
        after = after[:-1]
    grouped = "," in whole
    places = whole.replace(",", "")
    figures = figures.lstrip("0").rjust(places.count("0"), "0")
    if grouped:
        text = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", " ", figures)
    else:
        # Spaces between the figures, as of a telephone number, stand where the format has them.
        text, left = "", figures
        for sign in reversed(places):
            if sign in "0#?":
                text, left = left[-1:] + text, left[:-1]
            else:
                text = (sign if left else "") + text
        text = left + text
    text = text or ("" if after else "0" if "0" in places else "")
    mark = "," if grouped or percent else "."
    return f"{text}{mark}{after}" if after else text
