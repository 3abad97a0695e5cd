"""What the pages need, read from the YAML files and derived from them. Trusts the data: nothing is checked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

Ting = SimpleNamespace
"""Something with a page of its own, or a part of one: `url` from the root, and what its template asks for."""

MÅNEDER = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
STATUSORD = {
    "ikke-rapportert": "Ikke rapportert",
    "en-del": "En del rapportert",
    "ikke-startet": "Ikke startet",
    "pågår": "Pågår",
    "i-drift": "I drift",
    "gjennomført": "Gjennomført",
    "utsatt": "Utsatt",
    "stanset": "Stanset",
    "videreført": "Videreført",
}
ORDEN = (
    *("gjennomført", "i-drift", "pågår", "en-del", "utsatt", "stanset"),
    *("videreført", "ikke-startet", "ikke-rapportert"),
)
"""The statuses as tables and pictures have them: what is known first."""
FERDIG = frozenset({"gjennomført", "stanset", "videreført"})
SLAG = ("Frist", "Delfrist", "Milepæl", "Planslutt")
MANGE_RADER = 20
"""With more rows than this a table has one for each fylke."""
OTHER_PLANS, EACH = 2, 1
"""How much «Samme tema andre steder» lists."""
_SEPARATOR = re.compile(r"( i samarbeid med |, | og )")
_PART = re.compile(r"Løpende oppgave, (.+ (\d{4}))")
_ALPHABET = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def load(folder: Path, idag: date, processes: int) -> Ting:
    """Return the whole site: its things in order, with all that follows from them."""
    files = {kind: sorted((folder / kind).glob("*.yml")) for kind in ("aktorer", "planer", "rapporter")}
    singles = [folder / f"{name}.yml" for name in ("kommuner", "temaer", "fylker")]
    read = _read_all([*singles, *(path for paths in files.values() for path in paths)], processes)
    site = Ting(idag=idag)
    site.temaer = _temaer(read[singles[1]])
    site.aktører = _aktører({path.stem: read[path] for path in files["aktorer"]})
    site.kommuner = _kommuner(read[singles[0]], site.aktører, read[singles[2]])
    site.planer = _planer({path.stem: read[path] for path in files["planer"]}, site)
    site.tiltak = {f"{plan.id}/{t.nr}": t for plan in site.planer.values() for t in plan.tiltak}
    site.rapporter = _rapporter({path.stem: read[path] for path in files["rapporter"]}, site)
    for t in site.tiltak.values():
        t.sagt = next((p for p in t.punkter if p.status), None)
        t.status, t.telles, t.statusnavn = _meldt(t.sagt.data if t.sagt else {})
        t.sist = t.sagt.rapport.år if t.sagt else None
        t.beregnet = _beregnet(t, idag)
    for plan in site.planer.values():
        plan.hendelser = _hendelser(plan)
    _find_same_tema(site)
    return site


def _meldt(punkt: dict[str, Any]) -> tuple[str, str, str]:
    """Return the status that a statement gives, what it is counted as, and its name."""
    status = punkt.get("status", "ikke-rapportert")
    if punkt.get("dekker") == "del" and "status" in punkt:
        return status, "en-del", f"{STATUSORD[status]}, en del"
    return status, status, STATUSORD[status]


def _read(path: Path) -> Any:
    """Return the value of a YAML file."""
    with path.open("rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def _read_all(paths: list[Path], processes: int) -> dict[Path, Any]:
    """Return the values of YAML files, read by that many processes."""
    if processes == 1:
        return {path: _read(path) for path in paths}
    with ProcessPoolExecutor(processes, get_context("fork")) as pool:
        return dict(zip(paths, pool.map(_read, paths, chunksize=16), strict=True))


def alphabetic(name: str) -> str:
    """Return a key that sorts in Norwegian order."""
    return name.lower().translate(_ALPHABET)


def dato(day: date) -> str:
    """«31. desember 2022»."""
    return f"{day.day}. {MÅNEDER[day.month - 1]} {day.year}"


def _temaer(read: dict[str, Any]) -> dict[str, Ting]:
    """Return the themes in Norwegian order, by id."""
    ordered = sorted(read.items(), key=lambda item: alphabetic(item[1]["navn"]))
    return {id_: Ting(id=id_, url=f"temaer/{id_}/", tiltak=[], **values) for id_, values in ordered}


def _aktører(files: dict[str, Any]) -> dict[str, Ting]:
    """Return the aktører of all files in Norwegian order, by id."""
    entries = [(id_, file, values) for file, read in files.items() for id_, values in read.items()]
    entries.sort(key=lambda entry: alphabetic(entry[2]["navn"]))
    found = {
        id_: Ting(
            id=id_, file=file, url=f"aktorer/{id_}/", navn=v["navn"], type=v["type"],
            varianter=v.get("varianter", ()), over=v.get("forelder"), kommune=None, forelder=None,
            underlagt=[], roller=defaultdict(list), eier=[], utgir=[], nevnt_i=[],
        )
        for id_, file, v in entries
    }  # fmt: skip
    for aktør in found.values():
        if aktør.over:
            aktør.forelder = found[aktør.over]
            aktør.forelder.underlagt.append(aktør)
    return found


def _kommuner(read: dict[str, Any], aktører: dict[str, Ting], fylker: dict[str, Any]) -> dict[str, Ting]:
    """Return the kommuner, by id."""
    found = {
        id_: Ting(
            id=id_, url=f"kommuner/{id_}/", navn=v["navn"], aktør=aktører[v["aktør"]], målform=v["målform"],
            numre=[number["nummer"] for number in v["numre"]], planer=[], rapporter=[], tiltak=[],
            fylke=fylker[v["numre"][-1]["nummer"][:2]]["navn"],
        )
        for id_, v in sorted(read.items(), key=lambda item: alphabetic(item[1]["navn"]))
    }  # fmt: skip
    for aktør in aktører.values():
        aktør.kommune = found.get(aktør.file)
    return found


def _planer(files: dict[str, Any], site: Ting) -> dict[str, Ting]:
    """Return the plans, by id."""
    common = {a.navn.lower(): a for a in site.aktører.values() if a.file == "felles"}
    own: dict[str, dict[str, Ting]] = defaultdict(dict)
    for a in site.aktører.values():
        own[a.file] |= {name.lower(): a for name in (a.navn, *a.varianter)}
    ordered = sorted(files.items(), key=lambda item: (-item[1]["periode"]["fra"], item[1]["kortnavn"]))
    return {id_: _plan(id_, read, site, common | own[read["kommuner"][0]]) for id_, read in ordered}


def _plan(id_: str, read: dict[str, Any], site: Ting, names: dict[str, Ting]) -> Ting:
    """Return a plan with its parts and tiltak, which are noted on kommune, owner and themes too."""
    plan = Ting(
        id=id_, url=f"planer/{id_}/", navn=read["kortnavn"], data=read, eier=site.aktører[read["eier"]],
        kommune=site.kommuner[read["kommuner"][0]], fra=read["periode"]["fra"], til=read["periode"]["til"],
        tiltak=[], deler=[], rapporter=[], over=read["periode"]["til"] < site.idag.year,
    )  # fmt: skip
    vedtak = read["vedtak"]
    plan.vedtak = f"edtatt av {vedtak['organ'].lower()} i {plan.kommune.navn} {dato(vedtak['dato'])}"
    for read_part in read["innsatsområder"]:
        plan.deler.append(_område(plan, read_part, site, names))
        plan.tiltak += plan.deler[-1].tiltak
    for chain in (plan.deler, plan.tiltak):
        for earlier, later in pairwise(chain):
            earlier.neste, later.forrige = later, earlier
    plan.eier.eier.append(plan)
    plan.kommune.planer.append(plan)
    plan.kommune.tiltak += plan.tiltak
    return plan


def _område(plan: Ting, read: dict[str, Any], site: Ting, names: dict[str, Ting]) -> Ting:
    """Return an innsatsområde of a plan with its parts and tiltak."""
    url = f"{plan.url}innsatsomrader/{read['nr']}/"
    område = Ting(
        nr=read["nr"], tittel=read["tittel"], navn=f"{read['nr']} {read['tittel']}", url=url, plan=plan,
        deler=[], tiltak=[], forrige=None, neste=None,
    )  # fmt: skip
    for inner in read["deler"]:
        name = f"{inner['nr']} {inner['tittel']}"
        part = Ting(nr=inner["nr"], tittel=inner["tittel"], navn=name, url=f"{url}#del-{inner['nr']}")
        part.tiltak = [_tiltak(one, plan, (område, part), site, names) for one in inner["tiltak"]]
        område.deler.append(part)
        område.tiltak += part.tiltak
    return område


def _tiltak(read: dict[str, Any], plan: Ting, over: tuple[Ting, ...], site: Ting, names: Any) -> Ting:
    """Return a tiltak with its deadline and aktører read."""
    t = Ting(
        nr=read["nr"], tittel=read["tittel"], navn=f"{read['nr']} {read['tittel']}", data=read, plan=plan,
        url=f"{plan.url}tiltak/{read['nr']}/", over=over, temaer=[site.temaer[id_] for id_ in read["tema"]],
        punkter=[], roller={}, forrige=None, neste=None,
    )  # fmt: skip
    t.innen, t.delfrist, t.lest = _frist(read["frist"])
    t.ansvar = _ansvar(t, read["ansvar"], names)
    t.leser_ansvar = any(
        rolle != "ansvarlig" or aktør.navn not in read["ansvar"] for aktør, rolle in t.roller.values()
    )
    t.delmål = [one for one in read.get("delmål", ()) if "innen" in one]
    for tema in t.temaer:
        tema.tiltak.append(t)
    for aktør, rolle in t.roller.values():
        aktør.roller[rolle].append(t)
    return t


def _frist(text: str) -> tuple[int | None, tuple[str, int] | None, str]:
    """Return the year, the part with a year of its own, and the reading in words."""
    if text.isdigit():
        return int(text), None, f"Innen 31. desember {text}"
    if part := _PART.fullmatch(text):
        reading = f"Løpende oppgave uten sluttdato; en del av oppgaven innen 31. desember {part[2]}"
        return None, (part[1], int(part[2])), reading
    return None, None, "Løpende oppgave uten sluttdato"


def _ansvar(t: Ting, text: str, names: dict[str, Ting]) -> list[tuple[str, Ting | None]]:
    """Return the cell cut at its separators; notes each actor's role on the way."""
    bits: list[tuple[str, Ting | None]] = []
    rolle = "ansvarlig"
    for bit in _SEPARATOR.split(text):
        aktør = names.get(bit.lower())
        bits.append((bit, aktør))
        if aktør:
            t.roller.setdefault(aktør.id, (aktør, rolle))
        elif bit == " i samarbeid med ":
            rolle = "samarbeidspart"
    return bits


