"""A file of `data/planer/`: a plan, its parts and its tiltak, as written; nothing derived."""

from __future__ import annotations

import dataclasses
import functools
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import ConfigDict, Discriminator, Field, Tag, create_model

from . import columns
from .model_cells import Ansvar, Delmål, Deltiltak, EgenKolonne, Frist, Kostnad
from .model_common import YEAR_AS_PERIOD, Eiere, Erstattet, Format, Kilde, Periode, Vedtak, Vedtakene
from .texts import Id, Kortnavn, Nr, Tekst, Tiltaksref, Tittel, text_as
from .vocabulary import Avsender, Kolonne, Linjeslag, Planstatus, Plantype, Språk
from .walk import Linje, deler


def _plain(column: columns.Column) -> tuple[Any, Any]:
    """Return the field of a printed column of which nothing but the text is read: its type, and what it is for."""
    return str | None, Field(None, description=column.beskrivelse, examples=[column.eksempel])


def _own_word(column: columns.Column) -> tuple[Any, Any]:
    """Return the field for a plan's own word for a printed column: its type, and what it is for."""
    about = f"Planens ord for {column.bestemt}."
    return Tekst | None, Field(None, description=about, examples=[column.overskrift])


class _Ord(Format):
    """Hold the words that a plan may have of its own, but those for columns that only the table knows."""

    innsatsområde: Tekst | None = Field(
        default=None, description="Planens ord for et innsatsområde.", examples=["Satsningsområde"]
    )
    del_: Tekst | None = Field(
        default=None,
        alias="del",
        description="Planens ord for en del, f.eks. «strategi».",
        examples=["Strategi"],
    )
    tiltak: Tekst | None = Field(
        default=None, description="Planens ord for et tiltak.", examples=["Prioritert handling/tiltak"]
    )
    mål: Tekst | None = Field(default=None, description="Planens ord for et mål.", examples=["Målsetting"])
    milepæler: Tekst | None = Field(
        default=None, description="Planens ord for milepæler.", examples=["Delmål/milepæler"]
    )


if TYPE_CHECKING:
    _OrdMedKolonner = _Ord
else:
    _OrdMedKolonner = create_model(
        "_OrdMedKolonner",
        __base__=_Ord,
        **{
            one.navn: _own_word(one)
            for one in columns.COLUMNS
            if one.own_word and one.navn not in _Ord.model_fields
        },
    )


class Ord(_OrdMedKolonner):
    """Dokumentets egne ord der de er andre enn nettstedets."""


class _Trykt(Format):
    """Hold what begins a tiltak: number, title, wording, and the columns of which more than the text is read."""

    nr: Nr = Field(
        description="Nummeret uten punktum til slutt, i anførselstegn. Blir en del av adressen.",
        examples=["1.10"],
    )
    nr_trykt: str | None = Field(
        default=None,
        description="Nummeret nøyaktig som trykt, når det er skrevet annerledes.",
        examples=["1.10."],
    )
    nummerert_av: Avsender | None = Field(
        default=None,
        description="Hvem som har satt nummeret, når det er en annen enn for resten av planen.",
    )
    tittel: Tittel = Field(
        description="Kort tittel i klart språk, høyst 70 tegn. Skrevet av redaksjonen.",
        examples=["Ny vei til skolen"],
    )
    tema: tuple[Id, ...] = Field(
        default=(),
        description="Temaer fra data/temaer.yml. Uten tema arves de ovenfra.",
        examples=[("samferdsel",)],
    )
    ordlyd: Tekst = Field(
        description="Tiltaket nøyaktig som det er trykt.", examples=["Kommunen bygger ny vei til skolen."]
    )
    mål: str | None = Field(
        default=None,
        description="Målet nøyaktig som trykt i tiltakets egen celle. Må stå når planen har kolonnen, om så tomt.",
        examples=["Tryggere skolevei"],
    )
    frist: Annotated[Frist, text_as("tekst", str | Frist)] | None = Field(
        default=None,
        description="Fristen som trykt. Må stå når planen har kolonnen, om så tom.",
        examples=["Løpende oppgave", {"tekst": "Høsten 2024, før jul", "innen": date(2024, 12, 24)}],
    )
    ansvar: Annotated[Ansvar, text_as("tekst", str | Ansvar)] | None = Field(
        default=None,
        description="Ansvaret som trykt. Må stå når planen har kolonnen, om så tomt.",
        examples=[
            "Modum kommune, Statens vegvesen",
            {"tekst": "Tekniks etat", "aktører": {"Tekniks etat": "modum-teknisk-etat"}},
        ],
    )
    milepæler: str | None = Field(
        default=None,
        description="Cellen med delmål eller milepæler, som trykt. Må stå når planen har kolonnen, om så tom.",
        examples=["Reguleringsplan 2019, byggestart 2020"],
    )

    kostnad: Annotated[Kostnad, text_as("tekst", str | Kostnad)] | None = Field(
        default=None,
        description="Kostnaden som trykt. Må stå når planen har kolonnen, om så tom.",
        examples=["1,2 mill. kr", {"tekst": "500.000 i 2024 og 300.000 i 2025", "kroner": 800000}],
    )


