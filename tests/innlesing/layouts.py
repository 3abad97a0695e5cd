"""Any table with a known answer, laid out at random: words over columns, order, numbers, bands, what stands around it."""

from __future__ import annotations

import random as chance
from dataclasses import dataclass

from tests.plandokumenter import Oppslag

VERBS = ("Bygge", "Lage", "Etablere", "Styrke", "Utvikle", "Kartlegge", "Arrangere", "Søke om", "Pusse opp", "Sikre", "Få på plass", "Vurdere")  # fmt: skip
THINGS = (
    "ny vei til skolen", "et næringshus ved kaia", "skilt i sentrum", "matfestival hver høst", "bredbånd i hele kommunen", "tomter for næring",
    "samarbeid med naboene", "en ordning for lærlinger", "flere hyttetomter", "en plan for sykkel", "midler fra fylket", "et kurs i regnskap",
)  # fmt: skip
NOUNS = ("Torgdag", "Næringshage", "Skilting av stier", "Ny nettside", "Bedriftsbesøk", "Gründerkveld", "Innflytterkaffe", "Julegate")  # fmt: skip
HEADINGS = {
    "ordlyd": ("Tiltak", "Hva", "Aktivitet", "Kva skal vi gjere", "Tiltak/aktivitet", "Handling", "Åtgärd", "Indsats", "Tiltaksbeskrivelse"),
    "mål": ("Mål", "Målsetting", "Hvorfor", "Ønsket effekt", "Formål"),
    "frist": ("Frist", "Når", "Tidsfrist", "Tidsplan", "Hvornår", "Tid"),
    "ansvar": ("Ansvar", "Ansvarlig", "Hvem", "Kven", "Ansvarleg", "Ansvarig"),
    "milepæler": ("Milepæler", "Milepæl"),
    "nr": ("Nr", "Nr.", "#"),
    "": ("Budsjett", "Konsekvens", "Status", "Finansiering", "2026", "2027", "Samarbeid", "Vedlegg og kart"),
}  # fmt: skip
CELLS = {
    "mål": ("Flere arbeidsplasser", "Bedre omdømme", "Trygg skolevei", "Levende sentrum", ""),
    "frist": ("2026", "2027", "Løpende", "2026–2028", "Høst 2026", ""),
    "ansvar": ("Teknisk etat", "Næringssjefen", "Kommunen, fylket", "Oppvekst", ""),
    "milepæler": ("Plan i 2026", "Bygging i 2027", ""),
    "": ("100 000", "x", "", "Se vedlegg", "Liten"),
}
AREAS = ("Sentrum", "Reiseliv", "Landbruk og mat", "Samferdsel", "Kompetanse")


@dataclass
class Layout:
    """A document as lines, with its true answer."""

    lines: list[Oppslag]
    answer: list[dict[str, str]]
    trim: bool
    """The empty cells at the end of each row are not there."""


