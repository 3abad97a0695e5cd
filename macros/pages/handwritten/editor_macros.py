"""The macros that anyone may use in a hand-written page: tables, lists, links and figures.

Each is a method of `Editors`; its docstring is its documentation in the editors' guide. A wrong argument raises
`ArgumentFeil` with a message for the editor (see `macro_arguments.py`); `building/` gives it its place in the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...exports.published import ORIGINS
from ...exports.tables import BY_NAME
from ...format.field_reference import reference
from ...format.meldt import TELLEORD
from ...format.paths import LISTS
from ...register import history
from ...register.addresses import address
from ...register.entities import Kommune, Register
from ...tools.store import Store
from ...views import data_quality, deadlines, front, matrix, status_tables, telling, timeline
from ..long_lists import PER_SIDE, Liste, lists_of, lists_on
from ..placeholders import root
from ..render import Renderer
from ..webp import webp_size
from .macro_arguments import ArgumentFeil, Arguments, heading_level, unknown
from .markdown_bypass import StandIns

MARKUP = frozenset("\\`*_{}[]()<>#+-.!|~&:\"'")
"""The signs that mean something to HTML or Markdown."""
MANGE_KORT = 40
"""More kommuner or plans than this are not shown as cards."""


class Editors:
    """The macros, for the page that is being made."""

    def __init__(self, renderer: Renderer, docs: Path = Path("docs"), store: Store | None = None) -> None:
        """`docs`: the folder of the hand-written pages and their pictures; `store`: what is kept between builds."""
        self._renderer = renderer
        self._docs = docs
        self._store = store
        self._register: Register = renderer.register
        self._given = Arguments(renderer.register)
        self.here = ""
        """The address of the page being made; set before each page."""
        self.stand_ins = StandIns()

    def lenke(self, id: str, tekst: str | None = None, slag: str | None = None) -> str:
        """En lenke til en kommune, plan, rapport eller aktør, et tema eller et tiltak, etter id-en. Skriv `slag` når id-en betyr flere ting, og `tekst` for en annen lenketekst."""
        entity = self._given.any(id, slag)
        return self._link(address(entity), tekst or str(getattr(entity, "navn", id)))

    def side(self, navn: str, tekst: str | None = None) -> str:
        """En lenke til en av listesidene: kommuner, planer, innsatsområder, temaer, aktører, rapporter, status, frister, endringer, om eller rediger."""
        if navn not in LISTS:
            raise ArgumentFeil(unknown("siden", navn, LISTS))
        title, path = LISTS[navn]
        return self._link(path, tekst or title)

    def sitat(self, tiltak: str) -> str:
        """Den nøyaktige ordlyden i et tiltak, med plan og vedtak."""
        return self._component("sitat", self._given.one("tiltak", tiltak))

    def antall(self, status: str | None = None, **hvor: str) -> str:
        """Et tall: hvor mange vedtatte tiltak det er i en kommune, et tema, hos en aktør eller i alt, eller hvor mange linjer det er i en plan; med `status` bare dem som har den. `status="en-del"` er dem der en kilde bare sier noe om en del."""
        return str(len(self._given.with_status(status, self._given.counted(hvor))))

    def statustabell(self, etter: str | None = None, **hvor: str) -> str:
        """En tabell over status i en plan, en kommune, et tema eller hos en aktør, eller for alt. `etter` er det radene skal være: «plan», «innsatsområde», «kommune», «tema» eller «aktør»."""
        found = self._given.tiltak(hvor)
        by = etter or ("innsatsområde" if {"plan", "kommune"} & hvor.keys() else "plan")
        groups = self._given.groups(by, found)
        title = f"Status{self._given.heading(hvor)} etter {by}"
        shares = by != "aktør" and "aktør" not in hvor
        i = self._given.one("kommune", hvor["kommune"]) if "kommune" in hvor else None
        table = status_tables.statustabell(title, by.capitalize(), groups, andeler=shares, i=i)
        return self._component("statustabell", table, file="komponenter.html")

    def statuslinje(self, **hvor: str) -> str:
        """Et bilde med én rute for hvert tiltak, merket med status, med tallene i ord under. For en aktør bare tallene: status gjelder tiltaket, ikke aktørens innsats."""
        return self._component(
            "stripe_med_ord", self._given.counted(hvor), "aktør" not in hvor, file="komponenter.html"
        )

    def tiltaksliste(self, status: str | None = None, filter: bool = False, **hvor: str) -> str:
        """En tabell over tiltakene i en plan, en kommune, et tema eller hos en aktør; med `status` bare dem som har den. Med `filter=true` kan leseren avgrense og sortere den; bare én slik på en side."""
        found = self._given.with_status(status, self._given.tiltak(hvor))
        label = f" med status «{TELLEORD[status][0]}»" if status else ""
        title = f"Tiltak{self._given.heading(hvor)}{label}"
        table = "tiltak" if filter else ""
        if len(found) <= PER_SIDE["tiltak"]:
            return self._component(
                "tiltakstabell", found, title, "plan" not in hvor, table, file="komponenter.html"
            )
        whole = lists_on(self._register, "status")
        if not hvor and not status:
            return self._component("sidevalg", whole, table, file="komponenter.html")
        rest = f"{title}: de første {PER_SIDE['tiltak']} av {len(found)}"
        return self._component(
            "tiltakstabell", found[: PER_SIDE["tiltak"]], rest, "plan" not in hvor, file="komponenter.html"
        )

    def fristliste(self, plan: str | None = None, kommune: str | None = None, nivå: int = 2) -> str:
        """Frister, delfrister og milepæler i en plan eller en kommune i rekkefølge, eller alle, med dem som kommer først. `nivå` er nivået på overskriftene."""
        if plan is None and kommune is None:
            liste = lists_on(self._register, "frister")
            whole = deadlines.oversikt(liste.rader, self._renderer.idag)
            return self._component("fristoversikt", whole, liste, heading_level(nivå), file="frister.html")
        self._given.plans(plan, kommune)
        liste = lists_of(
            self._given.one("plan", plan) if plan else self._given.one("kommune", kommune or "")
        )["frister"]
        return self._whole(liste, "fristliste", heading_level(nivå))

    def endringsliste(self, antall: int | None = None, nivå: int = 2) -> str:
        """Planer, vedtak, rapporter og rettelser, nyeste først; med `antall` bare så mange. `nivå` er nivået på overskriftene."""
        if antall is not None and (type(antall) is not int or antall < 1):
            raise ArgumentFeil(f"ventet et helt tall over 0 for antall, fant «{antall}».")
        liste = lists_on(self._register, "endringer")
        if liste.lang and (antall is None or antall > PER_SIDE["endringer"]):
            newest = self._component("endringsrader", liste.sider[0].rader, heading_level(nivå))
            return f"{newest}\n\n{self._component('sidevalg', liste, file='komponenter.html')}"
        return self._component("endringsrader", liste.rader[:antall], heading_level(nivå))

    def datakvalitet(self) -> str:
        """En tabell over hva dataene mangler, kommune for kommune: tiltak uten status, aktør, frist, kjent vedtak og adresse til kilden."""
        return self._component("datakvalitet", data_quality.kvalitet(self._register))

    def kommunekort(self, nivå: int = 2) -> str:
        """Alle kommunene som kort, med status i de vedtatte planene; er de mange, som en liste etter fylke. `nivå` er nivået på overskriftene."""
        kommuner = list(self._register.kommuner.values())
        if len(kommuner) <= MANGE_KORT:
            return self._component("kommunekort", kommuner, heading_level(nivå))
        return self._component("kommuneliste", status_tables.kommuner_by_fylke(kommuner), heading_level(nivå))

    def kommuner_uten_plan(self, nivå: int = 2) -> str:
        """Navnene på alle kommunene i landet som ikke har noen plan her, etter fylke. `nivå` er nivået på overskriftene."""
        missing = self._without_page()
        today = status_tables.kommuner_by_fylke(one for one in missing if one.finnes)
        return self._component(
            "kommuner_uten_plan", today, [one for one in missing if not one.finnes], heading_level(nivå)
        )

    def kommuner_i_søk(self) -> str:
        """Kommunene uten plan, skjult til noen søker på navnet til en av dem. Bare på søkesiden."""
        return self._component("kommuner_i_søk", self._without_page())

    def planliste(self, nivå: int = 2) -> str:
        """Alle planene som kort; er de mange, som en tabell. Planer som er erstattet, står i en liste under. `nivå` er nivået på overskriftene."""
        planer = history.plans_of_today(self._register)
        past = self._component("tidligere_planer", history.past_plans(self._register), heading_level(nivå))
        if len(planer) <= MANGE_KORT:
            return self._component("planliste", planer, heading_level(nivå)) + "\n\n" + past
        return self._whole(lists_on(self._register, "planer"), "plantabell", "Planer") + "\n\n" + past

    def innsatsområdeliste(self, nivå: int = 2) -> str:
        """Alle innsatsområdene, etter plan, med temaer. `nivå` er nivået på overskriftene."""
        liste = lists_on(self._register, "innsatsområder")
        if liste.lang:
            return self._component("sidevalg", liste, file="komponenter.html")
        return self._component(
            "innsatsområdeliste", history.plans_of_today(self._register), heading_level(nivå)
        )

    def temaliste(self, kort: bool = False) -> str:
        """Alle temaene med beskrivelse; med `kort=true` bare navn og antall linjer."""
        return self._component("temaliste", list(self._register.temaer.values()), kort)

    def matrise(self) -> str:
        """En tabell over temaer og kommuner (over fylker når kommunene er mange) som viser hvem som arbeider med hva."""
        return self._component("matrise", matrix.matrise(self._register))

    def tidslinje(self, plan: str | None = None, kommune: str | None = None) -> str:
        """Frister og milepæler år for år, som søyler, i en plan, en kommune eller alle."""
        planer = self._given.plans(plan, kommune)
        i = self._given.one("kommune", kommune) if kommune else None
        years = timeline.tidslinje(timeline.hendelser(planer, i))
        return self._component("tidslinje", years, file="komponenter.html")

    def aktørliste(self) -> str:
        """Alle aktørene, og hvor mange tiltak de har ansvar for eller er nevnt i."""
        return self._whole(lists_on(self._register, "aktører"), "aktørtabell")

    def rapportliste(self) -> str:
        """Alle rapportene."""
        return self._whole(lists_on(self._register, "rapporter"), "rapportrader")

    def søkefelt(self) -> str:
        """Et felt som finner en kommune, et tiltak, et tema eller en aktør. Bare ett på en side."""
        return self._component("søkefelt", file="forside.html")

    def statussvar(self) -> str:
        """Det vi vet om alle vedtatte tiltak, i én setning."""
        adopted = self._given.counted({})
        planer = {one.plan.id for one in adopted}
        kommuner = {kommune.id for one in adopted for kommune in one.telles_for}
        return self._component("statussvar", telling.rad("", None, adopted), len(planer), len(kommuner))

    def sist_rapportert(self, antall: int = 3, nivå: int = 2) -> str:
        """Det siste som er rapportert, det nyeste med sitat. `antall` er hvor mange, og `nivå` er nivået på overskriftene."""
        if type(antall) is not int or antall < 1:
            raise ArgumentFeil(f"ventet et helt tall over 0 for antall, fant «{antall}».")
        return self._component(
            "sist_rapportert",
            front.last_reported(self._register, antall),
            heading_level(nivå),
            file="forside.html",
        )

    def hvem_har_plan(self, nivå: int = 2) -> str:
        """Hvilke kommuner som har en vedtatt plan, hvem som har et utkast eller et notat, og hvor mange som mangler. `nivå` er nivået på overskriftene."""
        return self._component(
            "hvem_har_plan", front.overview(self._register), heading_level(nivå), file="forside.html"
        )

    def feltliste(self, slag: str | None = None, nivå: int = 2) -> str:
        """Alle feltene i dataene, med forklaring; med `slag` bare dem i én slags fil. `nivå` er nivået på overskriftene."""
        known = {one.navn: (one, groups) for one, groups in reference(self._store)}
        if slag is not None and slag not in known:
            raise ArgumentFeil(unknown("filslaget", slag, known))
        wanted = list(known.values()) if slag is None else [known[slag]]
        return self._component("feltliste", wanted, heading_level(nivå), file="felt.html")

    def datakolonner(self, tabell: str) -> str:
        """Kolonnene i en av tabellene under `data/v1/`, med hva hver betyr og hvor verdien kommer fra."""
        if tabell not in BY_NAME:
            raise ArgumentFeil(unknown("tabellen", tabell, BY_NAME))
        return self._component("datakolonner", BY_NAME[tabell], ORIGINS, file="felt.html")

    def bilde(self, navn: str, tekst: str) -> str:
        """Et bilde av nettstedet fra `docs/assets/bilder/`, laget av `tests/lag_bilder.py`. `tekst` sier hva det viser, til dem som ikke ser det."""
        folder = self._docs / "assets/bilder"
        known = [path.stem.removesuffix("-smal") for path in sorted(folder.glob("*-smal.webp"))]
        if navn not in known:
            raise ArgumentFeil(unknown("bildet", navn, known))
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

    def _without_page(self) -> list[Kommune]:
        """Return the kommuner of the country that no plan or report here is about."""
        return [one for one in self._register.alle_kommuner.values() if not one.har_side]

    def _component(self, name: str, *arguments: Any, file: str = "lister.html") -> str:
        html = self._renderer.component(name, self.here, *arguments, file=file)
        return self.stand_ins.take(html)


def macros(editors: Editors) -> dict[str, Any]:
    """Return the macros of a page by name: the public methods of `Editors`."""
    return {name: getattr(editors, name) for name in vars(Editors) if not name.startswith("_")}
