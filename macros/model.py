"""The file format: what may stand in `data/`, as typed, frozen classes.

One source for three readers: the checker validates with it, JSON Schema and the editors' field
reference are generated from it (so every description is in Norwegian). The classes hold what is written, nothing
derived; `register.py` holds what follows from it.
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
    "høy": "Kilden sier det rett ut.",
    "middels": "Kilden sier det, men ikke helt klart, eller ikke om alt.",
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


def _text_as(key: str) -> BeforeValidator:
    """Lets a value that is usually a bare text also be a group: «x» is read as {key: «x»}."""

    def read(value: Any) -> Any:
        if isinstance(value, str):
            return {key: value}
        if not isinstance(value, dict | BaseModel):
            raise PydanticCustomError("string_type", "not a text")
        return value

    return BeforeValidator(read)


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
Kommunenummer = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
Fylkesnummer = Annotated[str, Field(pattern=r"^[0-9]{2}$")]
Tekst = Annotated[str, Field(pattern=IKKE_TOM)]
Tittel = Annotated[str, Field(pattern=IKKE_TOM, max_length=70)]
LENGSTE_KORTNAVN = 40
Kortnavn = Annotated[str, Field(pattern=IKKE_TOM, max_length=LENGSTE_KORTNAVN)]
FØRSTE_ÅR, SISTE_ÅR = 1900, 2200
År = Annotated[int, Field(ge=FØRSTE_ÅR, le=SISTE_ÅR)]


class Format(BaseModel):
    """What all parts of the format share: unknown keys are errors, nothing is converted, nothing changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Periode(Format):
    """Et tidsrom i hele år, eller en tekst som sier hvorfor det ikke er kjent."""

    fra: År | None = Field(default=None, description="Første år.")
    til: År | None = Field(default=None, description="Siste år.")
    tekst: Tekst | None = Field(
        default=None, description="Når årene ikke er kjent: hvorfor, f.eks. «udatert»."
    )


class Kilde(Format):
    """Dokumentet som dataene er hentet fra."""

    tittel: Tekst = Field(description="Dokumentets tittel, med år.")
    url: Adresse | None = Field(
        default=None, description="Adressen til dokumentet, eller null når den ikke er kjent."
    )
    sha256: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        description="Fingeravtrykk (SHA-256) av teksten som ble brukt, så andre kan se at den er den samme.",
    )
    hentet: date | None = Field(default=None, description="Dagen dokumentet ble hentet.")


class Vedtak(Format):
    """Når og av hvem planen ble vedtatt."""

    organ: Tekst = Field(description="Organet som vedtok planen, f.eks. «Kommunestyret».")
    dato: date = Field(description="Vedtaksdatoen, år-måned-dag.")


class Erstattet(Format):
    """Planen som denne kommer i stedet for."""

    plan: Id | None = Field(default=None, description="Id-en til en plan som ligger i disse dataene.")
    tittel: Tekst | None = Field(
        default=None, description="Tittelen, når planen ikke ligger i disse dataene."
    )


class Ord(Format):
    """Dokumentets egne ord der de er andre enn nettstedets."""

    innsatsområde: Tekst | None = Field(default=None, description="Planens ord for et innsatsområde.")
    del_: Tekst | None = Field(
        default=None, alias="del", description="Planens ord for en del, f.eks. «strategi»."
    )
    tiltak: Tekst | None = Field(default=None, description="Planens ord for et tiltak.")
    mål: Tekst | None = Field(default=None, description="Planens ord for et mål.")
    milepæler: Tekst | None = Field(default=None, description="Planens ord for milepæler.")


class Frist(Format):
    """Fristen som planen oppgir; en ren tekst, eller en tekst med tolkning når teksten ikke kan leses maskinelt."""

    tekst: str = Field(description="Cellen nøyaktig som den er trykt.")
    innen: År | date | None = Field(
        default=None,
        description="Redaktørens lesning: siste dag, eller siste år. Utelates når teksten ikke sier noen dato.",
    )