if TYPE_CHECKING:
    _TryktMedKolonner = _Trykt
else:
    _TryktMedKolonner = create_model(
        "_TryktMedKolonner",
        __base__=_Trykt,
        **{one.navn: _plain(one) for one in columns.COLUMNS if one.navn not in _Trykt.model_fields},
    )


class Tiltak(_TryktMedKolonner):
    """Ett tiltak, slik planen har det, med en kort tittel og et tema fra redaksjonen.

    Kolonner som planen har oppgitt under egen overskrift, har id-en sin som nøkkel.
    """

    # What the keys may be follows from the plan's `kolonner`: `columns_are_kept` in checking sees to it.
    model_config = ConfigDict(extra="allow", json_schema_extra={"additionalProperties": {"type": "string"}})

    delmål: tuple[Delmål, ...] = Field(
        default=(), description="Milepælene i cellen over, lest av redaksjonen."
    )
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] | None = Field(
        default=None,
        description="Kommunene tiltaket gjelder for, når det ikke er alle planens.",
        examples=[("testby",)],
    )
    deltiltak: tuple[Deltiltak, ...] = Field(
        default=(), description="Punkter som står under tiltaket i planen."
    )
    nevner: dict[str, Id] = Field(
        default_factory=dict,
        description="Aktører som ordlyden eller milepælene nevner: ordet som trykt, og aktørens id.",
        examples=[{"Drammen Helsepark": "drammen-helsepark"}],
    )
    sted: Tekst | None = Field(
        default=None, description="Hvor i dokumentet tiltaket står.", examples=["s. 4, tabell 2"]
    )
    steder: dict[str, Tekst] = Field(
        default_factory=dict,
        description="Hvor i dokumentet hver celle står, når den står et annet sted enn tiltaket: kolonnen, og stedet.",
        examples=[{"mål": "s. 4, tabell 2"}],
    )
    viderefører: tuple[Tiltaksref, ...] = Field(
        default=(),
        description="Tiltak i eldre planer som dette fortsetter, som plan/nummer: ett, flere som er slått sammen, eller ett som er delt.",
        examples=[("testby-2020-2023/1.1",)],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Planen skriver «Tekniks etat»."],
    )


INNLEDNING: Any = Field(
    default=None,
    description="Teksten som dokumentet har før tiltakene her, nøyaktig som trykt. Skrives som blokk, etter «|».",
    examples=["Regionen har mange hytter.\nKommunene samarbeider om reiselivet.\n"],
)
"""The field for what a document says between its measures; the same in a plan and in its parts."""


