"""What each fixed word of the format means, in one Norwegian sentence.

A field that takes one of a few words has one of these `Literal`s as its type. What the words mean is shown by the
editors' field reference and, through the JSON Schemas, by their editor's program while they write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from . import columns

Status = Literal["ikke-startet", "pågår", "i-drift", "gjennomført", "utsatt", "stanset", "videreført"]
Planstatus = Literal["utkast", "under arbeid", "høring", "vedtatt", "erstattet", "utgått", "ikke kjent"]
Sikkerhet = Literal["høy", "middels", "lav"]
Måloppnåelse = Literal["nådd", "delvis", "ikke nådd"]
Dekker = Literal["hele", "del"]
Rolle = Literal["ansvarlig", "samarbeidspart", "ved"]
"""How much an aktør has to do with a tiltak."""
if TYPE_CHECKING:
    Kolonne = str
else:  # of a table no `Literal` can be made that a type checker knows
    Kolonne = Literal[columns.NAMES]
    """What a plan may print for each tiltak."""
Linjeslag = Literal["tiltak", "tiltaksområde", "steg"]
"""What the lines of a plan are. The kinds of things are in `kinds.py`."""
Avsender = Literal["planen", "redaksjonen"]
"""Who wrote a title or set the numbers."""
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
OFFENTLIGE = frozenset(
    {
        "kommune",
        "kommunal enhet",
        "stilling",
        "folkevalgt organ",
        "fylkeskommune",
        "stat",
        "offentlig selskap",
        "regionråd",
    }
)
"""The kinds of aktører that must show their documents to whoever asks (offentleglova § 2)."""
Plantype = Literal[
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
]
Språk = Literal["nb", "nn"]
Målform = Literal["bokmål", "nynorsk", "nøytral"]

STATUSORD: dict[str, tuple[str, str]] = {
    "ikke-rapportert": ("Ikke rapportert", "Ingen kilde i disse dataene sier noe sikkert om tiltaket."),
    "ikke-startet": ("Ikke startet", "En kilde sier at arbeidet ikke har begynt."),
    "pågår": ("Pågår", "En kilde sier at det arbeides med tiltaket."),
    "i-drift": ("I drift", "En kilde sier at en fast oppgave blir utført."),
    "gjennomført": ("Gjennomført", "En kilde sier at tiltaket er fullført."),
    "utsatt": ("Utsatt", "En kilde sier at tiltaket er skjøvet til senere."),
    "stanset": ("Stanset", "En kilde sier at tiltaket er avsluttet uten å være fullført."),
    "videreført": ("Videreført", "En kilde sier at tiltaket er tatt inn i en senere plan."),
    "uenig": ("Kildene er uenige", "To kilder om samme tid sier hver sitt, og vi kan ikke velge mellom dem."),
}
"""Each status word with its label and one-sentence definition; the first is the lack of a report."""
MELDBARE = {key: words for key, words in STATUSORD.items() if key not in ("ikke-rapportert", "uenig")}
"""The statuses that a source may give; the others follow from what there is of sources."""

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

LINJEORD: dict[Linjeslag, str] = {"tiltak": "tiltak", "tiltaksområde": "tiltaksområder", "steg": "steg"}
"""What several lines of a plan are called, by what they are."""
PLANSTATUSORD: dict[str, str] = {
    "utkast": "Utkast, ikke vedtatt",
    "under arbeid": "Under arbeid, ikke vedtatt",
    "høring": "På høring, ikke vedtatt",
    "vedtatt": "Vedtatt",
    "erstattet": "Erstattet av en nyere plan",
    "utgått": "Utgått",
    "ikke kjent": "Ikke kjent om den er vedtatt",
}
VEDTATTE = frozenset({"vedtatt", "erstattet", "utgått"})
"""The plan states that count as adopted, now or earlier."""
IKKE_VEDTATTE = frozenset({"utkast", "under arbeid", "høring"})
"""The plan states of drafts; what is neither is not known to be adopted."""

ORDLISTER: tuple[dict[str, str], ...] = (
    {ord_: definition for ord_, (_, definition) in MELDBARE.items()},
    {
        "utkast": "Et forslag som en kilde sier ikke er vedtatt.",
        "under arbeid": "Arbeidet med planen pågår, og den er ikke vedtatt.",
        "høring": "Planen er sendt på høring, og er ikke vedtatt.",
        "vedtatt": "Planen er vedtatt, og gjelder.",
        "erstattet": "Planen var vedtatt, men en nyere plan har tatt over.",
        "utgått": "Planen var vedtatt, men gjelder ikke lenger.",
        "ikke kjent": "Verken dokumentet eller en annen kilde sier om planen er vedtatt.",
    },
    SIKKERHETSORD,
    {
        "nådd": "Kilden viser at målet for tiltaket er nådd.",
        "delvis": "Kilden viser at en del av målet er nådd.",
        "ikke nådd": "Kilden viser at målet ikke er nådd.",
    },
    {
        "ansvarlig": "Har ansvaret, alene eller sammen med de andre som er nevnt slik.",
        "samarbeidspart": "Er med på tiltaket sammen med den ansvarlige.",
        "ved": "Står for en ansvarlig: etter «v/» (ved) i planen.",
    },
    {column.navn: column.om for column in columns.COLUMNS},
    {
        "tiltak": "Noe som skal gjøres; telles i summene når planen er vedtatt.",
        "tiltaksområde": "Et område planen vil arbeide med, uten at det sies hva som skal gjøres; står i egne rader.",
        "steg": "Et steg i arbeidet med en plan; står i egne rader.",
    },
    {
        "planen": "Det står slik i planen.",
        "redaksjonen": "Planen har det ikke; redaksjonen har satt det.",
    },
    {
        "kommune": "Kommunen som virksomhet.",
        "kommunal enhet": "En etat, en avdeling eller et annet ledd i en kommune.",
        "stilling": "En stilling eller et verv, aldri personen som har det.",
        "folkevalgt organ": "Et råd, styre eller utvalg av folkevalgte.",
        "samlebetegnelse": "En gruppe uten noen som kan svare for alle, for eksempel «næringslivet».",
        "fylkeskommune": "En fylkeskommune.",
        "stat": "Et departement, et direktorat eller et annet statlig organ.",
        "offentlig selskap": "Et selskap som stat, fylke eller kommune eier.",
        "regionråd": "Et råd der flere kommuner samarbeider.",
        "skole og forskning": "En skole, en høyskole, et universitet eller et forskningsmiljø.",
        "forening": "En forening eller en annen sammenslutning med medlemmer.",
        "bedrift": "En privat bedrift.",
        "trossamfunn": "En kirke eller et annet tros- eller livssynssamfunn.",
        "samarbeid": "Et prosjekt, et utvalg eller et nettverk med flere parter.",
    },
    {
        "planstrategi": "Kommunens oversikt over hvilke planer den skal lage eller endre.",
        "samfunnsdel": "Den delen av kommuneplanen som sier hvordan kommunen skal utvikle seg.",
        "arealdel": "Den delen av kommuneplanen som sier hva arealene kan brukes til.",
        "kommunedelplan": "En plan for et tema eller et område etter plan- og bygningsloven.",
        "temaplan": "En plan for ett tema, uten virkning etter plan- og bygningsloven.",
        "strategi": "En kommunes strategi.",
        "regional strategi": "En strategi for flere kommuner eller en region.",
        "handlingsplan": "En plan som sier hva som skal gjøres.",
        "handlingsprogram": "Et program som sier hva som skal gjøres, ofte til en større plan.",
        "prosessnotat": "Et notat om arbeidet med en plan.",
    },
    {"nb": "Bokmål.", "nn": "Nynorsk."},
    {"hele": "Kilden gjelder hele tiltaket.", "del": "Kilden gjelder bare en del av tiltaket."},
    {
        "bokmål": "Kommunen har vedtatt bokmål.",
        "nynorsk": "Kommunen har vedtatt nynorsk.",
        "nøytral": "Kommunen har vedtatt å være nøytral.",
    },
)
"""Each set of words that a field may take, with their definitions; the words in the order of their `Literal`."""


def definitions(words: tuple[str, ...]) -> dict[str, str]:
    """Return exactly these `words`, each with what it means; empty when no list in `ORDLISTER` has just these."""
    return next((liste for liste in ORDLISTER if tuple(liste) == words), {})