class Ansvar(Format):
    """Hvem planen gir ansvaret; en ren tekst, eller en tekst med forklaring når aktørene ikke kan leses maskinelt."""

    tekst: str = Field(description="Cellen nøyaktig som den er trykt.")
    aktører: dict[str, Id] = Field(
        default_factory=dict,
        description="Ord i teksten som står for en aktør: ordet som trykt -> aktørens id.",
    )
    ikke_aktør: tuple[Tekst, ...] = Field(default=(), description="Ord i teksten som ikke er noen aktør.")
    roller: dict[str, Rolle] = Field(
        default_factory=dict, description="Rollen til et navn i teksten når ordene rundt ikke sier den."
    )


class Delmål(Format):
    """Redaktørens lesning av én milepæl i cellen «milepæler»."""

    tekst: Tekst = Field(description="Milepælen, ordrett slik den står i cellen.")
    innen: År | date | None = Field(
        default=None, description="Siste år eller siste dag. Året må stå i cellen."
    )


class Deltiltak(Format):
    """Et punkt som står under et tiltak i planen."""

    ordlyd: Tekst = Field(description="Punktet nøyaktig som det er trykt.")


class Tiltak(Format):
    """Ett tiltak, slik planen har det, med en kort tittel og et tema fra redaksjonen."""

    nr: Nr = Field(description="Nummeret uten punktum til slutt, i anførselstegn. Blir en del av adressen.")
    nr_trykt: str | None = Field(
        default=None, description="Nummeret nøyaktig som trykt, når det er skrevet annerledes."
    )
    tittel: Tittel = Field(description="Kort tittel i klart språk, høyst 70 tegn. Skrevet av redaksjonen.")
    tema: tuple[Id, ...] = Field(
        default=(), description="Temaer fra data/temaer.yml. Uten tema arves de ovenfra."
    )
    ordlyd: Tekst = Field(description="Tiltaket nøyaktig som det er trykt.")
    mål: str | None = Field(default=None, description="Målet nøyaktig som trykt i tiltakets egen celle.")
    frist: Annotated[Frist, _text_as("tekst")] | None = Field(default=None, description="Fristen som trykt.")
    ansvar: Annotated[Ansvar, _text_as("tekst")] | None = Field(
        default=None, description="Ansvaret som trykt."
    )
    milepæler: str | None = Field(default=None, description="Cellen med delmål eller milepæler, som trykt.")
    delmål: tuple[Delmål, ...] = Field(
        default=(), description="Milepælene i cellen over, lest av redaksjonen."
    )
    deltiltak: tuple[Deltiltak, ...] = Field(
        default=(), description="Punkter som står under tiltaket i planen."
    )
    nevner: dict[str, Id] = Field(
        default_factory=dict,
        description="Aktører som ordlyden eller milepælene nevner: ordet som trykt -> aktørens id.",
    )
    merknad: Tekst | None = Field(default=None, description="Redaksjonens merknad til leseren.")


class Del(Format):
    """En del av planen med eller uten egen overskrift: gruppe, strategi, mål eller måned."""

    nr: Nr | None = Field(default=None, description="Nummeret, i anførselstegn, når delen har et.")
    nr_trykt: str | None = Field(
        default=None, description="Nummeret nøyaktig som trykt, når det er skrevet annerledes."
    )
    tittel: Tekst | None = Field(default=None, description="Overskriften.")
    tittel_trykt: str | None = Field(
        default=None, description="Overskriften som trykt, når den er skrevet annerledes."
    )
    tittel_fra: Avsender = Field(
        "planen", description="Hvem som har skrevet tittelen: planen eller redaksjonen."
    )
    ordlyd: Tekst | None = Field(
        default=None, description="Delens egen ordlyd som trykt, f.eks. en strategi."
    )
    mål: Tekst | None = Field(
        default=None, description="Målet nøyaktig som trykt; gjelder alle tiltak i delen."
    )
    tema: tuple[Id, ...] = Field(default=(), description="Temaer for alle tiltak i delen som ikke har egne.")
    merknad: Tekst | None = Field(default=None, description="Redaksjonens merknad til leseren.")
    tiltak: tuple[Tiltak, ...] = Field(default=(), description="Tiltakene i delen.")
    deler: tuple[Del, ...] = Field(default=(), description="Deler i delen.")


class Innsatsområde(Del):
    """Et av planens hovedområder."""

    nr: Nr = Field(description="Nummeret, i anførselstegn.")
    tittel: Tekst = Field(description="Områdets navn.")


