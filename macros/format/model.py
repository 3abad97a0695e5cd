"""The file format: what may stand in `data/`, as typed, frozen classes.

One source for three readers: the checker validates with it, JSON Schema and the editors' field
reference are generated from it (so every description is in Norwegian). The classes hold what is written, nothing
derived; `entities.py` holds what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

Status = Literal["ikke-startet", "pågår", "i-drift", "gjennomført", "utsatt", "stanset", "videreført"]
Planstatus = Literal["utkast", "under arbeid", "høring", "vedtatt", "erstattet", "utgått"]
Sikkerhet = Literal["høy", "middels", "lav"]
Måloppnåelse = Literal["nådd", "delvis", "ikke nådd"]
Dekker = Literal["hele", "del"]
Rolle = Literal["ansvarlig", "samarbeidspart", "ved"]
Kolonne = Literal["mål", "frist", "ansvar", "milepæler"]
Slag = Literal["tiltak", "tiltaksområde", "steg"]
Avsender = Literal["planen", "redaksjonen"]
Aktørtype = Literal[
    "kommune",
    "kommunal enhet",
    "stilling",
    "folkevalgt organ",
    "samlebetegnelse",
    "fylkeskommune",
    "stat",
    "offentlig selskap",
    "regionråd",
    "skole og forskning",
    "forening",
    "bedrift",
    "trossamfunn",
    "samarbeid",
]

STATUSORD: dict[str, tuple[str, str]] = {
    "ikke-rapportert": ("Ikke rapportert", "Ingen kilde i disse dataene sier noe sikkert om tiltaket."),
    "ikke-startet": ("Ikke startet", "En kilde sier at arbeidet ikke har begynt."),
    "pågår": ("Pågår", "En kilde sier at det arbeides med tiltaket."),
    "i-drift": ("I drift", "En kilde sier at en fast oppgave blir utført."),
    "gjennomført": ("Gjennomført", "En kilde sier at tiltaket er fullført."),
    "utsatt": ("Utsatt", "En kilde sier at tiltaket er skjøvet til senere."),
    "stanset": ("Stanset", "En kilde sier at tiltaket er avsluttet uten å være fullført."),
    "videreført": ("Videreført", "En kilde sier at tiltaket er tatt inn i en senere plan."),
}
"""Each status word with its label and one-sentence definition; the first is the lack of a report."""

MÅLORD: dict[str, str] = {"nådd": "nådd", "delvis": "delvis nådd", "ikke nådd": "ikke nådd"}
"""Each måloppnåelse as it is shown."""

SIKKERHETSORD: dict[str, str] = {
    "høy": "Kilden sier det rett ut, og om nettopp dette tiltaket.",
    "middels": "Kilden viser det, men noe må forstås ut fra sammenhengen.",
    "lav": "Kilden bare antyder det. Da er det bakgrunn, og gir ingen status.",
}
"""Each degree of certainty with what it means."""

DEKKERORD: dict[str, str] = {"hele": "Hele tiltaket", "del": "Bare en del av tiltaket"}
"""How much of a measure a source speaks of, as it is shown."""

STATUS_KREVER = ("sitat", "sted", "sikkerhet")
"""What a statement that gives a status or a måloppnåelse must have too."""

PLANSTATUSORD: dict[str, str] = {
    "utkast": "Utkast, ikke vedtatt",
    "under arbeid": "Under arbeid, ikke vedtatt",
    "høring": "På høring, ikke vedtatt",
    "vedtatt": "Vedtatt",
    "erstattet": "Erstattet av en nyere plan",
    "utgått": "Utgått",
}
VEDTATTE = frozenset({"vedtatt", "erstattet", "utgått"})
"""The plan states that count as adopted, now or earlier."""

UTEN_INNHOLD = frozenset({"", "???"})
"""Printed cells that say nothing: empty, or left open by the plan."""

ORDRETTE_FELT = frozenset(
    {
        "nr_trykt",
        "tittel_trykt",
        "ordlyd",
        "mål",
        "frist",
        "ansvar",
        "milepæler",
        "tekst",
        "sitat",
    }
)
"""Keys whose text is a source's own words; they stand in quotes or in a block."""


