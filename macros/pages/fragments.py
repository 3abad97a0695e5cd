"""The smallest pieces of a page, of which every page has dozens: links, status marks and printed cells.

They are made in Python and kept, because a macro call of Jinja costs as much as the rest of such a piece: a measure's
page takes two thirds of the time it took when they were macros. What is made of them is in `templates/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from ..format.ansvar import Bit
from ..format.meldt import TELLEORD, Meldt
from ..format.vocabulary import STATUSORD
from ..register.addresses import Entity, address
from ..register.entities import Aktør, Kommune, Plan
from ..tools.language import say, spoken
from .placeholders import ROT

MOST_KEPT = 5_000
"""So many pieces are kept; then all are forgotten, as neighbouring pages have more in common than distant ones."""


class Pieces:
    """Makes each piece once for one register; its methods are the templates' functions of the same names."""

    def __init__(self, aktører: Mapping[str, Aktør]) -> None:
        self._aktører = aktører
        # Each with what it is made of: while that is kept here, nothing else has its `id`.
        self._urls: dict[int, tuple[str, object]] = {}
        self._links: dict[tuple[int, str | None], tuple[Markup, object]] = {}
        self._kept: dict[tuple[object, ...], tuple[Markup, object]] = {}
        reported = [Meldt(status, del_) for status in STATUSORD for del_ in (False, True)]
        self._statuses: dict[Meldt | str, Markup] = {
            one: _statusmerke(one.telles, one.navn) for one in reported
        }
        self._statuses |= {key: _statusmerke(key, say(label)) for key, (label, _) in TELLEORD.items()}

    def functions(self) -> dict[str, Callable[..., Any]]:
        """Return the functions by the names the templates call them by."""
        links = (self.url, self.url_til, self.lenke, self.lenker)
        public = (*links, self.statusmerke, self.biter, self.celle, self.på_språket, self.husk)
        return {one.__name__: one for one in public}

    def url(self, ting: Entity) -> str:
        """Return the way to a thing, by way of the site's root."""
        found = self._urls.get(id(ting))
        if found is None:
            found = self._urls[id(ting)] = ROT + address(ting), ting
        return found[0]

    def url_til(self, sti: str) -> str:
        """Return the way to an address within the site."""
        return ROT + sti

    def lenke(self, ting: Any, tekst: str | None = None) -> Markup:
        """Return a link to a thing, by its name or another text; of a kommune that has no page the text alone."""
        kept = self._links.get((id(ting), tekst))
        if kept is None:
            text = escape(ting.navn if tekst is None else tekst)
            found = Markup(f"<a href={_value(self.url(ting))}>{text}</a>")
            if isinstance(ting, Kommune) and not ting.har_side:
                found = text
            if len(self._links) > MOST_KEPT:
                self._links.clear()
            kept = self._links[id(ting), tekst] = found, ting
        return kept[0]

    def lenker(self, liste: Sequence[Any]) -> Markup:
        """Return links to several things: «a, b og c»."""
        links = [self.lenke(ting) for ting in liste]
        return Markup(" og ").join(filter(None, (Markup(", ").join(links[:-1]), *links[-1:])))

    def statusmerke(self, status: Meldt | str) -> Markup:
        """Return the mark of what is reported of a measure, or of what measures are counted as (a key of `TELLEORD`)."""
        return self._statuses[status]

    def biter(self, bits: Sequence[Bit]) -> Markup:
        """Return a cut cell with its aktører as links; joined, the texts of the bits are the cell as printed."""
        return Markup("").join(
            self.lenke(self._aktører[bit.aktør], bit.tekst) if bit.aktør else bit.tekst for bit in bits
        )

    def celle(self, tekst: str) -> Markup:
        """Return a printed cell; what it lacks is said beside it, marked as ours."""
        if tekst == "":
            return Markup('<span class="tom">{}</span>').format(say("Ikke oppgitt i planen"))
        if tekst.strip() == "???":
            return escape(tekst) + Markup(' <span class="tolkning">{}</span>').format(
                say("uavklart i planen")
            )
        return escape(tekst)

    def på_språket(self, plan: Plan) -> Markup:
        """Return the attribute that what a plan prints has where its language is not that of the page."""
        other = plan.data.språk != spoken()
        return Markup(' lang="{}"').format(plan.data.språk) if other else Markup("")

    def husk(self, macro: Callable[..., Markup], *arguments: Any) -> Markup:
        """Return what a macro makes of these things, made only once: for what many pages share.

        The macro may depend on nothing else. A list counts as the same when the same things stand in it.
        """
        key = (macro, *map(_identity, arguments))
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = macro(*arguments), arguments
        return found[0]


_PLAIN = re.compile(rf"[\w.#/{ROT}-]+")


def _value(address: str) -> str:
    """Return an address as the value of an attribute, with quotes only where HTML needs them: there are dozens a page."""
    return address if _PLAIN.fullmatch(address) else f'"{escape(address)}"'


def _identity(argument: object) -> object:
    if isinstance(argument, list | tuple):
        return tuple(map(id, argument))
    return argument if isinstance(argument, str | int | None) else id(argument)


def _statusmerke(key: str, text: str) -> Markup:
    return Markup(f"<span class=status--{css(key)}>{escape(text)}</span>")


def css(text: str) -> str:
    """Return a word as the name of a class or a field: small ASCII letters and hyphens."""
    return text.replace("æ", "ae").replace("ø", "o").replace("å", "a").replace(" ", "-")
