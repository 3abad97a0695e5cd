"""The columns of what is published of a tiltak: all that is printed, what is read of it, its status, and its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ..format import frist, kostnad
from ..format.columns import COLUMNS, NAMES, Column
from ..format.vocabulary import STATUSORD
from ..register.addresses import address
from ..register.computed import beregnet
from ..register.entities import Aktørrolle, Punkt, Tiltak
from ..register.plan_states import TILSTANDSORD
from ..views.timeline import told_as_past
from ..views.wording.places import place_of
from .published import Felt, Published, Tabell, Value, ids, kommuner_of, nummer_of, part_id, words_of

STATUSER = tuple(STATUSORD)


def status_source(tiltak: Tiltak) -> Punkt | None:
    """Return the statement that gives a tiltak its status; None when none does, or the sources disagree."""
    return None if tiltak.meldt.status in ("ikke-rapportert", "uenig") else tiltak.statuspunkt


def _of_source(tiltak: Tiltak, value: Callable[[Punkt], Value]) -> Value:
    """Return what the statement that gives a tiltak its status says; None without one."""
    punkt = status_source(tiltak)
    return value(punkt) if punkt else None


def _own_cells(tiltak: Tiltak) -> Value:
    """Return the cells under headings that only the plan knows, by those headings as printed."""
    own = (one for one in tiltak.plan.data.alle_kolonner if one.navn not in NAMES)
    cells = {one.overskrift: text for one in own if (text := one.celle(tiltak.data)) is not None}
    return cells or None


def _printed_number(tiltak: Tiltak) -> str | None:
    """Return the number as printed; None when the editors set it."""
    by = tiltak.data.nummerert_av or tiltak.plan.data.nummerert_av
    return (tiltak.data.nr_trykt or tiltak.nr) if by == "planen" else None


def _cost(tiltak: Tiltak, last: bool) -> int | None:
    """Return the lowest or the highest sum of kroner that the cost may be, as the editors or the program read it."""
    cell = tiltak.data.kostnad
    if cell is None:
        return None
    if cell.kroner is not None:
        return cell.kroner
    read = kostnad.parse(cell.tekst)
    return None if read is None else read.til if last else read.fra


def _printed(column: Column) -> Felt:
    """Return the published column of a printed one."""
    om = f"Cellen «{column.overskrift}» nøyaktig som trykt; tom når planen ikke har noe der."
    return Felt(column.navn, "tekst", "trykt", om, lambda _, t: column.celle(t.data))


def _role(navn: str, rolle: Aktørrolle, om: str) -> Felt:
    """Return the column of the aktører with one role."""
    return Felt(
        navn, "liste", "lest", om, lambda _, t: tuple([one.id for one, its in t.roller if its == rolle])
    )


def _said(navn: str, type_: str, om: str, of: str) -> Felt:
    """Return a column of the statement that gives the status; `of` is the field of the statement."""
    return Felt(
        navn,
        "tekst",
        "kilde",
        om,
        lambda _, t: _of_source(t, lambda punkt: getattr(punkt.data, of)),
        ord=words_of(type_),
    )


_OF_STATUS = (
    Felt("status", "tekst", "kilde", "Det kildene til sammen sier om tiltaket. «ikke-rapportert» betyr at ingen kilde i disse dataene sier noe sikkert, ikke at ingenting er gjort.",
         lambda _, t: t.meldt.status, må=True, ord=STATUSER),
    Felt("status_del", "ja/nei", "kilde", "Om statusen bare gjelder en del av tiltaket; da er ikke hele tiltaket det statusen sier.",
         lambda _, t: t.meldt.del_, må=True),
    Felt("status_år", "heltall", "kilde", "Året kilden til statusen forteller om.", lambda _, t: t.sist_rapportert),
    Felt("status_opplysning", "tekst", "kilde", "Opplysningen som gir statusen; se statusrapporter.",
         lambda _, t: _of_source(t, lambda punkt: punkt.id)),
    Felt("status_kilde", "tekst", "kilde", "Tittelen på kilden til statusen.",
         lambda _, t: _of_source(t, lambda punkt: punkt.rapport.data.tittel)),
    Felt("status_kilde_adresse", "tekst", "kilde", "Adressen til kilden, når den ligger på nett.",
         lambda _, t: _of_source(t, lambda punkt: punkt.rapport.data.kilde.url)),
    _said("status_sitat", "", "Det kilden sier, ordrett.", "sitat"),
    _said("status_sted", "", "Hvor i kilden det står.", "sted"),
    _said("status_sikkerhet", "sikkerhet", "Hvor sikkert kilden viser det.", "sikkerhet"),
    _said("måloppnåelse", "måloppnåelse", "Om målet er nådd, når kilden til statusen viser det. Noe annet enn status.", "måloppnåelse"),
)  # fmt: skip

TILTAK = Tabell(
    "tiltak", "Tiltak",
    "Én rad for hver linje i hver plan: tiltak, og i noen planer tiltaksområder eller steg (se «slag»).",
    lambda published: published.register.tiltak.values(),
    (
        Felt("id", "tekst", "nettstedet", "Planens id og tiltakets nummer.", lambda _, t: t.id, må=True),
        Felt("adresse", "tekst", "nettstedet", "Adressen til tiltakets side, som er varig.",
             lambda p, t: p.base + address(t), må=True),
        Felt("plan", "tekst", "nettstedet", "Planen tiltaket står i.", lambda _, t: t.plan.id, må=True, peker="planer"),
        Felt("plan_tittel", "tekst", "trykt", "Planens tittel.", lambda _, t: t.plan.data.tittel, må=True),
        Felt("kommuner", "liste", "redaksjonen", "Kommunene tiltaket gjelder, som id-er i tabellen kommuner.",
             lambda _, t: ids(kommuner_of(t)), må=True),
        Felt("kommunenavn", "liste", "nettstedet", "Navnene på kommunene.",
             lambda _, t: tuple([one.navn for one in kommuner_of(t)]), må=True),
        Felt("kommunenumre", "liste", "nettstedet", "Kommunenumrene i dag, i samme rekkefølge; for en kommune som er slått sammen, det siste den hadde.",
             lambda _, t: tuple([nummer_of(one) for one in kommuner_of(t)]), må=True),
        Felt("slag", "tekst", "redaksjonen", "Hva planens linjer er. Bare «tiltak» telles i summene på nettstedet.",
             lambda _, t: t.plan.data.slag, må=True, ord=words_of("slag")),
        Felt("nr", "tekst", "nettstedet", "Nummeret, slik det står i adressen.", lambda _, t: t.nr, må=True),
        Felt("nr_trykt", "tekst", "trykt", "Nummeret som trykt; tomt når redaksjonen har nummerert.",
             lambda _, t: _printed_number(t)),
        Felt("tittel", "tekst", "redaksjonen", "Kort tittel i klart språk.", lambda _, t: t.tittel, må=True),
        Felt("ordlyd", "tekst", "trykt", "Tiltaket nøyaktig som det er trykt.", lambda _, t: t.data.ordlyd, må=True),
        Felt("deltiltak", "liste", "trykt", "Punktene som står under tiltaket i planen, ordrett.",
             lambda _, t: tuple([one.ordlyd for one in t.data.deltiltak])),
        Felt("del", "tekst", "nettstedet", "Delen av planen som tiltaket står i; se tabellen deler.",
             lambda _, t: part_id(t.over[-1]), må=True, peker="deler"),
        Felt("innsatsområde", "tekst", "trykt", "Innsatsområdet tiltaket står i, når planen har innsatsområder.",
             lambda _, t: t.område.navn if t.område else None),
        *map(_printed, COLUMNS),
        Felt("egne_kolonner", "celler", "trykt", "Celler under overskrifter som bare denne planen har, ordrett. I CSV og Excel står de som JSON.",
             lambda _, t: _own_cells(t)),
        Felt("mål_fra_del", "tekst", "trykt", "Målet som gjelder tiltaket, når planen har satt det for delen eller hele planen og ikke i tiltakets egen celle.",
             lambda _, t: t.mål if t.mål_fra is not None else None),
        Felt("frist_slag", "tekst", "lest", "Hva slags frist det er lest som: «år», «dato», «løpende» og så videre.",
             lambda _, t: t.frist.slag if t.frist else None),
        Felt("frist_innen", "dato", "lest", "Siste dag etter fristen. En frist som bare er et år, er 31. desember. Tom når fristen ikke sier noen dag.",
             lambda _, t: t.frist.innen if t.frist else None),
        Felt("kostnad_fra", "heltall", "lest", "Kostnaden i kroner, eller den laveste når planen oppgir to grenser.",
             lambda _, t: _cost(t, False)),
        Felt("kostnad_til", "heltall", "lest", "Kostnaden i kroner, eller den høyeste når planen oppgir to grenser.",
             lambda _, t: _cost(t, True)),
        _role("ansvarlige", "ansvarlig", "Aktørene planen gir ansvaret, som id-er i tabellen aktorer."),
        _role("samarbeidsparter", "samarbeidspart", "Aktørene som er med sammen med de ansvarlige."),
        _role("ved", "ved", "Aktørene som står for en ansvarlig, etter «v/» i planen."),
        _role("nevnte", "nevnt", "Aktørene som bare er nevnt i ordlyden eller milepælene."),
        Felt("ansvarlige_navn", "liste", "lest", "Navnene på de ansvarlige.",
             lambda _, t: tuple([one.navn for one, rolle in t.roller if rolle == "ansvarlig"])),
        Felt("temaer", "liste", "redaksjonen", "Temaene, som id-er.", lambda _, t: ids(t.temaer)),
        Felt("temanavn", "liste", "redaksjonen", "Navnene på temaene.", lambda _, t: tuple([one.navn for one in t.temaer])),
        *_OF_STATUS,
        Felt("sted", "tekst", "redaksjonen", "Hvor i dokumentet tiltaket står.", lambda _, t: place_of(t) or None),
        Felt("viderefører", "liste", "redaksjonen", "Tiltak i eldre planer som dette fortsetter, som id-er.",
             lambda _, t: ids(t.viderefører)),
        Felt("videreført_i", "liste", "redaksjonen", "Tiltak i nyere planer som fortsetter dette, som id-er.",
             lambda _, t: ids(t.videreført_i)),
        Felt("merknad", "tekst", "redaksjonen", "Redaksjonens merknad til leseren.", lambda _, t: t.data.merknad),
    ),
)  # fmt: skip
"""What is published of each line of a plan; nothing in it follows from the day."""


@dataclass(frozen=True, eq=False, slots=True)
class Milepæl:
    """A milestone or a part-deadline of a tiltak; `nr` counts those of one tiltak from 1."""

    tiltak: Tiltak
    nr: int
    slag: str
    tekst: str
    innen: date | None

    @property
    def fortid(self) -> bool:
        """Return whether the plan tells of it as past."""
        return self.slag == "milepæl" and self.innen is not None and told_as_past(self.tiltak, self.innen)


def milestones_of(tiltak: Tiltak) -> Iterator[Milepæl]:
    """Yield the part-deadlines of a tiltak and its milestones, those without a day too."""
    parts = tiltak.frist.delfrister if tiltak.frist else ()
    goals = tiltak.data.delmål
    found: list[tuple[str, str, date | None]] = [("delfrist", one.tekst, one.innen) for one in parts]
    found += [
        ("milepæl", one.tekst, None if one.innen is None else frist.som_dato(one.innen)) for one in goals
    ]
    for nr, (slag, tekst, innen) in enumerate(found, 1):
        yield Milepæl(tiltak, nr, slag, tekst, innen)


MILEPAELER = Tabell(
    "milepaeler", "Milepæler og delfrister",
    "Én rad for hver milepæl, og for hver delfrist i en løpende oppgave. Fristen for hele tiltaket står i tabellen tiltak.",
    lambda published: (one for t in published.register.tiltak.values() for one in milestones_of(t)),
    (
        Felt("id", "tekst", "nettstedet", "Tiltakets id, «#» og et løpenummer.", lambda _, m: f"{m.tiltak.id}#{m.nr}", må=True),
        Felt("tiltak", "tekst", "nettstedet", "Tiltaket den hører til.", lambda _, m: m.tiltak.id, må=True, peker="tiltak"),
        Felt("slag", "tekst", "lest", "Om den er en milepæl eller en delfrist.", lambda _, m: m.slag, må=True,
             ord=("milepæl", "delfrist")),
        Felt("tekst", "tekst", "trykt", "Ordene i planens celle.", lambda _, m: m.tekst, må=True),
        Felt("innen", "dato", "lest", "Siste dag. Et år alene er 31. desember. Tom når planen ikke sier når.", lambda _, m: m.innen),
        Felt("fortid", "ja/nei", "lest", "Om året er før planen begynner, så planen forteller om noe som har skjedd.",
             lambda _, m: m.fortid, må=True),
        Felt("status", "tekst", "kilde", "Det kildene til sammen sier om milepælen. Bare når en kilde nevner den.",
             lambda _, m: m.tiltak.meldt_om(m.tekst).status, må=True, ord=STATUSER),
    ),
)  # fmt: skip


def _passed(published: Published, tiltak: Tiltak) -> bool:
    """Return whether the deadline of a tiltak is before the day of the build."""
    return bool(tiltak.frist and tiltak.frist.innen and tiltak.frist.innen < published.idag)


I_DAG = Tabell(
    "tiltak-i-dag", "Tiltak i dag",
    "Én rad for hver rad i tabellen tiltak, med det som følger av dagen nettstedet ble laget. Den kan endre seg hver natt; de andre tabellene endrer seg bare når dataene gjør det.",
    lambda published: published.register.tiltak.values(),
    (
        Felt("id", "tekst", "nettstedet", "Tiltakets id.", lambda _, t: t.id, må=True, peker="tiltak"),
        Felt("plan_tilstand", "tekst", "nettstedet", "Om planen gjelder i dag.", lambda _, t: t.plan.tilstand, må=True,
             ord=tuple(TILSTANDSORD)),
        Felt("telles", "ja/nei", "nettstedet", "Om tiltaket er med i summene på nettstedet: planen gjelder eller er utløpt, linja er et tiltak, og ingen nyere plan viderefører det.",
             lambda _, t: t.telles, må=True),
        Felt("telles_i", "liste", "nettstedet", "Kommunene tiltaket er med i summene for, som id-er: de det gjelder for, og som har vedtatt planen.",
             lambda _, t: ids(t.telles_for)),
        Felt("frist_passert", "ja/nei", "nettstedet", "Om siste dag etter fristen er før i dag, hva som enn er rapportert.",
             _passed, må=True),
        Felt("etter_frist_uten_kilde", "ja/nei", "nettstedet", "Om fristen er passert uten at noen kilde gir tiltaket en status.",
             lambda p, t: _passed(p, t) and t.meldt.status == "ikke-rapportert", må=True),
        Felt("beregnet", "liste", "nettstedet", "Det som står beregnet på tiltakets side i dag.",
             lambda p, t: tuple(beregnet(t, p.idag))),
    ),
    etter_dag=True,
)  # fmt: skip