def layout(seed: int, *, narrow: bool = False, alone: bool = False) -> Layout:
    """Return the document of a seed; `narrow`: with few columns; `alone`: no other table stands after it."""
    random = chance.Random(seed)
    fields = [
        "ordlyd",
        *random.sample(["mål", "frist", "ansvar", "milepæler"], random.randint(1, 2 if narrow else 4)),
    ]
    unknown = random.randint(0, 1 if narrow else 2) if random.random() < 0.4 else 0
    order = [*fields, *[""] * unknown]
    if random.random() < 0.3:
        random.shuffle(order)
    style = random.choice(("ingen", "ingen", "kolonne", "foran", "uten overskrift"))
    if style in ("kolonne", "uten overskrift"):
        order.insert(
            order.index("ordlyd") if style == "uten overskrift" else 0, "nr" if style == "kolonne" else "n"
        )
    extra = random.sample(HEADINGS[""], unknown)
    head = [
        extra.pop() if name == "" else "" if name == "n" else random.choice(HEADINGS[name]) for name in order
    ]
    bands = random.choice(("ingen", "ingen", "rad", "tabell"))
    areas = random.sample(AREAS, random.randint(2, 4)) if bands != "ingen" else [""]
    lines = [Oppslag(("Handlingsplan for Testby",), nivå=1)]
    if random.random() < 0.3:
        lines.append(
            Oppslag(("Planen er laget av kommunen sammen med næringslivet, og den gjelder i fire år.",))
        )
    answer: list[dict[str, str]] = []
    used: set[str] = set()
    table = 1
    wide = random.random() < 0.5
    for at, area in enumerate(areas, 1):
        if bands == "tabell":
            table = at
            lines.append(Oppslag((f"{at}. {area}" if style == "foran" else area,), nivå=2))
        if at == 1 or bands == "tabell" or (bands == "rad" and random.random() < 0.1):
            lines.append(Oppslag(tuple(head), tabell=table))
        if bands == "rad":
            lines.append(Oppslag((area, *[""] * (len(order) - 1)), tabell=table, bred=wide))
        for i in range(1, random.randint(2, 6)):
            wording = ""
            while not wording or wording in used:
                wording = (
                    random.choice(NOUNS)
                    if random.random() < 0.3
                    else f"{random.choice(VERBS)} {random.choice(THINGS)}"
                )
            used.add(wording)
            nr = f"{at}.{i}"
            row = {name: random.choice(CELLS[name]) for name in fields if name != "ordlyd"}
            if random.random() < 0.1:
                row = dict.fromkeys(row, "")
            if wording in NOUNS and not any(row.values()):
                # A noun and nothing more is a heading to anyone.
                name = next(iter(row))
                row[name] = CELLS[name][0]
            others = ["" if random.random() < 0.5 else random.choice(CELLS[""]) for _ in order]
            cells = [
                f"{nr} {wording}" if name == "ordlyd" and style == "foran" else wording if name == "ordlyd"
                else nr if name in ("nr", "n") else others[j] if name == "" else row[name]
                for j, name in enumerate(order)
            ]  # fmt: skip
            lines.append(Oppslag(tuple(cells), tabell=table))
            answer.append({"ordlyd": wording, **row} | ({"nr": nr} if style != "ingen" else {}))
    after = _after(random, table + 1, answer)
    lines += [] if alone and any(line.tabell for line in after) else after
    return Layout(lines, answer, random.random() < 0.3)


def _after(random: chance.Random, table: int, answer: list[dict[str, str]]) -> list[Oppslag]:
    """Return what stands after the plan: nothing, prose, contacts, remarks, costs, an earlier plan."""
    match random.randrange(8):
        case 0:
            return [
                Oppslag(("Kontakt",), nivå=1),
                *_rows(table, ("Navn", "Rolle", "Telefon"), ("Leder", "Leder for gruppa", "22 00 00 00")),
            ]
        case 1:
            return [
                Oppslag(("Oppfølging",), nivå=1),
                Oppslag(("Planen blir fulgt opp av kommunestyret hvert år, og rapportert i årsmeldingen.",)),
            ]
        case 2:
            return [
                Oppslag(("Innspill til planen",), nivå=1),
                *(Oppslag((f"{verb} mer enn før",), punkt=1) for verb in VERBS[:4]),
            ]
        case 3 if len(answer) > 1:
            return [
                Oppslag(("Økonomi",), nivå=1),
                *_rows(table, ("Tiltak", "Budsjett"), *((one["ordlyd"], "100 000") for one in answer)),
            ]
        case 4:
            return [
                Oppslag(("Tiltak i forrige plan",), nivå=1),
                *_rows(table, ("Tiltak", "Status"), *((f"{verb} ferdig", "Gjort") for verb in VERBS[:3])),
            ]
    return []


def _rows(table: int, *rows: tuple[str, ...]) -> list[Oppslag]:
    return [Oppslag(row, tabell=table) for row in rows]


