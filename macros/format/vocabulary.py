"""What each fixed word of the format means, in one Norwegian sentence.

A field that takes one of a few words is a `Literal` in `model.py`. What they mean is said here, and shown by the
editors' field reference and, through the JSON Schemas, by their editor while they write.
"""

from __future__ import annotations

from .model import SIKKERHETSORD, STATUSORD

ORDLISTER: tuple[dict[str, str], ...] = (
    {ord_: definition for ord_, (_, definition) in STATUSORD.items() if ord_ != "ikke-rapportert"},
    {
        "utkast": "Et forslag som ikke er vedtatt.",
        "under arbeid": "Arbeidet med planen pågår, og den er ikke vedtatt.",
        "høring": "Planen er sendt på høring, og er ikke vedtatt.",
        "vedtatt": "Planen er vedtatt, og gjelder.",
        "erstattet": "Planen var vedtatt, men en nyere plan har tatt over.",
        "utgått": "Planen var vedtatt, men gjelder ikke lenger.",
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
        "ved": "Utfører det for den ansvarlige.",
    },
    {
        "mål": "Planen trykker et mål for hvert tiltak.",
        "frist": "Planen trykker en frist for hvert tiltak.",
        "ansvar": "Planen trykker hvem som har ansvaret for hvert tiltak.",
        "milepæler": "Planen trykker milepæler eller delmål for hvert tiltak.",
    },
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
"""Each set of words that a field may take, with their definitions, in the order of `model.py`."""


def definitions(words: tuple[str, ...]) -> dict[str, str]:
    """What exactly these words mean; empty when nobody has said."""
    return next((liste for liste in ORDLISTER if tuple(liste) == words), {})