class Del(Format):
    """En del av planen med eller uten egen overskrift: gruppe, strategi, mål eller måned."""

    nr: Nr | None = Field(
        default=None, description="Nummeret, i anførselstegn, når delen har et.", examples=["1.1"]
    )
    nr_trykt: str | None = Field(
        default=None,
        description="Nummeret nøyaktig som trykt, når det er skrevet annerledes.",
        examples=["1.1."],
    )
    tittel: Tekst | None = Field(default=None, description="Overskriften.", examples=["Nye veier"])
    tittel_trykt: str | None = Field(
        default=None,
        description="Overskriften som trykt, når den er skrevet annerledes.",
        examples=["NYE VEIER"],
    )
    tittel_fra: Avsender = Field(
        "planen", description="Hvem som har skrevet tittelen: planen eller redaksjonen."
    )
    ordlyd: Tekst | None = Field(
        default=None,
        description="Delens egen ordlyd som trykt, f.eks. en strategi.",
        examples=["Utvikle samferdselen i regionen."],
    )
    mål: Tekst | None = Field(
        default=None,
        description="Målet nøyaktig som trykt; gjelder alle tiltak i delen.",
        examples=["Bedre framkommelighet"],
    )
    innledning: Tekst | None = INNLEDNING
    omtale: Tekst | None = Field(
        default=None,
        description="Om delen med redaksjonens egne ord, og det en leser må vite om ordene i den.",
        examples=["Strategien handler om veiene til og fra regionen."],
    )
    tema: tuple[Id, ...] = Field(
        default=(),
        description="Temaer for alle tiltak i delen som ikke har egne.",
        examples=[("samferdsel",)],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Navnet på gruppen er vårt eget."],
    )
    tiltak: tuple[Tiltak, ...] = Field(default=(), description="Tiltakene i delen.")
    deler: tuple[Del, ...] = Field(default=(), description="Deler i delen.")


class Innsatsområde(Del):
    """Et av planens hovedområder."""

    nr: Nr = Field(description="Nummeret, i anførselstegn.", examples=["1"])
    tittel: Tekst = Field(description="Områdets navn.", examples=["Samferdsel og infrastruktur"])


TryktKolonne = Annotated[
    Annotated[Kolonne, Tag("kjent")] | Annotated[EgenKolonne, Tag("egen")],
    Discriminator(lambda value: "kjent" if isinstance(value, str) else "egen"),
]
"""A column by its name in the format, or one of the plan's own."""


class Plan(Format):
    """En plan: hva den er, og alt den sier at skal gjøres."""

    tittel: Tekst = Field(
        description="Planens fulle tittel.", examples=["Handlingsplan for næringsutvikling 2023-2026"]
    )
    kortnavn: Kortnavn = Field(
        description="Kort navn til lenker og brødsmuler, f.eks. «Modum 2015–2019».",
        examples=["Lier 2023–2026"],
    )
    type: Plantype = Field(description="Hva slags plan det er.")
    eier_: Eiere = Field(
        alias="eier",
        description="Aktøren som eier planen; en liste når flere eier den sammen.",
        examples=["lier-kommune", ("lier-kommune", "modum-kommune")],
    )
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Kommunene planen gjelder for.", examples=[("lier",)]
    )
    periode: Annotated[Periode, YEAR_AS_PERIOD] | None = Field(
        default=None, description="Tidsrommet planen gjelder for.", examples=[{"fra": 2023, "til": 2026}]
    )
    planstatus: Planstatus = Field(description="Hvor planen står i sitt eget løp.")
    vedtak_: Vedtakene | None = Field(
        default=None,
        alias="vedtak",
        description="Vedtaket; må stå når planen er vedtatt. En liste når hver kommune har vedtatt planen for seg.",
    )
    dokument: Tekst | None = Field(
        default=None,
        description="Hva dokumentet er, når det ikke er en vedtatt plan. Står på sidene i stedet for et vedtak.",
        examples=["Utkast fra august 2010"],
    )
    erstatter: Annotated[Erstattet, text_as("plan", Id | Erstattet)] | None = Field(
        default=None,
        description="Planen som denne erstatter: en id, eller {tittel: …}.",
        examples=["testby-2016-2019", {"tittel": "Handlingsplan for Testby 2016-2019"}],
    )
    registrert: date = Field(
        description="Dagen planen kom inn i disse dataene.", examples=[date(2026, 11, 21)]
    )
    språk: Språk = Field("nb", description="Språket i planen.")
    kilde: Kilde = Field(description="Dokumentet planen er hentet fra.")
    ord_: Ord | None = Field(default=None, alias="ord", description="Planens egne ord der de avviker.")
    omtale: Tekst = Field(
        description="To–fire setninger om planen, med redaksjonens egne ord.",
        examples=["Formannskapet vedtok i november 2022 hva kommunen skulle gjøre for næringslivet."],
    )
    innledning: Tekst | None = INNLEDNING
    slag: Linjeslag = Field(
        "tiltak", description="Hva planens linjer er; bare tiltak i vedtatte planer telles i summene."
    )
    nummerert_av: Avsender = Field("planen", description="Hvem som har satt numrene.")
    kolonner: tuple[TryktKolonne, ...] = Field(
        default=(),
        description="Hva dokumentet trykker for hvert tiltak. En kolonne som formatet ikke kjenner, skrives {id, overskrift}.",
        examples=[("mål", "frist", {"id": "konsekvens", "overskrift": "Konsekvens"})],
    )
    mål: Tekst | None = Field(
        default=None,
        description="Planens overordnede mål, som trykt.",
        examples=["Flere arbeidsplasser i kommunen"],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Planen gjelder fortsatt til en ny er vedtatt."],
    )
    innsatsområder: tuple[Innsatsområde, ...] = Field(default=(), description="Planens innsatsområder.")
    deler: tuple[Del, ...] = Field(
        default=(), description="Deler av en plan uten innsatsområder, f.eks. måneder."
    )

    @property
    def eiere(self) -> tuple[str, ...]:
        """Return the ids of the owners, in their order."""
        return (self.eier_,) if isinstance(self.eier_, str) else self.eier_

    @property
    def eier(self) -> str:
        """Return the id of the owner, of several the one that is named first."""
        return self.eiere[0]

    @property
    def vedtakene(self) -> tuple[Vedtak, ...]:
        """Return every decision on the plan, the earliest first."""
        given = (self.vedtak_,) if isinstance(self.vedtak_, Vedtak) else self.vedtak_ or ()
        return tuple(sorted(given, key=lambda one: one.dato))

    @property
    def vedtak(self) -> Vedtak | None:
        """Return the decision by which the plan is adopted: the first of them."""
        return next(iter(self.vedtakene), None)

    def vedtak_i(self, kommune: str) -> Vedtak | None:
        """Return the decision that holds for a kommune: its own, else the one that holds for all; None without one."""
        found = {one.kommune: one for one in self.vedtakene}
        return found.get(kommune) or found.get(None)

    @property
    def begynner(self) -> int | None:
        """Return the year in which the plan begins: the first of its period, else that of its adoption."""
        return (self.periode and self.periode.fra) or (self.vedtak.dato.year if self.vedtak else None)

    @property
    def kolonnenavn(self) -> tuple[str, ...]:
        """Return the names of the columns that the document prints: those of the format, and ids of its own."""
        return tuple(one if isinstance(one, str) else one.id for one in self.kolonner)

    @property
    def alle_kolonner(self) -> tuple[columns.Column, ...]:
        """Return the columns of the format, under the document's heading where it gives one, then those of its own."""
        return _columns(self.kolonner)

    @property
    def linjer(self) -> list[Linje]:
        """Return the plan's tiltak in the order of the document, each with its place in the file."""
        return [
            Linje((*keys, "tiltak", i), over, tiltak)
            for keys, over in deler(self)
            for i, tiltak in enumerate(over[-1].tiltak)
        ]


