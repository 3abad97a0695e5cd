"""The columns of what is published of what stands around a tiltak: statements of sources, aktører, planer, deler, kommuner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..register.addresses import address
from ..register.entities import Del, Kommune, Plan, Punkt, Tiltak
from .about_tiltak import status_source
from .published import Felt, Published, Tabell, Value, ids, nummer_of, part_id, words_of


@dataclass(frozen=True, eq=False, slots=True)
class Statusrapport:
    """A statement of a source about one tiltak; about none when the source names none."""

    punkt: Punkt
    tiltak: Tiltak | None

    @property
    def id(self) -> str:
        """Return the id of the statement, and of the tiltak after a sign that no id has."""
        return f"{self.punkt.id}@{self.tiltak.id}" if self.tiltak else self.punkt.id


def _statements(published: Published) -> Iterator[Statusrapport]:
    """Yield every statement of every source, once for each tiltak it is about."""
    for rapport in published.register.rapporter.values():
        for punkt in rapport.punkter:
            if not punkt.tiltak:
                yield Statusrapport(punkt, None)
            for tiltak in punkt.tiltak:
                yield Statusrapport(punkt, tiltak)


def _day(rapport_day: tuple[date, date] | None, which: int) -> date | None:
    return rapport_day[which] if rapport_day else None


STATUSRAPPORTER = Tabell(
    "statusrapporter", "Statusrapporter",
    "Én rad for hver opplysning i hver kilde, og for hvert tiltak den gjelder. En opplysning uten status er bakgrunn.",
    _statements,
    (
        Felt("id", "tekst", "nettstedet", "Opplysningens id, «@» og tiltakets id.", lambda _, s: s.id, må=True),
        Felt("opplysning", "tekst", "nettstedet", "Kildens id og opplysningens id.", lambda _, s: s.punkt.id, må=True),
        Felt("adresse", "tekst", "nettstedet", "Adressen til opplysningen.", lambda p, s: p.base + address(s.punkt), må=True),
        Felt("tiltak", "tekst", "redaksjonen", "Tiltaket den gjelder; tomt når kilden ikke gjelder et bestemt tiltak.",
             lambda _, s: s.tiltak and s.tiltak.id, peker="tiltak"),
        Felt("tittel", "tekst", "redaksjonen", "Kort tittel på opplysningen.", lambda _, s: s.punkt.tittel, må=True),
        Felt("status", "tekst", "kilde", "Statusen kilden gir; tom når den ikke gir noen.", lambda _, s: s.punkt.data.status,
             ord=words_of("status")),
        Felt("måloppnåelse", "tekst", "kilde", "Om målet er nådd, når kilden viser det.", lambda _, s: s.punkt.data.måloppnåelse,
             ord=words_of("måloppnåelse")),
        Felt("dekker", "tekst", "kilde", "Om kilden gjelder hele tiltaket eller en del av det.", lambda _, s: s.punkt.data.dekker,
             må=True, ord=words_of("dekker")),
        Felt("milepæler", "liste", "trykt", "Milepælene eller delfristene kilden forteller om, med planens ord.",
             lambda _, s: s.punkt.data.delmål),
        Felt("gir_statusen", "ja/nei", "nettstedet", "Om det er denne opplysningen som gir tiltaket statusen i tabellen tiltak.",
             lambda _, s: s.tiltak is not None and status_source(s.tiltak) is s.punkt, må=True),
        Felt("omtale", "tekst", "redaksjonen", "Hva kilden forteller, med redaksjonens ord.", lambda _, s: s.punkt.data.omtale, må=True),
        Felt("sitat", "tekst", "kilde", "Ordrett fra kilden.", lambda _, s: s.punkt.data.sitat),
        Felt("sted", "tekst", "kilde", "Hvor i kilden det står.", lambda _, s: s.punkt.data.sted),
        Felt("sikkerhet", "tekst", "redaksjonen", "Hvor sikkert kilden viser det.", lambda _, s: s.punkt.data.sikkerhet,
             ord=words_of("sikkerhet")),
        Felt("rapport", "tekst", "nettstedet", "Kildens id.", lambda _, s: s.punkt.rapport.id, må=True),
        Felt("rapport_tittel", "tekst", "kilde", "Kildens tittel.", lambda _, s: s.punkt.rapport.data.tittel, må=True),
        Felt("utgiver", "tekst", "kilde", "Aktøren som har gitt ut kilden.", lambda _, s: s.punkt.rapport.utgiver.id, må=True,
             peker="aktorer"),
        Felt("avsender", "tekst", "nettstedet", "Hva utgiveren er for tiltaket.",
             lambda _, s: s.punkt.avsender(s.tiltak) if s.tiltak else None),
        Felt("gjelder_fra", "dato", "kilde", "Første dag kilden forteller om.",
             lambda _, s: _day(s.punkt.rapport.data.gjelder.dager, 0)),
        Felt("gjelder_til", "dato", "kilde", "Siste dag kilden forteller om.",
             lambda _, s: _day(s.punkt.rapport.data.gjelder.dager, 1)),
        Felt("gjelder_tekst", "tekst", "redaksjonen", "Hvorfor tida ikke er kjent.", lambda _, s: s.punkt.rapport.data.gjelder.tekst),
        Felt("utgitt", "dato", "kilde", "Dagen kilden ble gitt ut, når den sier det.", lambda _, s: s.punkt.rapport.data.utgitt),
        Felt("registrert", "dato", "redaksjonen", "Dagen kilden kom inn i disse dataene.", lambda _, s: s.punkt.rapport.data.registrert,
             må=True),
        Felt("kilde_adresse", "tekst", "kilde", "Adressen til kilden, når den ligger på nett.", lambda _, s: s.punkt.rapport.data.kilde.url),
        Felt("kilde_arkiv", "tekst", "kilde", "Adressen til en kopi i et nettarkiv.", lambda _, s: s.punkt.rapport.data.kilde.arkiv),
        Felt("forbehold", "tekst", "redaksjonen", "Hva leseren bør vite om kilden.", lambda _, s: s.punkt.rapport.data.forbehold),
    ),
)  # fmt: skip


AKTORER = Tabell(
    "aktorer", "Aktører",
    "Én rad for hver virksomhet, enhet, stilling eller gruppe som en plan eller kilde nevner. Aldri en privatperson.",
    lambda published: published.register.aktører.values(),
    (
        Felt("id", "tekst", "nettstedet", "Aktørens id.", lambda _, a: a.id, må=True),
        Felt("adresse", "tekst", "nettstedet", "Adressen til aktørens side.", lambda p, a: p.base + address(a), må=True),
        Felt("navn", "tekst", "redaksjonen", "Navnet.", lambda _, a: a.navn, må=True),
        Felt("type", "tekst", "redaksjonen", "Hva slags aktør det er.", lambda _, a: a.data.type, må=True, ord=words_of("aktørtype")),
        Felt("varianter", "liste", "redaksjonen", "Andre skrivemåter.", lambda _, a: a.data.varianter),
        Felt("kommune", "tekst", "redaksjonen", "Kommunen aktøren hører til; tomt for en som er felles for flere.",
             lambda _, a: a.kommune and a.kommune.id, peker="kommuner"),
        Felt("er_kommune", "tekst", "redaksjonen", "Kommunen aktøren er, når den er en kommune.",
             lambda _, a: a.er_kommune and a.er_kommune.id, peker="kommuner"),
        Felt("forelder", "tekst", "redaksjonen", "Aktøren den er en del av.", lambda _, a: a.forelder and a.forelder.id, peker="aktorer"),
        Felt("medlemmer", "liste", "redaksjonen", "Aktørene den består av, som id-er.", lambda _, a: ids(a.medlemmer)),
        Felt("orgnr", "tekst", "redaksjonen", "Organisasjonsnummeret, ni sifre, når en kilde har det.", lambda _, a: a.orgnr),
        Felt("fra", "heltall", "redaksjonen", "Første år, når det er kjent.", lambda _, a: a.data.fra),
        Felt("til", "heltall", "redaksjonen", "Siste år, når det er kjent.", lambda _, a: a.data.til),
        Felt("etterfølger", "tekst", "redaksjonen", "Aktøren som tok over.", lambda _, a: a.etterfølger and a.etterfølger.id, peker="aktorer"),
        Felt("merknad", "tekst", "redaksjonen", "Redaksjonens merknad til leseren.", lambda _, a: a.data.merknad),
    ),
)  # fmt: skip


def _decided(plan: Plan, of: str) -> Value:
    """Return a field of the decision on a plan; None without one."""
    value: Value = getattr(plan.data.vedtak, of) if plan.data.vedtak else None
    return value


def _period(plan: Plan, of: str) -> Value:
    """Return a field of the period of a plan; None without one."""
    value: Value = getattr(plan.data.periode, of) if plan.data.periode else None
    return value


PLANER = Tabell(
    "planer", "Planer",
    "Én rad for hver plan, også utkast og planer som er erstattet. Om planen gjelder i dag, står i tabellen tiltak-i-dag.",
    lambda published: published.register.planer.values(),
    (
        Felt("id", "tekst", "nettstedet", "Planens id.", lambda _, p: p.id, må=True),
        Felt("adresse", "tekst", "nettstedet", "Adressen til planens side.", lambda all_, p: all_.base + address(p), må=True),
        Felt("tittel", "tekst", "trykt", "Planens fulle tittel.", lambda _, p: p.data.tittel, må=True),
        Felt("kortnavn", "tekst", "redaksjonen", "Kort navn.", lambda _, p: p.navn, må=True),
        Felt("type", "tekst", "redaksjonen", "Hva slags plan det er.", lambda _, p: p.data.type, må=True, ord=words_of("plantype")),
        Felt("eier", "tekst", "redaksjonen", "Aktøren som eier planen.", lambda _, p: p.eier.id, må=True, peker="aktorer"),
        Felt("kommuner", "liste", "redaksjonen", "Kommunene planen gjelder, som id-er.", lambda _, p: ids(p.kommuner), må=True),
        Felt("kommunenumre", "liste", "nettstedet", "Kommunenumrene i dag, i samme rekkefølge.",
             lambda _, p: tuple([nummer_of(one) for one in p.kommuner]), må=True),
        Felt("periode_fra", "heltall", "trykt", "Første år.", lambda _, p: _period(p, "fra")),
        Felt("periode_til", "heltall", "trykt", "Siste år.", lambda _, p: _period(p, "til")),
        Felt("periode_tekst", "tekst", "redaksjonen", "Hvorfor perioden ikke er kjent.", lambda _, p: _period(p, "tekst")),
        Felt("planstatus", "tekst", "redaksjonen", "Hvor planen står i sitt eget løp.", lambda _, p: p.data.planstatus, må=True,
             ord=words_of("planstatus")),
        Felt("vedtatt_av", "tekst", "redaksjonen", "Organet som vedtok planen.", lambda _, p: _decided(p, "organ")),
        Felt("vedtatt_dato", "dato", "redaksjonen", "Dagen den ble vedtatt.", lambda _, p: _decided(p, "dato")),
        Felt("vedtak_sak", "tekst", "redaksjonen", "Saksnummeret fra protokollen.", lambda _, p: _decided(p, "sak")),
        Felt("vedtak_protokoll", "tekst", "redaksjonen", "Adressen til protokollen.", lambda _, p: _decided(p, "protokoll_url")),
        Felt("erstatter", "tekst", "redaksjonen", "Planen som denne erstatter, når den er i disse dataene.",
             lambda _, p: p.erstatter and p.erstatter.id, peker="planer"),
        Felt("erstattet_av", "liste", "redaksjonen", "Planene som erstatter denne, som id-er.", lambda _, p: ids(p.erstattet_av)),
        Felt("slag", "tekst", "redaksjonen", "Hva planens linjer er.", lambda _, p: p.data.slag, må=True, ord=words_of("slag")),
        Felt("antall_linjer", "heltall", "nettstedet", "Antall rader planen har i tabellen tiltak.", lambda _, p: len(p.tiltak), må=True),
        Felt("kolonner", "liste", "redaksjonen", "Kolonnene planen trykker for hvert tiltak, med overskriftene på nettstedet.",
             lambda _, p: tuple([p.overskrift(one) for one in p.data.alle_kolonner if one.navn in p.data.kolonnenavn])),
        Felt("mål", "tekst", "trykt", "Planens overordnede mål, som trykt.", lambda _, p: p.data.mål),
        Felt("innledning", "tekst", "trykt", "Teksten før tiltakene, som trykt.", lambda _, p: p.data.innledning),
        Felt("omtale", "tekst", "redaksjonen", "Om planen, med redaksjonens ord.", lambda _, p: p.data.omtale, må=True),
        Felt("språk", "tekst", "redaksjonen", "Språket i planen.", lambda _, p: p.data.språk, må=True, ord=words_of("språk")),
        Felt("registrert", "dato", "redaksjonen", "Dagen planen kom inn i disse dataene.", lambda _, p: p.data.registrert, må=True),
        Felt("kilde_tittel", "tekst", "redaksjonen", "Tittelen på dokumentet planen er hentet fra.", lambda _, p: p.data.kilde.tittel, må=True),
        Felt("kilde_adresse", "tekst", "redaksjonen", "Adressen til dokumentet, når den er kjent.", lambda _, p: p.data.kilde.url),
        Felt("kilde_arkiv", "tekst", "redaksjonen", "Adressen til en kopi i et nettarkiv.", lambda _, p: p.data.kilde.arkiv),
        Felt("kilde_sha256", "tekst", "nettstedet", "Fingeravtrykk (SHA-256) av teksten som dataene er skrevet etter.",
             lambda _, p: p.data.kilde.sha256),
        Felt("merknad", "tekst", "redaksjonen", "Redaksjonens merknad til leseren.", lambda _, p: p.data.merknad),
    ),
)  # fmt: skip


def parts_of(plan: Plan) -> Iterator[Del]:
    """Yield every part of a plan in the order of the document, a part before those within it."""
    waiting = list(reversed(plan.deler))
    while waiting:
        part = waiting.pop()
        yield part
        waiting += reversed(part.deler)


DELER = Tabell(
    "deler", "Deler av planene",
    "Én rad for hvert innsatsområde og hver annen del av en plan, med det som er trykt over tiltakene.",
    lambda published: (part for plan in published.register.planer.values() for part in parts_of(plan)),
    (
        Felt("id", "tekst", "nettstedet", "Planens id, «#» og delens plass i planen.", lambda _, d: part_id(d), må=True),
        Felt("adresse", "tekst", "nettstedet", "Adressen til delen.", lambda p, d: p.base + address(d), må=True),
        Felt("plan", "tekst", "nettstedet", "Planen delen står i.", lambda _, d: d.plan.id, må=True, peker="planer"),
        Felt("i", "tekst", "nettstedet", "Delen den står i; tomt for de ytterste.", lambda _, d: part_id(d.i) if d.i else None, peker="deler"),
        Felt("nr", "tekst", "nettstedet", "Nummeret, når delen har et.", lambda _, d: d.nr),
        Felt("nr_trykt", "tekst", "trykt", "Nummeret som trykt, når det er skrevet annerledes.", lambda _, d: d.data.nr_trykt),
        Felt("tittel", "tekst", "redaksjonen", "Overskriften.", lambda _, d: d.tittel),
        Felt("tittel_trykt", "tekst", "trykt", "Overskriften nøyaktig som trykt; tom når redaksjonen har satt den.",
             lambda _, d: (d.data.tittel_trykt or d.tittel) if d.data.tittel_fra == "planen" else None),
        Felt("ordlyd", "tekst", "trykt", "Delens egen ordlyd som trykt.", lambda _, d: d.data.ordlyd),
        Felt("mål", "tekst", "trykt", "Målet for alle tiltak i delen, som trykt.", lambda _, d: d.data.mål),
        Felt("innledning", "tekst", "trykt", "Teksten før tiltakene i delen, som trykt.", lambda _, d: d.data.innledning),
        Felt("omtale", "tekst", "redaksjonen", "Om delen, med redaksjonens ord.", lambda _, d: d.data.omtale),
        Felt("merknad", "tekst", "redaksjonen", "Redaksjonens merknad til leseren.", lambda _, d: d.data.merknad),
    ),
)  # fmt: skip


def _page(published: Published, kommune: Kommune) -> str | None:
    """Return the address of a kommune's page; None when nothing here is about it."""
    return published.base + address(kommune) if kommune.har_side else None