def list_layout(seed: int) -> Layout:
    """Return a plan of a seed without tables: areas as headings, numbers or letters, tiltak as points, numbers or paragraphs."""
    random = chance.Random(seed)
    lines = [Oppslag(("Handlingsplan for Testby",), nivå=1)]
    if random.random() < 0.4:
        lines.append(Oppslag(("Innledning",), nivå=2))
        lines.append(
            Oppslag(("Planen er laget av kommunen sammen med næringslivet, og den gjelder i fire år.",))
        )
    if random.random() < 0.3:
        lines.append(Oppslag((random.choice(("Utfordringer", "Bakgrunn", "Visjon og verdier")),), nivå=2))
        lines += [
            Oppslag((text,), punkt=1) for text in ("Lange avstander", "Færre unge", "God tilgang på kraft")
        ]
    over = random.choice(("overskrift", "tall", "bokstav", "ingen"))
    how = random.choice(("punkt", "tall", "bokstav", "avsnitt"))
    said = random.choice(("", "", "Tiltak:", "Mål: Et levende lokalsamfunn"))
    points_below = random.random() < 0.2 and how == "tall"
    if over == "ingen" and len(lines) > 1:
        lines.append(Oppslag((random.choice(("Tiltak", "Hva vi skal gjøre", "Veien videre")),), nivå=2))
    answer: list[dict[str, str]] = []
    for at, area in enumerate(random.sample(AREAS, 1 if over == "ingen" else random.randint(2, 4)), 1):
        if over == "overskrift":
            lines.append(Oppslag((area,), nivå=2))
        elif over != "ingen":
            lines.append(
                Oppslag(
                    (f"{at if over == 'tall' else 'ABCDE'[at - 1]}. {area}",),
                    nivå=2 if random.random() < 0.3 else 0,
                )
            )
        if said:
            lines.append(Oppslag((said,)))
        for i in range(1, random.randint(3, 6)):
            wording = (
                f"{random.choice(VERBS)} {random.choice(THINGS)}"
                if random.random() < 0.8
                else random.choice(NOUNS)
            )
            mark = {"punkt": "", "avsnitt": "", "bokstav": f"{'abcdef'[i - 1]}) "}.get(
                how, f"{at}.{i} " if over == "tall" else f"{i}. "
            )
            lines.append(Oppslag((f"{mark}{wording}",), punkt=int(how == "punkt")))
            answer.append({"ordlyd": wording})
            if points_below:
                lines += [Oppslag((f"{thing} først",), punkt=1) for thing in random.sample(THINGS, 2)]
                answer[-1]["deltiltak"] = "\n".join(line.celler[0] for line in lines[-2:])
    if random.random() < 0.3:
        lines.append(Oppslag(("Oppfølging",), nivå=2))
        lines.append(
            Oppslag(("Planen blir fulgt opp av kommunestyret hvert år, og rapportert i årsmeldingen.",))
        )
    return Layout(lines, answer, trim=False)


def titled_layout(seed: int) -> Layout:
    """Return a plan of a seed whose tiltak are headings («Tiltak 1: …») with labelled lines, prose, points and headings below."""
    random = chance.Random(seed)
    lines = [Oppslag(("Handlingsplan for Testby",), nivå=1)]
    answer: list[dict[str, str]] = []
    roles = random.sample(["frist", "ansvar", "mål"], random.randint(0, 3))
    words = {name: random.choice(HEADINGS[name]) for name in roles}
    areas = random.sample(AREAS, random.randint(2, 3)) if random.random() < 0.5 else [""]
    sign = random.choice((":", " –", "."))
    many = random.choice(("løpende", "i hvert område", "i to ledd"))
    set_as = random.random() < 0.7
    said = False
    for at, area in enumerate(areas, 1):
        if area:
            lines.append(Oppslag((area,), nivå=2))
        for i in range(1, random.randint(3, 5)):
            wording = f"{random.choice(VERBS)} {random.choice(THINGS)}"
            nr = {"løpende": str(len(answer) + 1), "i hvert område": str(i), "i to ledd": f"{at}.{i}"}[many]
            lines.append(Oppslag((f"Tiltak {nr}{sign} {wording}",), nivå=3 if set_as else 0))
            row = {name: random.choice(CELLS[name]) for name in roles}
            below = [(f"{words[name]}: {text}", 0) for name, text in row.items() if text]
            said = said or bool(below)
            if random.random() < 0.5:
                below.append(("Dette er spurt etter av mange, og det haster.", 0))
            random.shuffle(below)
            points = (
                [f"{random.choice(VERBS)} mer" for _ in range(random.randint(1, 3))]
                if random.random() < 0.2
                else []
            )
            lines += [Oppslag((text,)) for text, _ in below]
            lines += [Oppslag((text,), punkt=1) for text in points]
            answer.append(
                {"nr": nr, "ordlyd": wording, **row} | ({"deltiltak": "\n".join(points)} if points else {})
            )
    printed = {name for one in answer for name in roles if one[name]}
    answer = [
        {name: text for name, text in one.items() if name not in roles or name in printed} for one in answer
    ]
    if random.random() < 0.4:
        lines.append(Oppslag(("Oppfølging",), nivå=1))
        lines.append(
            Oppslag(("Planen blir fulgt opp av kommunestyret hvert år, og rapportert i årsmeldingen.",))
        )
        lines += [Oppslag((text,), punkt=1) for text in random.choice(((), ("Årsmelding", "Møte i mai")))]
    return Layout(lines, answer, False)
