"""The macros that anyone may use in a hand-written page: tables, lists, links and figures.

Each is a method of `Editors`; its docstring is its documentation in the editors' guide. A wrong argument raises
`ArgumentFeil` with a message for the editor; `mkdocs_events.py` gives it its place in the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..format.field_reference import reference
from ..format.paths import LISTS
from ..format.vocabulary import STATUSORD
from ..register import matrix, status_tables, timeline
from ..register.addresses import Entity, address
from ..register.entities import Plan, Register, Tiltak
from ..register.ordering import unique
from ..tools.problem import did_you_mean
from ..tools.store import Store
from .lists import PER_SIDE, Liste, lists_of, lists_on
from .markdown_bypass import StandIns
from .render import Renderer
from .slots import root
from .webp import webp_size


class ArgumentFeil(ValueError):
    """An argument of a macro that means nothing in this register. The text is for the editor."""


NOUNS = {
    "kommune": "kommuner",
    "plan": "planer",
    "tiltak": "tiltak",
    "aktør": "aktører",
    "tema": "temaer",
    "rapport": "rapporter",
}
"""What an argument may name, and the look-up it is found in."""


MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~&:\"'")
"""The signs that mean something to HTML or Markdown."""
MANGE_KORT = 40
"""More kommuner or plans than this are not shown as cards."""
PLACES = {"plan": "i", "kommune": "i", "tema": "om", "aktør": "for"}
"""What may limit a table or a list, and the word before its name in a heading."""


class Editors:
    """The macros, for the page that is being made."""

    def __init__(self, renderer: Renderer, docs: Path = Path("docs"), store: Store | None = None) -> None:
        """`docs`: the folder of the hand-written pages and their pictures; `store`: what is kept between builds."""
        self._renderer = renderer
        self._docs = docs
        self._store = store
        self._register: Register = renderer.register
        self.here = ""
        """The address of the page being made; set before each page."""
        self.stand_ins = StandIns()

    def lenke(self, id: str, tekst: str | None = None, slag: str | None = None) -> str:
        """En lenke til en kommune, plan, rapport eller aktør, et tema eller et tiltak, etter id-en. Skriv `slag` når id-en betyr flere ting, og `tekst` for en annen lenketekst."""
        entity = self._any(id, slag)
        return self._link(address(entity), tekst or str(getattr(entity, "navn", id)))

    def side(self, navn: str, tekst: str | None = None) -> str:
        """En lenke til en av listesidene: kommuner, planer, innsatsområder, temaer, aktører, rapporter, status, frister, endringer, om eller rediger."""
        if navn not in LISTS:
            raise ArgumentFeil(_unknown("siden", navn, LISTS))
        title, path = LISTS[navn]
        return self._link(path, tekst or title)

    def sitat(self, tiltak: str) -> str:
        """Den nøyaktige ordlyden i et tiltak, med plan og vedtak."""
        return self._component("sitat", self._one("tiltak", tiltak))

    def antall(self, status: str | None = None, **hvor: str) -> str:
        """Et tall: hvor mange vedtatte tiltak det er i en kommune, et tema, hos en aktør eller i alt, eller hvor mange linjer det er i en plan; med `status` bare dem som har den."""
        return str(len(self._with(status, self._counted(hvor))))

    def statustabell(self, etter: str | None = None, **hvor: str) -> str:
        """En tabell over status i en plan, en kommune, et tema eller hos en aktør, eller for alt. `etter` er det radene skal være: «plan», «innsatsområde», «kommune», «tema» eller «aktør»."""
        found = self._tiltak(hvor)
        by = etter or ("innsatsområde" if {"plan", "kommune"} & hvor.keys() else "plan")
        groups = self._groups(by, found)
        title = f"Status{self._heading(hvor)} etter {by}"
        table = status_tables.statustabell(title, by.capitalize(), groups)
        return self._component("statustabell", table, file="komponenter.html")

    def statuslinje(self, **hvor: str) -> str:
        """En stripe som viser hvor stor del av tiltakene som har hver status."""
        return self._component("statuslinje", self._counted(hvor), file="komponenter.html")

    def tiltaksliste(self, status: str | None = None, filter: bool = False, **hvor: str) -> str:
        """En tabell over tiltakene i en plan, en kommune, et tema eller hos en aktør; med `status` bare dem som har den. Med `filter=true` kan leseren avgrense og sortere den; bare én slik på en side."""
        found = self._with(status, self._tiltak(hvor))
        label = f" med status «{STATUSORD[status][0]}»" if status else ""
        title = f"Tiltak{self._heading(hvor)}{label}"
        table = "tiltak" if filter else ""
        if len(found) <= PER_SIDE["tiltak"]:
            return self._component(
                "tiltakstabell", found, title, "plan" not in hvor, table, file="komponenter.html"
            )
        whole = lists_on(self._register, "status")
        if not hvor and not status:
            return self._component("sidevalg", whole, file="komponenter.html")
        rest = f"{title}: de første {PER_SIDE['tiltak']} av {len(found)}"
        return self._component(
            "tiltakstabell", found[: PER_SIDE["tiltak"]], rest, "plan" not in hvor, file="komponenter.html"
        )

    def fristliste(self, plan: str | None = None, kommune: str | None = None, nivå: int = 2) -> str:
        """Frister, delfrister og milepæler i rekkefølge, i en plan, en kommune eller alle. `nivå` er nivået på overskriftene."""
        if plan is None and kommune is None:
            liste = lists_on(self._register, "frister")
        else:
            self._plans(plan, kommune)
            liste = lists_of(self._one("plan", plan) if plan else self._one("kommune", kommune or ""))[
                "frister"
            ]
        return self._whole(liste, "fristliste", _level(nivå))

    def endringsliste(self, antall: int | None = None, nivå: int = 2) -> str:
        """Planer, vedtak, rapporter og rettelser, nyeste først; med `antall` bare så mange. `nivå` er nivået på overskriftene."""
        if antall is not None and (type(antall) is not int or antall < 1):
            raise ArgumentFeil(f"ventet et helt tall over 0 for antall, fant «{antall}».")
        liste = lists_on(self._register, "endringer")
        if liste.lang and (antall is None or antall > PER_SIDE["endringer"]):
            return self._component("sidevalg", liste, file="komponenter.html")
        return self._component("endringsrader", liste.rader[:antall], _level(nivå))

    def kommunekort(self, nivå: int = 2) -> str:
        """Alle kommunene som kort, med status i de vedtatte planene; er de mange, som en liste etter fylke. `nivå` er nivået på overskriftene."""
        kommuner = list(self._register.kommuner.values())
        if len(kommuner) <= MANGE_KORT:
            return self._component("kommunekort", kommuner, _level(nivå))
        return self._component("kommuneliste", status_tables.kommuner_by_fylke(kommuner), _level(nivå))

    def kommuner_uten_plan(self, nivå: int = 2) -> str:
        """Navnene på alle kommunene i landet som ikke har noen plan her, etter fylke. `nivå` er nivået på overskriftene."""
        missing = [one for one in self._register.alle_kommuner.values() if not one.har_side]
        today = status_tables.kommuner_by_fylke(one for one in missing if one.finnes)
        return self._component(
            "kommuner_uten_plan", today, [one for one in missing if not one.finnes], _level(nivå)
        )

    def kommuner_i_søk(self) -> str:
        """Kommunene uten plan, skjult til noen søker på navnet til en av dem. Bare på søkesiden."""
        missing = [one for one in self._register.alle_kommuner.values() if not one.har_side]
        return self._component("kommuner_i_søk", missing)

    def planliste(self, nivå: int = 2) -> str:
        """Alle planene som kort; er de mange, som en tabell. `nivå` er nivået på overskriftene."""
        planer = list(self._register.planer.values())
        if len(planer) <= MANGE_KORT:
            return self._component("planliste", planer, _level(nivå))
        return self._whole(lists_on(self._register, "planer"), "plantabell", "Planer")

    def innsatsområdeliste(self, nivå: int = 2) -> str:
        """Alle innsatsområdene, etter plan, med temaer. `nivå` er nivået på overskriftene."""
        liste = lists_on(self._register, "innsatsområder")
        if liste.lang:
            return self._component("sidevalg", liste, file="komponenter.html")
        return self._component("innsatsområdeliste", list(self._register.planer.values()), _level(nivå))

    def temaliste(self) -> str:
        """Alle temaene med beskrivelse."""
        return self._component("temaliste", list(self._register.temaer.values()))

    def matrise(self) -> str:
        """En tabell over temaer og kommuner (over fylker når kommunene er mange) som viser hvem som arbeider med hva."""
        return self._component("matrise", matrix.matrise(self._register))

    def tidslinje(self, plan: str | None = None, kommune: str | None = None) -> str:
        """Frister og milepæler år for år, som søyler, i en plan, en kommune eller alle."""
        years = timeline.tidslinje(timeline.hendelser(self._plans(plan, kommune)))
        return self._component("tidslinje", years, file="komponenter.html")

    def aktørliste(self) -> str:
        """Alle aktørene, og hvor mange tiltak de har ansvar for eller er nevnt i."""
        return self._whole(lists_on(self._register, "aktører"), "aktørtabell")

    def rapportliste(self) -> str:
        """Alle rapportene."""
        return self._whole(lists_on(self._register, "rapporter"), "rapportrader")

    def søkefelt(self) -> str:
        """Et felt som søker på hele nettstedet. Bare ett på en side."""
        return self._component("søkefelt")

    def nøkkeltall(self) -> str:
        """De viktigste tallene for hele nettstedet."""
        adopted = self._counted({})
        reported = [one for one in adopted if one.status != "ikke-rapportert"]
        return self._component(
            "nøkkeltall",
            [
                ("kommuner", len(self._register.kommuner)),
                ("planer", len(self._register.planer)),
                ("vedtatte tiltak", len(adopted)),
                ("med rapportert status", len(reported)),
                ("aktører", len(self._register.aktører)),
            ],
        )

    def feltliste(self, slag: str | None = None, nivå: int = 2) -> str:
        """Alle feltene i dataene, med forklaring; med `slag` bare dem i én slags fil. `nivå` er nivået på overskriftene."""
        known = {one.navn: (one, groups) for one, groups in reference(self._store)}
        if slag is not None and slag not in known:
            raise ArgumentFeil(_unknown("filslaget", slag, known))
        wanted = list(known.values()) if slag is None else [known[slag]]
        return self._component("feltliste", wanted, _level(nivå), file="felt.html")

    def bilde(self, navn: str, tekst: str) -> str:
        """Et bilde av nettstedet fra `docs/assets/bilder/`, laget av `tests/lag_bilder.py`. `tekst` sier hva det viser, til dem som ikke ser det."""
        folder = self._docs / "assets/bilder"
        known = [path.stem.removesuffix("-smal") for path in sorted(folder.glob("*-smal.webp"))]
        if navn not in known:
            raise ArgumentFeil(_unknown("bildet", navn, known))
        wide, narrow = (webp_size(folder / f"{name}.webp") for name in (navn, f"{navn}-smal"))
        return self._component("bilde", navn, tekst, wide, narrow, file="felt.html")

    def _link(self, target: str, text: str) -> str:
        """A link within a line, whose text Markdown too leaves alone."""
        escaped = "".join(f"&#{ord(sign)};" if sign in MARKUP else sign for sign in str(text))
        return f'<a href="{root(self.here)}{target}">{escaped}</a>'

    def _whole(self, liste: Liste, component: str, *arguments: object) -> str:
        """All of a list, or the contents of its pages when it is long."""
        if liste.lang:
            return self._component("sidevalg", liste, file="komponenter.html")
        return self._component(component, liste.rader, *arguments)

    def _component(self, name: str, *arguments: Any, file: str = "lister.html") -> str:
        html = self._renderer.component(name, self.here, *arguments, file=file)
        return self.stand_ins.take(html)

    def _one(self, noun: str, id_: str) -> Any:
        known = getattr(self._register, NOUNS[noun])
        if not isinstance(id_, str) or id_ not in known:
            raise ArgumentFeil(_unknown(noun, id_, known))
        return known[id_]

    def _plans(self, plan: str | None, kommune: str | None) -> list[Plan]:
        """That plan, the plans of that kommune, or all."""
        if plan is not None and kommune is not None:
            raise ArgumentFeil("ventet enten plan eller kommune, fant begge.")
        if plan is not None:
            return [self._one("plan", plan)]
        if kommune is not None:
            return list(self._one("kommune", kommune).planer)
        return list(self._register.planer.values())

    def _any(self, id_: str, noun: str | None) -> Entity:
        if noun is not None and noun not in NOUNS:
            raise ArgumentFeil(_unknown("slaget", noun, NOUNS))
        nouns = [noun] if noun else list(NOUNS)
        found = [one for one in nouns if id_ in getattr(self._register, NOUNS[one])]
        if len(found) > 1:
            raise ArgumentFeil(f'«{id_}» er både {" og ".join(found)}. Legg til slag="{found[0]}".')
        if not found:
            known = [key for one in nouns for key in getattr(self._register, NOUNS[one])]
            raise ArgumentFeil(_unknown("id-en", id_, known))
        return self._one(found[0], id_)  # type: ignore[no-any-return]

    def _with(self, status: str | None, tiltak: list[Tiltak]) -> list[Tiltak]:
        """Those with that status; all when none is asked for."""
        if status is None:
            return tiltak
        if status not in STATUSORD:
            raise ArgumentFeil(_unknown("statusen", status, STATUSORD))
        return [one for one in tiltak if one.status == status]

    def _tiltak(self, hvor: dict[str, str]) -> list[Tiltak]:
        """The lines of plans that are in all of these places; all of them when no place is named."""
        found = list(self._register.tiltak.values())
        for noun, id_ in hvor.items():
            if noun not in PLACES:
                hint = did_you_mean(noun, (*PLACES, "status", "etter"))
                raise ArgumentFeil(f"kjenner ikke argumentet «{noun}». {hint}".strip())
            inside = {id(one) for one in self._one(noun, id_).tiltak}
            found = [one for one in found if id(one) in inside]
        return found

    def _counted(self, hvor: dict[str, str]) -> list[Tiltak]:
        """Like `_tiltak`, but drafts and steps only when their own plan is named."""
        found = self._tiltak(hvor)
        return found if "plan" in hvor else [one for one in found if one.plan.telles]

    def _heading(self, hvor: dict[str, str]) -> str:
        """« i Modum om Samferdsel»."""
        return "".join(f" {PLACES[noun]} {self._one(noun, id_).navn}" for noun, id_ in hvor.items())

    def _groups(self, by: str, tiltak: list[Tiltak]) -> list[status_tables.Group]:
        if by == "plan":
            return [*status_tables.by_plan(tiltak)]
        if by == "innsatsområde":
            parts = unique(one.område for one in tiltak if one.område)
            rest = status_tables.by_plan(one for one in tiltak if not one.område)
            inside: dict[int, list[Tiltak]] = {}
            for one in tiltak:
                inside.setdefault(id(one.område), []).append(one)
            return [*((d.navn, d, inside[id(d)]) for d in parts), *rest]
        if by in ("kommune", "tema", "aktør"):
            entities = getattr(self._register, NOUNS[by]).values()
            wanted = {id(one) for one in tiltak}
            groups = [(e.navn, e, [one for one in e.tiltak if id(one) in wanted]) for e in entities]
            return [group for group in groups if group[2]]
        raise ArgumentFeil(_unknown("inndelingen", by, ("plan", "innsatsområde", "kommune", "tema", "aktør")))


def _level(nivå: object) -> int:
    """A heading's level that a page may use."""
    if type(nivå) is not int or nivå not in (2, 3, 4, 5):
        raise ArgumentFeil(f"ventet 2, 3, 4 eller 5 for nivå, fant «{nivå}».")
    return nivå


def _unknown(noun: str, word: str, known: Iterable[str]) -> str:
    definite = {
        "kommune": "kommunen",
        "plan": "planen",
        "tiltak": "tiltaket",
        "aktør": "aktøren",
        "tema": "temaet",
    }
    hint = did_you_mean(str(word), known)
    return f"kjenner ikke {definite.get(noun, noun)} «{word}». {hint}".strip()


def macros(editors: Editors) -> dict[str, Any]:
    """The public methods, by name."""
    return {name: getattr(editors, name) for name in vars(Editors) if not name.startswith("_")}