def _rapporter(files: dict[str, Any], site: Ting) -> dict[str, Ting]:
    """Return the reports, newest first, by id."""

    def newness(item: tuple[str, Any]) -> tuple[int, int, str]:
        return -item[1]["gjelder"], -item[1]["registrert"].toordinal(), item[0]

    return {id_: _rapport(id_, read, site) for id_, read in sorted(files.items(), key=newness)}


def _rapport(id_: str, read: dict[str, Any], site: Ting) -> Ting:
    """Return a report with its statements."""
    rapport = Ting(
        id=id_, url=f"rapporter/{id_}/", navn=read["kortnavn"], data=read, år=read["gjelder"],
        utgiver=site.aktører[read["utgiver"]], kommune=site.kommuner[read["kommuner"][0]], planer={},
    )  # fmt: skip
    rapport.punkter = [_punkt(one, rapport, site) for one in read["punkter"]]
    rapport.utgiver.utgir.append(rapport)
    rapport.kommune.rapporter.append(rapport)
    for plan in rapport.planer.values():
        plan.rapporter.append(rapport)
    return rapport


def _punkt(read: dict[str, Any], rapport: Ting, site: Ting) -> Ting:
    """Return a statement, noted on its tiltak and aktører too."""
    punkt = Ting(
        tittel=read["tittel"], url=f"{rapport.url}#{read['id']}", data=read, rapport=rapport,
        status=read.get("status"), meldt=_meldt(read), tiltak=[site.tiltak[ref] for ref in read.get("tiltak", ())],
        aktører=[site.aktører[ref] for ref in read.get("aktører", ())],
    )  # fmt: skip
    for t in punkt.tiltak:
        t.punkter.append(punkt)
        rapport.planer[t.plan.id] = t.plan
    for aktør in punkt.aktører:
        aktør.nevnt_i.append(punkt)
    return punkt