class Plan(Format):
    """En plan: hva den er, og alt den sier at skal gjøres."""

    tittel: Tekst = Field(description="Planens fulle tittel.")
    kortnavn: Kortnavn = Field(description="Kort navn til lenker og brødsmuler, f.eks. «Modum 2015–2019».")
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
    eier: Id = Field(description="Aktøren som eier planen.")
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Kommunene planen gjelder for."
    )
    periode: Annotated[Periode, BeforeValidator(_year_as_period)] | None = Field(
        default=None, description="Tidsrommet planen gjelder for."
    )
    planstatus: Planstatus = Field(description="Hvor planen står i sitt eget løp.")
    vedtak: Vedtak | None = Field(default=None, description="Vedtaket; må stå når planen er vedtatt.")
    erstatter: Annotated[Erstattet, _text_as("plan")] | None = Field(
        default=None, description="Planen som denne erstatter: en id, eller {tittel: …}."
    )
    registrert: date = Field(description="Dagen planen kom inn i disse dataene.")
    språk: Literal["nb", "nn"] = Field("nb", description="Språket i planen.")
    kilde: Kilde = Field(description="Dokumentet planen er hentet fra.")
    ord_: Ord | None = Field(default=None, alias="ord", description="Planens egne ord der de avviker.")
    omtale: Tekst = Field(description="To–fire setninger om planen, med redaksjonens egne ord.")
    slag: Slag = Field(
        "tiltak", description="Hva planens linjer er; bare tiltak i vedtatte planer telles i summene."
    )
    nummerert_av: Avsender = Field("planen", description="Hvem som har satt numrene.")
    kolonner: tuple[Kolonne, ...] = Field(default=(), description="Hva dokumentet trykker for hvert tiltak.")
    mål: Tekst | None = Field(default=None, description="Planens overordnede mål, som trykt.")
    merknad: Tekst | None = Field(default=None, description="Redaksjonens merknad til leseren.")
    innsatsområder: tuple[Innsatsområde, ...] = Field(default=(), description="Planens innsatsområder.")
    deler: tuple[Del, ...] = Field(
        default=(), description="Deler av en plan uten innsatsområder, f.eks. måneder."
    )


class Tall(Format):
    """Et tall fra en kilde."""

    navn: Tekst = Field(description="Hva som er talt.")
    verdi: int | float | Tekst = Field(description="Verdien.")
    planlagt: int | float | Tekst | None = Field(
        default=None, description="Verdien som var planlagt eller ventet."
    )
    enhet: Tekst | None = Field(default=None, description="Enheten, f.eks. «kroner».")


class Punkt(Format):
    """Én opplysning hentet fra en kilde."""

    id: Id = Field(description="Kort navn på punktet; blir en del av adressen.")
    tittel: Tittel = Field(description="Kort tittel.")
    tiltak: tuple[Tiltaksref, ...] = Field(default=(), description="Tiltakene det gjelder, som plan/nummer.")
    status: Status | None = Field(
        default=None, description="Status for tiltakene, bare når kilden viser den."
    )
    måloppnåelse: Måloppnåelse | None = Field(
        default=None, description="Om målet er nådd, når kilden viser det."
    )
    dekker: Dekker = Field("hele", description="Om kilden gjelder hele tiltaket eller en del av det.")
    omtale: Tekst = Field(description="Hva kilden forteller, med redaksjonens egne ord.")
    sitat: Tekst | None = Field(
        default=None, description="Kort, ordrett sitat. Må stå når punktet setter status."
    )
    sted: Tekst | None = Field(default=None, description="Hvor i kilden det står.")
    sikkerhet: Sikkerhet | None = Field(default=None, description="Hvor sikkert kilden viser dette.")
    tall: tuple[Tall, ...] = Field(default=(), description="Tall fra kilden.")
    aktører: tuple[Id, ...] = Field(default=(), description="Aktører som kilden nevner her.")