def takes_effect(plan: Plan, kommune: str | None = None) -> date:
    """Return the day an adopted plan is in force from: when its period begins, or when it is adopted if that is later.

    `kommune`: the id of the one asked of, by the decision that holds there; without it by the first decision.
    """
    begins = date(plan.periode.fra, 1, 1) if plan.periode and plan.periode.fra else date.min
    decided = plan.vedtak_i(kommune) if kommune else plan.vedtak
    return max(begins, decided.dato if decided else date.min)


def taken_over(old: Plan, newer: Plan) -> date | None:
    """Return the day an adopted plan has taken the place of an older one in all kommuner that adopted that.

    None until the last of them has adopted it too. A kommune that the newer plan is not for, as after a merger, is not
    waited for.
    """
    waited = [one for one in old.kommuner if one in newer.kommuner and old.vedtak_i(one)]
    if any(newer.vedtakene and not newer.vedtak_i(one) for one in waited):
        return None
    return max((takes_effect(newer, one) for one in waited), default=takes_effect(newer))


@functools.lru_cache(maxsize=1024)
def _columns(kolonner: tuple[str | EgenKolonne, ...]) -> tuple[columns.Column, ...]:
    declared = {one.id: one.overskrift for one in kolonner if not isinstance(one, str)}
    known = [
        dataclasses.replace(one, overskrift=declared[one.navn], own_word=False)
        if one.navn in declared
        else one
        for one in columns.COLUMNS
    ]
    own = [columns.own(id_, overskrift) for id_, overskrift in declared.items() if id_ not in columns.NAMES]
    return (*known, *own)