def _beregnet(t: Ting, idag: date) -> list[str]:
    """Return what follows from the deadlines of a tiltak on the day `idag`, in words."""
    found = []
    for word, year in (("Fristen", t.innen), ("Delfristen", t.delfrist and t.delfrist[1])):
        if year and t.telles in FERDIG:
            found.append(f"{word} var {year}")
        elif year and year < idag.year:
            found.append(f"{word} er passert ({year})")
    if t.plan.over:
        found.append("Planperioden er over")
    since = idag.year - (t.sist or idag.year)
    return [*found, f"Sist rapportert for {since} år siden"] if since > 0 else found


def _hendelser(plan: Ting) -> list[Ting]:
    """Return every day the plan names, in the order of time."""
    found: list[Ting] = []
    for t in plan.tiltak:
        before = len(found)
        if t.innen:
            found.append(Ting(år=t.innen, slag="Frist", tekst=t.tittel, tiltak=t, plan=plan))
        if t.delfrist:
            found.append(Ting(år=t.delfrist[1], slag="Delfrist", tekst=t.delfrist[0], tiltak=t, plan=plan))
        for goal in t.delmål:
            found.append(Ting(år=goal["innen"], slag="Milepæl", tekst=goal["tekst"], tiltak=t, plan=plan))
        t.dager = found[before:]
    found.append(Ting(år=plan.til, slag="Planslutt", tekst="Planperioden slutter", tiltak=None, plan=plan))
    return sorted(found, key=lambda one: one.år)