class Rapport(Format):
    """En kilde som forteller hva som har skjedd."""

    tittel: Tekst = Field(description="Kildens tittel.")
    kortnavn: Kortnavn = Field(description="Kort navn til lenker, f.eks. «Årsberetning 2021».")
    utgiver: Id = Field(description="Aktøren som har gitt ut kilden.")
    kommuner: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Kommunene kilden handler om."
    )
    planer: tuple[Id, ...] = Field(
        default=(), description="Planer kilden handler om, ut over tiltakene den nevner."
    )
    gjelder: Annotated[Periode, BeforeValidator(_year_as_period)] = Field(
        description="Året kilden forteller om, eller {fra, til}, eller {tekst: udatert}."
    )
    registrert: date = Field(description="Dagen kilden kom inn i disse dataene.")
    kilde: Kilde = Field(description="Dokumentet.")
    omtale: Tekst = Field(description="To–fire setninger om kilden, med redaksjonens egne ord.")
    forbehold: Tekst | None = Field(
        default=None, description="Hva leseren bør vite om kilden, f.eks. egeninteresse."
    )
    punkter: Annotated[tuple[Punkt, ...], Field(min_length=1)] = Field(description="Opplysningene.")


class Nummer(Format):
    """Et kommunenummer og tiden det gjaldt."""

    nummer: Kommunenummer = Field(description="Fire sifre i anførselstegn.")
    fra: date | None = Field(default=None, description="Første dag, når den er kjent.")
    til: date | None = Field(default=None, description="Siste dag; mangler for dagens nummer.")


class Kommune(Format):
    """En kommune."""

    navn: Tekst = Field(description="Kommunens navn.")
    aktør: Id = Field(description="Kommunen som aktør.")
    målform: Literal["bokmål", "nynorsk", "nøytral"] = Field(
        description="Målvedtaket (2015). Opplysning, ingen regel."
    )
    tilgjengelighetserklæring: Adresse | None = Field(
        default=None,
        description="Adressen til kommunens egen erklæring for dette nettstedet, når den finnes.",
    )
    numre: Annotated[tuple[Nummer, ...], Field(min_length=1)] = Field(
        description="Kommunenumrene, eldste først."
    )
    merknad: Tekst | None = Field(default=None, description="Redaksjonens merknad til leseren.")


class Fylke(Format):
    """Et fylke og tiden det hadde nummeret."""

    navn: Tekst = Field(description="Fylkets navn.")
    fra: date | None = Field(default=None, description="Første dag med dette nummeret, når den er kjent.")
    til: date | None = Field(default=None, description="Siste dag; mangler for dagens fylker.")


class Tema(Format):
    """Et tema på tvers av planene."""

    navn: Annotated[str, Field(pattern=IKKE_TOM, max_length=40)] = Field(description="Temaets navn.")
    beskrivelse: Tekst = Field(description="Én setning om hva temaet omfatter.")


class Etterfølger(Format):
    """Hvem som tok over etter aktøren."""

    aktør: Id | None = Field(default=None, description="Id-en, når etterfølgeren står i aktørregisteret.")
    navn: Tekst | None = Field(default=None, description="Navnet, når den ikke gjør det.")
    fra: År | None = Field(default=None, description="Året den tok over.")


class Aktør(Format):
    """En virksomhet, enhet, stilling eller gruppe. Aldri en privatperson."""

    navn: Tekst = Field(description="Navnet som vises.")
    type: Aktørtype = Field(description="Hva slags aktør det er.")
    varianter: tuple[Tekst, ...] = Field(default=(), description="Andre skrivemåter som betyr det samme.")
    forelder: Id | None = Field(default=None, description="Aktøren den er en del av.")
    etterfølger: Etterfølger | None = Field(default=None, description="Hvem som tok over.")
    medlemmer: tuple[Id, ...] = Field(default=(), description="Aktørene den består av.")
    orgnr: Annotated[str, Field(pattern=r"^[0-9]{9}$")] | None = Field(
        default=None, description="Organisasjonsnummer, ni sifre i anførselstegn."
    )
    merknad: Tekst | None = Field(default=None, description="Redaksjonens merknad til leseren.")


@dataclass(frozen=True, slots=True)
class Linje:
    """One tiltak of a plan with its way in the file and everything it stands under, outermost first."""

    keys: tuple[str | int, ...]
    over: tuple[Del, ...]
    tiltak: Tiltak


def linjer(plan: Plan) -> Iterator[Linje]:
    """The plan's tiltak in the order of the document."""
    for keys, over in deler(plan):
        for i, tiltak in enumerate(over[-1].tiltak):
            yield Linje((*keys, "tiltak", i), over, tiltak)


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