def _text_as(key: str, written: Any) -> BeforeValidator:
    """Lets a value that is usually a bare text also be a group: «x» is read as {key: «x»}. `written`: either type."""

    def read(value: Any) -> Any:
        if isinstance(value, str):
            return {key: value}
        if not isinstance(value, dict | BaseModel):
            raise PydanticCustomError("string_type", "not a text")
        return value

    return BeforeValidator(read, json_schema_input_type=written)


def _year_as_period(value: Any) -> Any:
    is_year = isinstance(value, int) and not isinstance(value, bool)
    return {"fra": value, "til": value} if is_year else value


ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NR = r"^[0-9a-z]+([.-][0-9a-z]+)*$"
TILTAKSREF = r"^[a-z0-9]+(-[a-z0-9]+)*/[0-9a-z]+([.-][0-9a-z]+)*$"
LENGSTE_ID = 80
Id = Annotated[str, Field(pattern=ID, max_length=LENGSTE_ID)]
Nr = Annotated[str, Field(pattern=NR, max_length=40)]
Tiltaksref = Annotated[str, Field(pattern=TILTAKSREF)]
ADRESSE = r"^https?://[^\s<>]+$"
IKKE_TOM = r"\S"
Adresse = Annotated[str, Field(pattern=ADRESSE)]
STI = r"^([a-z0-9]+(-[a-z0-9]+)*/)([0-9a-z]+([.-][0-9a-z]+)*/)*(#[0-9a-z]+([.-][0-9a-z]+)*)?$"
Sti = Annotated[str, Field(pattern=STI, max_length=300)]
LOVET = (
    r"^((kommuner|aktorer|temaer|rapporter)/{id}/"
    r"|planer/{id}/((innsatsomrader/{nr}/)?(#del-{nr})?|tiltak/{nr}/))$"
).format(id=ID[1:-1], nr=NR[1:-1])
"""An address of the kinds that are kept for ever: of a thing, or of a part on its page; of no list, form or file."""
LovetSti = Annotated[str, Field(pattern=LOVET, max_length=300)]
Kommunenummer = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Fylkesnummer = Annotated[str, Field(pattern=r"^[0-9]{2}$")]
Tekst = Annotated[str, Field(pattern=IKKE_TOM)]
Tittel = Annotated[str, Field(pattern=IKKE_TOM, max_length=70)]
LENGSTE_KORTNAVN = 40
Kortnavn = Annotated[str, Field(pattern=IKKE_TOM, max_length=LENGSTE_KORTNAVN)]
FØRSTE_ÅR, SISTE_ÅR = 1900, 2200
År = Annotated[int, Field(ge=FØRSTE_ÅR, le=SISTE_ÅR)]


_NONE_GIVEN: set[str] = set()