def _find_same_tema(site: Ting) -> None:
    """For each measure the nearest plans with its themes: those of its fylke first.

    Measures of a plan with the same themes get the same list, so that it is rendered once.
    """
    within: dict[tuple[str, str], list[Ting]] = defaultdict(list)
    for tema in site.temaer.values():
        for t in tema.tiltak:
            within[tema.id, t.plan.id].append(t)
    nearest: dict[str, list[Ting]] = {}
    for fylke in {_fylke(plan) for plan in site.planer.values()}:
        nearest[fylke] = sorted(site.planer.values(), key=lambda plan: _fylke(plan) != fylke)
    found: dict[tuple[str, ...], tuple[list[Any], list[Ting]]] = {}
    for t in site.tiltak.values():
        key = (t.plan.id, *(tema.id for tema in t.temaer))
        if key not in found:
            found[key] = _near(t, nearest[_fylke(t.plan)], within), t.temaer
        t.andre, t.temaer = found[key]


def _near(t: Ting, nearest: list[Ting], within: dict[tuple[str, str], list[Ting]]) -> list[Any]:
    """Return tiltak on the themes of a tiltak in the nearest other plans that have some: the plan, and at most `EACH` of them."""
    found: list[Any] = []
    own = [tema.id for tema in t.temaer]
    for plan in nearest:
        lines = {o.url: o for id_ in own for o in within.get((id_, plan.id), ())[:EACH]}
        if lines and plan is not t.plan:
            found.append((plan, list(lines.values())[:EACH]))
        if len(found) == OTHER_PLANS:
            break
    return found


def _fylke(plan: Ting) -> str:
    """Return the first two digits of the number of a plan's kommune."""
    return str(plan.kommune.numre[-1][:2])


def rad(ting: Any, tiltak: Iterable[Ting]) -> Ting:
    """Return a row of a status table: what it is about, and how many have each status."""
    tiltak = list(tiltak)
    antall = Counter(t.telles for t in tiltak)
    deler = antall["en-del"]
    return Ting(
        ting=ting, antall=antall, totalt=len(tiltak), deler=deler,
        rapportert=len(tiltak) - antall["ikke-rapportert"] - deler,
        år=_årene(sorted({t.sist for t in tiltak if t.sist})),
        planer=Counter("over" if t.plan.over else "gjelder" for t in tiltak),
    )  # fmt: skip


def _årene(år: list[int]) -> str:
    """Return years in words."""
    if len(år) > 3:
        return f"{år[0]}–{år[-1]}"
    return " og ".join(filter(None, (", ".join(map(str, år[:-1])), *map(str, år[-1:]))))


