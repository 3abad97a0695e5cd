"""What programs find first: robots.txt, llms.txt, and what the catalogue tells of the whole."""

from __future__ import annotations

from datetime import date

from ...format.vocabulary import STATUSORD
from . import atom, catalogue, ical
from .catalogue import Distribusjon
from .inert import line
from .issue import Utgivelse

ROBOTS, LLMS = "robots.txt", "llms.txt"
NDJSON = "data/v1/tiltak.ndjson"
TITLE = "Tiltak i kommunenes planer for næringsutvikling"
ABOUT = (
    "Hvert tiltak i planene, ordrett, med frist, ansvarlige, temaer og det kilder forteller om status. "
    "«Ikke rapportert» betyr at ingen kilde i dataene sier noe sikkert om tiltaket, ikke at ingenting er gjort."
)
FILES = (
    Distribusjon(
        "csv", "Tabell over tiltakene", "CSV i UTF-8 med semikolon.", "data/v1/tiltak.csv", "text/csv", "CSV"
    ),
    Distribusjon(
        "ndjson",
        "Alle tiltak, ett på hver linje",
        "JSON, ett objekt for hvert tiltak.",
        NDJSON,
        "application/x-ndjson",
        "JSON",
    ),
    Distribusjon(
        "json",
        "Innholdsfortegnelse",
        "JSON med adressen til alle filene.",
        "data/v1/index.json",
        "application/json",
        "JSON",
    ),
    Distribusjon(
        "atom",
        "Det som er nytt",
        "Nye statuser, vedtak og rettelser.",
        atom.EVERYTHING,
        "application/atom+xml",
        "ATOM",
    ),
    Distribusjon(
        "kalender", "Frister", "Frister og milepæler som kalender.", ical.EVERYTHING, "text/calendar", "ICS"
    ),
)
"""What the catalogue tells of; each is a file of the site."""


def changed(issue: Utgivelse) -> date | None:
    """Return the last day that something in the content changed; None while there is nothing."""
    return max((one.kjent for one in issue.nyheter.alle), default=None)


def turtle(issue: Utgivelse) -> bytes:
    """Return the catalogue as Turtle."""
    return catalogue.turtle(issue.site, TITLE, ABOUT, changed(issue), list(FILES))


def json_ld(issue: Utgivelse) -> bytes:
    """Return the catalogue as JSON-LD."""
    return catalogue.json_ld(issue.site, TITLE, ABOUT, changed(issue), list(FILES))


def robots(issue: Utgivelse) -> bytes:
    """Return robots.txt: everybody may read everything, and the sitemap has it all."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {issue.site.url('sitemap.xml')}\n".encode()


def llms(issue: Utgivelse) -> bytes:
    """Return llms.txt: where an assistant finds exact words, and what it must not make of them."""
    site = issue.site
    statuses = "\n".join(f"- {word}: {about}" for word, about in STATUSORD.values())
    lines = [
        f"# {line(site.navn)}",
        "",
        f"> {line(site.beskrivelse)}" if site.beskrivelse else "> Kommunenes planer for næringsutvikling.",
        "",
        "Planene er gjengitt ordrett. Titler, temaer og tolkninger er redaksjonens, og merket slik.",
        "Hver status har en kilde. Når du svarer om et tiltak: siter ordlyden, nevn planen, og lenk til siden til tiltaket.",
        "",
        "## Hva statusene betyr",
        "",
        statuses,
        "",
        "«Ikke rapportert» betyr at vi ikke har funnet en kilde. Det betyr ikke at ingenting er gjort, og kan ikke gjengis som «ikke startet» eller «ikke gjennomført».",
        "En status gjelder tiden kilden forteller om, ikke i dag: nevn året.",
        "«En del» betyr at kilden forteller om en del av tiltaket, ikke hele.",
        "En frist som bare er et år, er lest som 31. desember det året.",
        "",
        "## Data",
        "",
        f"- [Alle tiltak, ett JSON-objekt på hver linje]({site.url(NDJSON)}): ordlyd, plan, frist, ansvarlige, status med kilde",
        f"- [Innholdsfortegnelse]({site.url('data/v1/index.json')}): alle filene og beskrivelsen av dem",
        f"- [Om dataene]({site.url('data/')})",
        f"- [Det som er nytt (Atom)]({site.url(atom.EVERYTHING)})",
        f"- [Frister (iCalendar)]({site.url(ical.EVERYTHING)})",
        f"- [Alle sidene]({site.url('sitemap.xml')})",
        "",
        "Lisens: CC BY 4.0 for redaksjonens egne ord; planenes egne ord kan brukes fritt.",
        "",
    ]
    return "\n".join(lines).encode()