class Format(BaseModel):
    """What all parts of the format share: unknown keys are errors, nothing is converted, nothing changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def model_post_init(self, context: Any, /) -> None:
        """Let all models share one empty set of which fields were given: theirs are a fifth of all memory, for nothing."""
        object.__setattr__(self, "__pydantic_fields_set__", _NONE_GIVEN)


class Periode(Format):
    """Et tidsrom i hele år, eller en tekst som sier hvorfor det ikke er kjent."""

    fra: År | None = Field(default=None, description="Første år.", examples=[2015])
    til: År | None = Field(default=None, description="Siste år.", examples=[2019])
    tekst: Tekst | None = Field(
        default=None, description="Når årene ikke er kjent: hvorfor, f.eks. «udatert».", examples=["udatert"]
    )


_YEAR_AS_PERIOD = BeforeValidator(_year_as_period, json_schema_input_type=År | Periode)


class Kilde(Format):
    """Dokumentet som dataene er hentet fra."""

    tittel: Tekst = Field(
        description="Dokumentets tittel, med år.", examples=["Handlingsplan for næringsutvikling 2023-2026"]
    )
    url: Adresse | None = Field(
        default=None,
        description="Adressen til dokumentet, eller null når den ikke er kjent.",
        examples=["https://example.org/handlingsplan.pdf"],
    )
    sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="Fingeravtrykk (SHA-256) av teksten som ble brukt, så andre kan se at den er den samme.",
        examples=["0f870d7c6f03520744c6d4d2171d434f9bbeafec994577cc75e3376ff3ff23ef"],
    )
    hentet: date | None = Field(
        default=None, description="Dagen dokumentet ble hentet.", examples=[date(2026, 11, 21)]
    )


class Vedtak(Format):
    """Når og av hvem planen ble vedtatt."""

    organ: Tekst = Field(
        description="Organet som vedtok planen, f.eks. «Kommunestyret».", examples=["Kommunestyret"]
    )
    dato: date = Field(description="Vedtaksdatoen, år-måned-dag.", examples=[date(2015, 9, 21)])


class Erstattet(Format):
    """Planen som denne kommer i stedet for."""

    plan: Id | None = Field(
        default=None,
        description="Id-en til en plan som ligger i disse dataene.",
        examples=["testby-2016-2019"],
    )
    tittel: Tekst | None = Field(
        default=None,
        description="Tittelen, når planen ikke ligger i disse dataene.",
        examples=["Handlingsplan for Testby 2016-2019"],
    )


class Ord(Format):
    """Dokumentets egne ord der de er andre enn nettstedets."""

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


class Frist(Format):
    """Fristen som planen oppgir; en ren tekst, eller en tekst med tolkning når teksten ikke kan leses maskinelt."""

    tekst: str = Field(description="Cellen nøyaktig som den er trykt.", examples=["Høsten 2024, før jul"])
    innen: År | date | None = Field(
        default=None,
        description="Redaktørens lesning: siste dag, eller siste år. Utelates når teksten ikke sier noen dato.",
        examples=[date(2024, 12, 24)],
    )


class Ansvar(Format):
    """Hvem planen gir ansvaret; en ren tekst, eller en tekst med forklaring når aktørene ikke kan leses maskinelt."""

    tekst: str = Field(
        description="Cellen nøyaktig som den er trykt.", examples=["Undervisningsetate, VGS v/rektor"]
    )
    aktører: dict[str, Id] = Field(
        default_factory=dict,
        description="Ord i teksten som står for en aktør: ordet som trykt, og aktørens id.",
        examples=[{"Undervisningsetate": "modum-undervisningsetaten"}],
    )
    ikke_aktør: tuple[Tekst, ...] = Field(
        default=(), description="Ord i teksten som ikke er noen aktør.", examples=[("etter nærmere avtale",)]
    )
    roller: dict[str, Rolle] = Field(
        default_factory=dict,
        description="Rollen til et navn i teksten når ordene rundt ikke sier den.",
        examples=[{"næringsrådgiver": "ved"}],
    )


class Delmål(Format):
    """Redaktørens lesning av én milepæl i cellen «milepæler»."""

    tekst: Tekst = Field(
        description="Milepælen, ordrett slik den står i cellen.", examples=["Reguleringsplan 2019"]
    )
    innen: År | date | None = Field(
        default=None, description="Siste år eller siste dag. Året må stå i cellen.", examples=[2019]
    )


class Deltiltak(Format):
    """Et punkt som står under et tiltak i planen."""

    ordlyd: Tekst = Field(description="Punktet nøyaktig som det er trykt.", examples=["fortau"])


class Tiltak(Format):
    """Ett tiltak, slik planen har det, med en kort tittel og et tema fra redaksjonen."""

    nr: Nr = Field(
        description="Nummeret uten punktum til slutt, i anførselstegn. Blir en del av adressen.",
        examples=["1.10"],
    )
    nr_trykt: str | None = Field(
        default=None,
        description="Nummeret nøyaktig som trykt, når det er skrevet annerledes.",
        examples=["1.10."],
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
    frist: Annotated[Frist, _text_as("tekst", str | Frist)] | None = Field(
        default=None,
        description="Fristen som trykt. Må stå når planen har kolonnen, om så tom.",
        examples=["Løpende oppgave", {"tekst": "Høsten 2024, før jul", "innen": date(2024, 12, 24)}],
    )
    ansvar: Annotated[Ansvar, _text_as("tekst", str | Ansvar)] | None = Field(
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
    delmål: tuple[Delmål, ...] = Field(
        default=(), description="Milepælene i cellen over, lest av redaksjonen."
    )
    deltiltak: tuple[Deltiltak, ...] = Field(
        default=(), description="Punkter som står under tiltaket i planen."
    )
    nevner: dict[str, Id] = Field(
        default_factory=dict,
        description="Aktører som ordlyden eller milepælene nevner: ordet som trykt, og aktørens id.",
        examples=[{"Drammen Helsepark": "drammen-helsepark"}],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Planen skriver «Tekniks etat»."],
    )


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


class Plan(Format):
    """En plan: hva den er, og alt den sier at skal gjøres."""

    tittel: Tekst = Field(
        description="Planens fulle tittel.", examples=["Handlingsplan for næringsutvikling 2023-2026"]
    )
    kortnavn: Kortnavn = Field(
        description="Kort navn til lenker og brødsmuler, f.eks. «Modum 2015–2019».",
        examples=["Lier 2023–2026"],
    )
    type: Literal[
        "planstrategi",
        "samfunnsdel",
        "arealdel",
        "kommunedelplan",
        "temaplan",
        "strategi",
        "regional strategi",
        "handlingsplan",
        "handlingsprogram",
        "prosessnotat",
    ] = Field(description="Hva slags plan det er.")
    eier: Id = Field(description="Aktøren som eier planen.", examples=["lier-kommune"])
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Kommunene planen gjelder for.", examples=[("lier",)]
    )
    periode: Annotated[Periode, _YEAR_AS_PERIOD] | None = Field(
        default=None, description="Tidsrommet planen gjelder for.", examples=[{"fra": 2023, "til": 2026}]
    )
    planstatus: Planstatus = Field(description="Hvor planen står i sitt eget løp.")
    vedtak: Vedtak | None = Field(default=None, description="Vedtaket; må stå når planen er vedtatt.")
    erstatter: Annotated[Erstattet, _text_as("plan", Id | Erstattet)] | None = Field(
        default=None,
        description="Planen som denne erstatter: en id, eller {tittel: …}.",
        examples=["testby-2016-2019", {"tittel": "Handlingsplan for Testby 2016-2019"}],
    )
    registrert: date = Field(
        description="Dagen planen kom inn i disse dataene.", examples=[date(2026, 11, 21)]
    )
    språk: Literal["nb", "nn"] = Field("nb", description="Språket i planen.")
    kilde: Kilde = Field(description="Dokumentet planen er hentet fra.")
    ord_: Ord | None = Field(default=None, alias="ord", description="Planens egne ord der de avviker.")
    omtale: Tekst = Field(
        description="To–fire setninger om planen, med redaksjonens egne ord.",
        examples=["Formannskapet vedtok i november 2022 hva kommunen skulle gjøre for næringslivet."],
    )
    slag: Slag = Field(
        "tiltak", description="Hva planens linjer er; bare tiltak i vedtatte planer telles i summene."
    )
    nummerert_av: Avsender = Field("planen", description="Hvem som har satt numrene.")
    kolonner: tuple[Kolonne, ...] = Field(
        default=(),
        description="Hva dokumentet trykker for hvert tiltak.",
        examples=[("mål", "frist", "ansvar")],
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
    def linjer(self) -> list[Linje]:
        """Its tiltak in the order of the document."""
        return [
            Linje((*keys, "tiltak", i), over, tiltak)
            for keys, over in deler(self)
            for i, tiltak in enumerate(over[-1].tiltak)
        ]


class Tall(Format):
    """Et tall fra en kilde."""

    navn: Tekst = Field(description="Hva som er talt.", examples=["Dialogmøter"])
    verdi: int | float | Tekst = Field(
        description="Tallet, eller en tekst når det ikke er et tall.", examples=[2]
    )
    planlagt: int | float | Tekst | None = Field(
        default=None, description="Verdien som var planlagt eller ventet.", examples=[4]
    )
    enhet: Tekst | None = Field(default=None, description="Enheten, f.eks. «kroner».", examples=["møter"])


class Punkt(Format):
    """Én opplysning hentet fra en kilde."""

    id: Id = Field(description="Kort navn på punktet; blir en del av adressen.", examples=["dialogmoter"])
    tittel: Tittel = Field(
        description="Kort tittel i klart språk, høyst 70 tegn.", examples=["Dialogmøter med næringsrådet"]
    )
    tiltak: tuple[Tiltaksref, ...] = Field(
        default=(),
        description="Tiltakene det gjelder, som plan/nummer.",
        examples=[("modum-2015-2019/3.3.2",)],
    )
    status: Status | None = Field(
        default=None, description="Status for tiltakene, bare når kilden viser den."
    )
    måloppnåelse: Måloppnåelse | None = Field(
        default=None, description="Om målet er nådd, når kilden viser det."
    )
    dekker: Dekker = Field("hele", description="Om kilden gjelder hele tiltaket eller en del av det.")
    omtale: Tekst = Field(
        description="Hva kilden forteller, med redaksjonens egne ord.",
        examples=["Kommunen og næringsrådet hadde to møter. Planen sier fire i året."],
    )
    sitat: Tekst | None = Field(
        default=None,
        description="Kort, ordrett sitat. Må stå når punktet setter status.",
        examples=["Det ble holdt 2 slike møter i 2021."],
    )
    sted: Tekst | None = Field(
        default=None,
        description="Hvor i kilden det står. Må stå når punktet setter status.",
        examples=["Avsnittet «Dialogmøter»"],
    )
    sikkerhet: Sikkerhet | None = Field(
        default=None, description="Hvor sikkert kilden viser dette. Må stå når punktet setter status."
    )
    tall: tuple[Tall, ...] = Field(default=(), description="Tall fra kilden.")
    aktører: tuple[Id, ...] = Field(
        default=(), description="Aktører som kilden nevner her.", examples=[("modum-naeringsrad",)]
    )


class Rapport(Format):
    """En kilde som forteller hva som har skjedd."""

    tittel: Tekst = Field(description="Kildens tittel.", examples=["Årsberetning 2021"])
    kortnavn: Kortnavn = Field(
        description="Kort navn til lenker, f.eks. «Årsberetning 2021».", examples=["Årsberetning 2021"]
    )
    utgiver: Id = Field(description="Aktøren som har gitt ut kilden.", examples=["modum-naeringsrad"])
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Kommunene kilden handler om.", examples=[("modum",)]
    )
    planer: tuple[Id, ...] = Field(
        default=(),
        description="Planer kilden handler om, ut over tiltakene den nevner.",
        examples=[("modum-2015-2019",)],
    )
    gjelder: Annotated[Periode, _YEAR_AS_PERIOD] = Field(
        description="Året kilden forteller om, eller {fra, til}, eller {tekst: udatert}.",
        examples=[2021, {"fra": 2021, "til": 2022}, {"tekst": "udatert"}],
    )
    registrert: date = Field(
        description="Dagen kilden kom inn i disse dataene.", examples=[date(2026, 11, 21)]
    )
    kilde: Kilde = Field(description="Dokumentet opplysningene er hentet fra.")
    omtale: Tekst = Field(
        description="To–fire setninger om kilden, med redaksjonens egne ord.",
        examples=["Årsberetningen forteller hva foreningen gjorde i 2021."],
    )
    forbehold: Tekst | None = Field(
        default=None,
        description="Hva leseren bør vite om kilden, f.eks. egeninteresse.",
        examples=["Foreningen forteller her om sitt eget arbeid."],
    )
    punkter: Annotated[tuple[Punkt, ...], Field(min_length=1)] = Field(
        description="Opplysningene fra kilden."
    )


class Nummer(Format):
    """Et kommunenummer og tiden det gjaldt."""

    nummer: Kommunenummer = Field(description="Fire sifre i anførselstegn.", examples=["3316"])
    navn: Tekst | None = Field(
        default=None,
        description="Kommunens navn i denne tida, når det var et annet enn nå.",
        examples=["Nes"],
    )
    fra: date | None = Field(
        default=None,
        description="Første dag; mangler når den er før 2015 eller ukjent.",
        examples=[date(2024, 1, 1)],
    )
    til: date | None = Field(
        default=None, description="Siste dag; mangler for dagens nummer.", examples=[date(2023, 12, 31)]
    )


Orgnr = Annotated[str, Field(pattern=r"^[0-9]{9}$")]


class Kommune(Format):
    """En kommune, som er eller har vært. Alle landets kommuner står i registeret fra før."""

    navn: Tekst = Field(description="Kommunens navn på norsk.", examples=["Porsanger"])
    andre_navn: tuple[Tekst, ...] = Field(
        default=(),
        description="Navnet på samisk og kvensk, der kommunen har et offisielt.",
        examples=[("Porsáŋgu", "Porsanki")],
    )
    aktør: Id | None = Field(
        default=None,
        description="Kommunen som aktør. Kan utelates når id-en er kommunens id og «-kommune».",
        examples=["modum-kommune"],
    )
    orgnr: Orgnr | None = Field(
        default=None,
        description="Kommunens organisasjonsnummer, ni sifre i anførselstegn. Mangler når ingen kilde er funnet.",
        examples=["970491589"],
    )
    målform: Literal["bokmål", "nynorsk", "nøytral"] | None = Field(
        default=None, description="Kommunens språkvedtak. Mangler når ingen kilde er funnet."
    )
    tilgjengelighetserklæring: Adresse | None = Field(
        default=None,
        description="Adressen til kommunens egen erklæring for dette nettstedet, når den finnes.",
        examples=["https://example.org/tilgjengelighet"],
    )
    numre: Annotated[tuple[Nummer, ...], Field(min_length=1)] = Field(
        description="Kommunenumrene siden 2015, eldste først."
    )
    etterfølgere: tuple[Id, ...] = Field(
        default=(),
        description="Kommunene den gikk inn i, når den ikke finnes lenger.",
        examples=[("drammen",)],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Kommunen byttet fylke i 2020 og i 2024."],
    )


class Fylke(Format):
    """Et fylke og tiden det hadde nummeret."""

    navn: Tekst = Field(description="Fylkets navn.", examples=["Buskerud"])
    fra: date | None = Field(
        default=None,
        description="Første dag med dette nummeret, når den er kjent.",
        examples=[date(2024, 1, 1)],
    )
    til: date | None = Field(
        default=None, description="Siste dag; mangler for dagens fylker.", examples=[date(2019, 12, 31)]
    )


class Tema(Format):
    """Et tema på tvers av planene."""

    navn: Annotated[str, Field(pattern=IKKE_TOM, max_length=40)] = Field(
        description="Temaets navn.", examples=["Samferdsel"]
    )
    beskrivelse: Tekst = Field(
        description="Én setning om hva temaet omfatter.",
        examples=["Veier, jernbane, kollektivtrafikk, sykkel og transport av varer."],
    )


class Etterfølger(Format):
    """Hvem som tok over etter aktøren."""

    aktør: Id | None = Field(
        default=None,
        description="Id-en, når etterfølgeren står i aktørregisteret.",
        examples=["viken-fylkeskommune"],
    )
    navn: Tekst | None = Field(default=None, description="Navnet, når den ikke gjør det.", examples=["Vy"])
    fra: År | None = Field(default=None, description="Året den tok over.", examples=[2019])


class Aktør(Format):
    """En virksomhet, enhet, stilling eller gruppe. Aldri en privatperson."""

    navn: Tekst = Field(description="Navnet som vises.", examples=["Teknisk etat"])
    type: Aktørtype = Field(description="Hva slags aktør det er.")
    varianter: tuple[Tekst, ...] = Field(
        default=(),
        description="Andre skrivemåter som betyr det samme.",
        examples=[("tekn. etat", "Etat for tekniske tjenester")],
    )
    forelder: Id | None = Field(
        default=None, description="Aktøren den er en del av.", examples=["modum-kommune"]
    )
    etterfølger: Etterfølger | None = Field(default=None, description="Hvem som tok over.")
    medlemmer: tuple[Id, ...] = Field(
        default=(), description="Aktørene den består av.", examples=[("modum-kommune", "lier-kommune")]
    )
    orgnr: Orgnr | None = Field(
        default=None,
        description="Organisasjonsnummer, ni sifre i anførselstegn. En kommunes eget står i kommuneregisteret.",
        examples=["970491589"],
    )
    merknad: Tekst | None = Field(
        default=None,
        description="Redaksjonens merknad til leseren.",
        examples=["Tittelen heter kommunedirektør i kommuneloven av 2018."],
    )


class Rettelse(Format):
    """En rettelse av noe som har stått feil på nettstedet."""

    dato: date = Field(description="Dagen feilen ble rettet, år-måned-dag.", examples=[date(2026, 1, 4)])
    hva: Tekst = Field(
        description="Hva som sto feil, og hva som står nå. Én eller to setninger.",
        examples=["Ordlyden var «Kommunen bygger ny bruu», og er nå «Kommunen bygger ny bru»."],
    )
    hvorfor: Tekst = Field(
        description="Hvorfor det ble rettet, og hvor i kilden det riktige står.",
        examples=["Vi hadde skrevet feil av. Det riktige står på side 3 i planen."],
    )
    tiltak: tuple[Tiltaksref, ...] = Field(
        default=(),
        description="Tiltakene rettelsen gjelder, som plan/nummer.",
        examples=[["testby-2020-2023/1.1"]],
    )
    planer: tuple[Id, ...] = Field(
        default=(), description="Planene rettelsen gjelder.", examples=[["testby-2020-2023"]]
    )
    rapporter: tuple[Id, ...] = Field(
        default=(), description="Rapportene rettelsen gjelder.", examples=[["melding-2022"]]
    )
    aktører: tuple[Id, ...] = Field(
        default=(), description="Aktørene rettelsen gjelder.", examples=[["testby-kommune"]]
    )
    kommuner: tuple[Id, ...] = Field(
        default=(), description="Kommunene rettelsen gjelder.", examples=[["testby"]]
    )


class Videresending(Format):
    """En adresse som har vært publisert, og adressen som svarer i stedet."""

    gammel: LovetSti = Field(
        description="Adressen som var, uten nettstedets eget navn: «aktorer/modum-naeringsrad/».",
        examples=["planer/testby-2020-2023/tiltak/1.1/"],
    )
    ny: Sti = Field(
        description="Adressen som gjelder nå, skrevet på samme måte.",
        examples=["planer/testby-2020-2023/tiltak/1.5/"],
    )
    grunn: Tekst = Field(
        description="Hvorfor adressen er ny, i én setning. Leseren får se den.",
        examples=["Tiltaket har fått nytt nummer."],
    )


def aktør_for(id_: str, kommune: Kommune) -> str:
    """Return the id of the aktør that a kommune is: what its entry says, else its id and «-kommune»."""
    return kommune.aktør or f"{id_}-kommune"


@dataclass(frozen=True, slots=True)
class Linje:
    """One tiltak of a plan with its way in the file and everything it stands under, outermost first."""

    keys: tuple[str | int, ...]
    over: tuple[Del, ...]
    tiltak: Tiltak


def deler(plan: Plan) -> Iterator[tuple[tuple[str | int, ...], tuple[Del, ...]]]:
    """The plan's innsatsområder and deler, each with its way in the file and what it stands in, itself last."""
    for i, område in enumerate(plan.innsatsområder):
        yield from _within(("innsatsområder", i), (område,))
    for i, del_ in enumerate(plan.deler):
        yield from _within(("deler", i), (del_,))


def _within(
    keys: tuple[str | int, ...], over: tuple[Del, ...]
) -> Iterator[tuple[tuple[str | int, ...], tuple[Del, ...]]]:
    yield keys, over
    for i, inner in enumerate(over[-1].deler):
        yield from _within((*keys, "deler", i), (*over, inner))