def prosent(antall: int, alle: int) -> str:
    """Return a share in whole per cent; «» of few."""
    if alle < 10:
        return ""
    if 0 < 100 * antall < alle:
        return "under 1"
    if 99 * alle < 100 * antall < 100 * alle:
        return "over 99"
    return str((200 * antall + alle) // (2 * alle))


def statustabell(overskrift: str, enhet: str, groups: Iterable[tuple[Any, list[Ting]]]) -> Ting:
    """Rows for these groups and one for all their measures."""
    groups = list(groups)
    samlet = len(groups) if len(groups) > MANGE_RADER else 0
    if samlet:
        overskrift, enhet = f"{overskrift}, samlet for hvert fylke", "Fylke"
        once = {t.url: t for _, tiltak in groups for t in tiltak}.values()
        groups = by_fylke(once, lambda t: t.plan.kommune)
    all_of_them = {t.url: t for _, tiltak in groups for t in tiltak}.values()
    rader = [rad(ting, tiltak) for ting, tiltak in groups]
    totalt = rad(None, all_of_them)
    statuser = [s for s in ORDEN if s == "ikke-rapportert" or totalt.antall[s]]
    overlapper = sum(one.totalt for one in rader) > totalt.totalt
    shown = [[prosent(n, one.totalt) for n in one.antall.values()] for one in (*rader, totalt)]
    sums = [
        one == [""] * len(one) or (all(p.isdecimal() for p in one) and sum(map(int, one)) == 100)
        for one in shown
    ]
    return Ting(
        overskrift=overskrift,
        enhet=enhet,
        rader=rader,
        totalt=totalt,
        statuser=statuser,
        overlapper=overlapper,
        samlet=samlet,
        går_opp=all(sums),
        viser_prosent=totalt.totalt >= 10,
        tilstander=[state for state in ("gjelder", "over") if totalt.planer[state]],
    )


def by_plan(tiltak: Iterable[Ting]) -> list[tuple[Ting, list[Ting]]]:
    """Return the measures in groups of a plan, in their order."""
    groups: dict[str, tuple[Ting, list[Ting]]] = {}
    for t in tiltak:
        groups.setdefault(t.plan.id, (t.plan, []))[1].append(t)
    return list(groups.values())


def tidslinje(hendelser: list[Ting]) -> list[tuple[int, list[tuple[int, str]], int]]:
    """Return each year with how many of each kind, and the share of the fullest year in per cent."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for one in hendelser:
        counts[one.år][one.slag] += 1
    most = max(count.total() for count in counts.values())
    years = range(min(counts), max(counts) + 1)
    return [
        (
            year,
            [(counts[year][s], s) for s in SLAG if counts[year][s]],
            round(100 * counts[year].total() / most),
        )
        for year in years
    ]


def grupper(tiltak: Iterable[tuple[Ting, list[Ting]]]) -> list[tuple[Ting, list[Ting]]]:
    """Return the groups of a picture of squares, each in the order of `ORDEN`."""
    place = {status: i for i, status in enumerate(ORDEN)}
    return [(d, sorted(lines, key=lambda t: place[t.telles])) for d, lines in tiltak]


def linje(t: Ting, year: int) -> Ting:
    """Return the time line of a tiltak: its first and last year, and its marks."""
    plan = t.plan
    marks = [
        ("frist", one.år, one.år, one.slag, "" if one.slag == "Frist" else one.tekst, "") for one in t.dager
    ]
    for p in t.punkter:
        name = p.meldt[2] if p.status else "Omtalt"
        marks.append(("rapport", p.rapport.år, p.rapport.år, name, p.tittel, p.meldt[1] if p.status else ""))
    # A report is of a whole year, a deadline of its last day.
    marks.sort(key=lambda mark: (mark[1] + (mark[0] == "frist"), mark[2]))
    marks.insert(0, ("plan", plan.fra, plan.til, "Planen gjelder", "", ""))
    first = min(year, *(mark[1] for mark in marks))
    last = max(year, *(mark[2] for mark in marks))
    return Ting(
        første=first, siste=last, merker=marks, år=range(first, last + 1, -(-(last - first + 1) // 6))
    )


def plass(first: int, last: int, day: date) -> float:
    """Return where a day stands on a line over these years, in per cent."""
    begins = date(first, 1, 1)
    return round(100 * (day - begins).days / (date(last + 1, 1, 1) - begins).days, 1)


def etterslep(tiltak: list[Ting], hendelser: list[Ting], idag: date) -> Ting:
    """Return what is past in a plan or kommune, and what of it no source tells of, by who is responsible."""
    past = [one for one in hendelser if one.tiltak and one.år < idag.year]
    without = [one for one in past if one.tiltak.status == "ikke-rapportert"]
    found: dict[str, tuple[Ting, list[Ting]]] = {}
    for one in without:
        for aktør, rolle in one.tiltak.roller.values():
            if rolle == "ansvarlig":
                found.setdefault(aktør.id, (aktør, []))[1].append(one)
    hos = [(aktør, days, len({one.tiltak.url for one in days})) for aktør, days in found.values()]
    hos.sort(key=lambda one: (-one[2], alphabetic(one[0].navn)))
    uten_frist = sum(not t.dager for t in tiltak)
    number = len({one.tiltak.url for one in without})
    return Ting(alle=len(tiltak), uten_frist=uten_frist, passert=past, uten_kilde=without, i=number, hos=hos)


def ansvar(tiltak: list[Ting]) -> list[tuple[Ting, int, list[tuple[Ting, int]]]]:
    """Return who is responsible, units with what they are part of: how many tiltak, and under which names."""
    found: dict[str, Ting] = {}
    for t in tiltak:
        for aktør, _ in t.roller.values():
            top = aktør.forelder or aktør
            group = found.setdefault(top.id, Ting(aktør=top, tiltak=set(), navn=[]))
            group.tiltak.add(t.url)
            group.navn.append(aktør)
    groups = [(g.aktør, len(g.tiltak), most(g.navn)) for g in found.values()]
    return sorted(groups, key=lambda g: (-g[1], alphabetic(g[0].navn)))


def by_fylke(kommuner: Iterable[Any], kommune_of: Any = lambda one: one) -> list[tuple[str, list[Any]]]:
    """Return things in groups of a fylke, in Norwegian order."""
    found: dict[str, list[Any]] = defaultdict(list)
    for one in kommuner:
        found[kommune_of(one).fylke].append(one)
    return [(fylke, found[fylke]) for fylke in sorted(found, key=alphabetic)]


def most(things: Iterable[Ting]) -> list[tuple[Ting, int]]:
    """Return each with how often it occurs, most often first."""
    things = list(things)
    by_id = {one.id: one for one in things}
    counts = Counter(one.id for one in things)
    ordered = sorted(counts, key=lambda id_: (-counts[id_], alphabetic(by_id[id_].navn)))
    return [(by_id[id_], counts[id_]) for id_ in ordered]


def filterverdier(tiltak: list[Ting], uten: str = "") -> dict[str, list[tuple[str, str]]]:
    """Return what a table of these measures can be limited to, but for `uten`."""
    used = {t.telles for t in tiltak}
    return {
        "kommune": _choices(t.plan.kommune for t in tiltak),
        "tema": _choices(tema for t in tiltak for tema in t.temaer),
        "status": [(id_, label) for id_, label in STATUSORD.items() if id_ in used],
        "aktor": [] if uten == "aktor" else _choices(aktør for t in tiltak for aktør, _ in t.roller.values()),
        "ar": [(str(year), str(year)) for year in sorted({year for t in tiltak for year in years(t)})],
    }


def valgbare(choices: dict[str, list[tuple[str, str]]]) -> tuple[str, ...]:
    """Return what the rows of a table with these choices must say of themselves; the same object for the same names."""
    names = tuple(name for name, found in choices.items() if len(found) > (0 if name == "ar" else 1))
    return _NAMES.setdefault(names, names)


_NAMES: dict[tuple[str, ...], tuple[str, ...]] = {}


def years(t: Ting) -> Iterator[int]:
    """Yield every year that its plan gives it."""
    yield from filter(None, (t.innen, t.delfrist and t.delfrist[1], *(goal["innen"] for goal in t.delmål)))


def _choices(things: Iterable[Ting]) -> list[tuple[str, str]]:
    """Return things as choices of a filter, each once, in Norwegian order."""
    named = {one.id: one for one in things}
    choices = [(id_, with_kommune(one)) for id_, one in named.items()]
    return sorted(choices, key=lambda choice: alphabetic(choice[1]))


def with_kommune(one: Ting) -> str:
    """Return the name of a thing, with its kommune when that is not in it."""
    own = getattr(one, "kommune", None)
    return f"{one.navn} ({own.navn})" if own and own.navn not in one.navn else str(one.navn)