KOMMUNER = Tabell(
    "kommuner", "Kommuner",
    "Én rad for hver kommune i landet siden 2015, også dem som ikke finnes lenger. De med en plan eller kilde her har en adresse.",
    lambda published: published.register.alle_kommuner.values(),
    (
        Felt("id", "tekst", "nettstedet", "Kommunens id.", lambda _, k: k.id, må=True),
        Felt("adresse", "tekst", "nettstedet", "Adressen til kommunens side; tom når ingen plan eller kilde her gjelder den.", _page),
        Felt("navn", "tekst", "redaksjonen", "Navnet på norsk, med fylket i parentes når to heter det samme.", lambda _, k: k.navn, må=True),
        Felt("andre_navn", "liste", "redaksjonen", "Navnet på samisk og kvensk, der det finnes.", lambda _, k: k.data.andre_navn),
        Felt("nummer", "tekst", "redaksjonen", "Kommunenummeret i dag, eller det siste.", lambda _, k: nummer_of(k), må=True),
        Felt("tidligere_numre", "liste", "redaksjonen", "Kommunenumre den har hatt før, siden 2015.",
             lambda _, k: tuple([one.nummer for one in k.data.numre[:-1]])),
        Felt("fylkesnummer", "tekst", "nettstedet", "Nummeret på fylket.", lambda _, k: k.fylke, må=True),
        Felt("fylke", "tekst", "nettstedet", "Navnet på fylket.", lambda _, k: k.fylker[-1][1].navn, må=True),
        Felt("finnes", "ja/nei", "redaksjonen", "Om kommunen finnes i dag.", lambda _, k: k.finnes, må=True),
        Felt("etterfølgere", "liste", "redaksjonen", "Kommunene den gikk inn i, som id-er.", lambda _, k: ids(k.etterfølgere)),
        Felt("orgnr", "tekst", "redaksjonen", "Organisasjonsnummeret, når en kilde har det.", lambda _, k: k.orgnr),
        Felt("målform", "tekst", "redaksjonen", "Kommunens språkvedtak, når en kilde har det.", lambda _, k: k.data.målform,
             ord=words_of("målform")),
    ),
)  # fmt: skip
