"""The documents of the corpus, by kind. All text is invented."""

from __future__ import annotations

from collections.abc import Iterator

from . import files
from .case import Case, answer, b, band, cases, h, p, rows
from .pdf_pages import pdf_pages
from .second_looks import second_looks
from .seen_in_files import seen_in_files
from .seen_in_pdf import seen_in_pdf
from .seen_in_word import seen_in_word
from .strange import strange
from .titled import titled

DO = (
    "Rydde torget før sommeren", "Bygge ny vei til skolen", "Lage skilt i sentrum", "Arrangere matfestival hver høst",
    "Etablere et næringshus", "Styrke samarbeidet med nabokommunene", "Utvikle reiselivet ved fjorden", "Kartlegge ledige lokaler",
    "Søke midler til bredbånd", "Kurse nye bedrifter i regnskap", "Pusse opp kaia", "Møte bedriftene to ganger i året",
    "Starte en ordning for lærlinger", "Ansette en rådgiver for landbruk", "Tegne en plan for sykkelveier", "Invitere innflyttere til kaffe",
)  # fmt: skip
WHO = ("Teknisk etat", "Statens vegvesen", "Næringssjefen", "Oppvekst")
WHEN = ("2026", "2027", "Løpende", "2026–2028")


def plan(count: int, start: int = 0) -> list[tuple[str, str, str]]:
    """Return so many tiltak with frist and ansvar."""
    return [(DO[(start + i) % 16], WHEN[i % 4], WHO[i % 4]) for i in range(count)]


HEAD = ("Tiltak", "Frist", "Ansvar")
FIELDS = ("ordlyd", "frist", "ansvar")
WORDING = ("ordlyd",)


def all_cases() -> list[Case]:
    """Return every document of the corpus."""
    return [
        *beside(), *short_rows(), *told(), *accounted(), *pdf(), *excel(), *real(), *strange(), *seen_in_word(), *seen_in_files(), *seen_in_pdf(), *titled(), *second_looks(), *pdf_pages(),
    ]  # fmt: skip


def beside() -> Iterator[Case]:
    """Yield documents with something beside the plan that looks like it."""
    first, second = plan(8), plan(8, 8)
    points = [f"Vurdere om vi skal {text[:1].lower()}{text[1:]}" for text in DO[:14]]
    lines = [
        h("Handlingsplan"), h("Prioriterte tiltak", 2), *rows(*first), h("Flere prioriterte tiltak", 2),
        *rows(*second, table=2), h("Andre foreslåtte tiltak", 2), *map(b, points),
    ]  # fmt: skip
    yield from cases(
        "to tabeller uten overskrifter og en punktliste", 1, ".docx .txt", lines, answer(FIELDS, *first, *second), refused=True,
        wish={"tables": (1, 2), "places": {1: "tiltak", 2: "frist", 3: "ansvar"}},
        told=("tabell 1", "8 rader", "14 punkter", "«Rydde torget før sommeren»", "--kolonner"),
    )  # fmt: skip
    lines = [
        h("4 Tiltak"),
        p("Her står det vi skal gjøre i perioden."),
        h("4.1 Oversikt", 2),
        *map(b, DO[:13]),
    ]
    yield from cases(
        "en nummerert overskrift over punktene", 1, ".docx .txt", lines, answer(WORDING, *zip(DO[:13])), refused=True,
        wish={"lists": (3,)}, told=("«Oversikt»", "13 punkter"),
    )  # fmt: skip
    long = "Hovedmål 1: Kommunen skal ha et levende sentrum der folk vil bo og handle"
    lines = [
        h("Handlingsplan"), *rows((long, "Frist", "Ansvar"), ("Sentrum",), *first[:4], ("Reiseliv",), *first[4:]),
    ]  # fmt: skip
    yield from cases(
        "en lang kolonneoverskrift", 1, ".docx .csv", lines, answer(FIELDS, *first), refused=True,
        wish={"places": {1: "tiltak", 2: "frist", 3: "ansvar"}}, told=("Hovedmål 1",),
    )  # fmt: skip
    people = rows(("Navn", "Rolle", "Telefon"), ("En leder", "Leder for gruppa", "22 00 00 00"), ("En sekretær", "Sekretær for gruppa", "22 00 00 01"), table=2)  # fmt: skip
    yield from cases(
        "en tabell med deltakere etter planen", 1, ".docx .txt .csv", [h("Plan"), *rows(HEAD, *first), h("Arbeidsgruppa"), *people],
        answer(FIELDS, *first),
    )  # fmt: skip
    old = rows(("Tiltak", "Status"), *((text, "Gjennomført") for text in DO[8:13]), table=1)
    lines = [
        h("Status for tiltak i forrige plan"),
        *old,
        h("Tiltak i denne planen"),
        *rows(HEAD, *first, table=2),
    ]
    yield from cases(
        "den forrige planens tiltak", 1, ".docx .pdf", lines, answer(FIELDS, *first), refused=True, wish={"tables": (2,)},
        told=("tabell 1", "Status for tiltak i forrige plan"),
    )  # fmt: skip
    money = rows(("Tiltak", "Budsjett"), *((text, "100 000") for text, *_ in first), table=2)
    lines = [h("Tiltak"), *rows(HEAD, *first), h("Økonomi"), *money]
    yield from cases("de samme tiltakene med kostnader", 1, ".docx", lines, answer(FIELDS, *first), refused=True, wish={"tables": (1,)})  # fmt: skip
    background = ["Mange unge flytter", "Høye strømpriser", "Lav arbeidsledighet"]
    lines = [h("Bakgrunn"), *map(b, background), h("Tiltak"), *map(b, DO[:6])]
    yield from cases("punkter om noe annet før tiltakene", 1, ".docx .txt", lines, answer(WORDING, *zip(DO[:6])))  # fmt: skip
    lines = [
        h("Bakgrunn"),
        *map(b, background),
        h("Sentrum"),
        *map(b, DO[:3]),
        h("Reiseliv"),
        *map(b, DO[3:6]),
    ]
    yield from cases(
        "punkter om noe annet uten ordet tiltak",
        1,
        ".docx .txt",
        lines,
        answer(WORDING, *zip(DO[:6])),
        refused=True,
        wish={"lists": (2, 3)},
    )
    lines = [h("Bakgrunn"), *map(b, background), h("Tiltak"), *rows(HEAD, *first)]
    yield from cases("punkter om noe annet før en tabell", 1, ".docx", lines, answer(FIELDS, *first))
    lines = [h("1.1 Formål"), p("Planen skal vise vei for kommunen og næringslivet i årene som kommer."), h("1.2 Prosess"), p("Planen er laget av en gruppe med folk fra næringslivet og kommunen."),
             p("2.1 Rydde torget før sommeren"), p("2.2 Bygge ny vei til skolen"), p("2.3 Lage skilt i sentrum")]  # fmt: skip
    yield from cases("kapitler med numre ved siden av tiltakene", 1, ".docx .txt", lines, answer(WORDING, *zip(DO[:3])), refused=True)  # fmt: skip
    lines = [h("Tiltak"), *rows(HEAD, *first[:4]), h("Reiseliv"), *rows(*plan(3, 8), table=2)]
    yield from cases("en tabell til uten overskrifter, med samme kolonner", 1, ".docx", lines, answer(FIELDS, *first[:4], *plan(3, 8)), told=("Tabellen har ingen overskrifter",))  # fmt: skip
    risk = rows(
        ("Hva kan gå galt", "Hvor sannsynlig", "Tiltak"),
        ("Få søkere til stillinger", "Høy", "Annonsere bredt"),
        ("Lite penger", "Lav", "Søke fylket om støtte"),
        table=2,
    )
    yield from cases("en tabell med risiko og tiltak", 1, ".docx", [h("Tiltak"), *rows(HEAD, *first), h("Risiko"), *risk], answer(FIELDS, *first), refused=True, wish={"tables": (1,)})  # fmt: skip
    lines = [
        h("Dette har vi gjort"),
        *rows(HEAD, *plan(3, 8)),
        h("Veien videre"),
        *rows(HEAD, *first, table=2),
    ]
    yield from cases(
        "det som er gjort",
        1,
        ".docx .txt .xlsx",
        lines,
        answer(FIELDS, *first),
        refused=True,
        wish={"tables": (2,)},
    )
    about = rows(
        ("Vedtatt av", "Kommunestyret i møte 12. mars 2026"),
        ("Gjelder", "Hele kommunen og alle som driver næring"),
    )
    yield from cases(
        "en tabell om planen selv",
        1,
        ".docx .csv",
        [*about, h("Tiltak"), *rows(HEAD, *first, table=2)],
        answer(FIELDS, *first),
    )
    swot = rows(
        ("Styrker", "Svakheter"),
        ("Sterkt lokalt samarbeid", "Mangler folk med riktig utdanning"),
        ("God vannkraft", "Lange avstander til markedet"),
    )
    yield from cases(
        "styrker og svakheter",
        1,
        ".docx",
        [h("Analyse"), *swot, h("Tiltak"), *rows(HEAD, *first, table=2)],
        answer(FIELDS, *first),
    )
    lines = [h("Tiltak"), *rows(HEAD, *first[:5]), h("Vedlegg: Innspill fra folkemøtet"), *map(b, ("Få flere butikker", "Rydde i sentrum", "Bygge svømmehall", "Lage lekeplass"))]  # fmt: skip
    yield from cases(
        "innspill som punkter",
        1,
        ".docx .txt",
        lines,
        answer(FIELDS, *first[:5]),
        refused=True,
        wish={"tables": (1,)},
    )
    lines = [h("Tiltak"), *rows(HEAD, first[0], ("Reiselivsprosjekt",), *first[1:4])]
    yield from cases("en rad med bare ett ord", 1, ".docx .csv .xlsx", lines, answer(FIELDS, first[0], ("Reiselivsprosjekt",), *first[1:4]), refused=True, wish={"lone": "tiltak"})  # fmt: skip
    lines = [
        h("1 Sentrum"),
        p("1. Rydde torget før sommeren"),
        p("2. Bygge ny vei til skolen"),
        h("2 Reiseliv"),
        p("3. Lage skilt i sentrum"),
    ]
    yield from cases(
        "numre på overskrifter og tiltak",
        1,
        ".docx",
        lines,
        answer(WORDING, *zip(DO[:3])),
        areas=("Sentrum", "Reiseliv"),
    )
    lines = [
        h("Tiltak"),
        p(
            "Kommunen skal rydde torget før sommeren. Vi skal også bygge ny vei til skolen, og lage skilt i sentrum innen 2027."
        ),
    ]
    yield from cases("tiltak i et avsnitt", 1, ".docx", lines, answer(WORDING), refused=True)


def short_rows() -> Iterator[Case]:
    """Yield tables whose rows have fewer or more cells than their headings."""
    yield Case("rader uten de siste cellene .csv", 2, ".csv", files.text("Nr;Tiltak;Frist;Ansvar\n1.1;Bygge vei\n1.2;Lage skilt;2026\n1.3;Rydde torget;;Teknisk etat\n"),
               answer(("nr", *FIELDS), ("1.1", "Bygge vei"), ("1.2", "Lage skilt", "2026"), ("1.3", "Rydde torget", "", "Teknisk etat")))  # fmt: skip
    yield Case("rader uten de siste cellene .txt", 2, ".txt", files.text("Tiltak\tFrist\tAnsvar\n1.1 Bygge vei\t2026\n1.2 Lage skilt\t2027\tTeknisk etat\n"),
               answer(("nr", *FIELDS), ("1.1", "Bygge vei", "2026"), ("1.2", "Lage skilt", "2027", "Teknisk etat")))  # fmt: skip
    yield Case("rader med flere celler enn overskriftene .csv", 2, ".csv", files.text("Tiltak;Frist\nBygge vei;2026;en merknad\nLage skilt;2027\n"),
               answer(("ordlyd", "frist"), ("Bygge vei", "2026"), ("Lage skilt", "2027")), told=("«en merknad»",))  # fmt: skip
    yield Case("ujevne rader .docx", 2, ".docx", files.uneven_docx, answer(FIELDS, ("Bygge ny vei til skolen", "2026", ""), ("Lage skilt i sentrum", "2027", "Teknisk etat")))  # fmt: skip
    lines = rows(("Nr", "Tiltak", "Frist"), ("", "Bygge vei"), ("", "Lage skilt", "2027"))
    yield from cases("tomme numre", 2, ".csv .txt .docx .xlsx", lines, answer(("", "ordlyd", "frist"), *(line.celler for line in lines[1:])))  # fmt: skip


def told() -> Iterator[Case]:
    """Yield documents in which a reader is tempted to change something."""
    yield Case("punkter i en celle .docx", 3, ".docx", files.points_in_cells, answer(FIELDS, ("Bygge vei:\nGrave grøfter\nAsfaltere veien", "2026", "Teknisk etat"), ("Lage skilt i sentrum", "2027", "Oppvekst")), told=("avsnitt som kan være hvert sitt tiltak",))  # fmt: skip
    yield from cases("båndrader", 3, ".docx .xlsx .csv .txt", [*rows(HEAD), band("1. Veier og gater", 3), *rows(*plan(2)), band("2. Reiseliv", 3), *rows(*plan(2, 2))],
                     answer(FIELDS, *plan(2), *plan(2, 2)), areas=("Veier og gater", "Reiseliv"))  # fmt: skip
    md = "# Handlingsplan\n\n## Sentrum\n\n| Tiltak | Frist | Ansvar |\n|---|---|---|\n| Rydde torget | 2026 | Teknisk etat |\n| Lage skilt | 2027 | Oppvekst |\n"
    body = (("Rydde torget", "2026", "Teknisk etat"), ("Lage skilt", "2027", "Oppvekst"))
    yield Case("tabell og overskrifter i Markdown .md", 3, ".md", files.text(md), answer(FIELDS, *body), areas=("Sentrum",))  # fmt: skip
    listed = "Tiltak\n\n- 1.1 Rydde torget før sommeren\n- 1.2 Lage skilt i sentrum\n"
    yield Case("punkter med numre .txt", 3, ".txt", files.text(listed), answer(("nr", "ordlyd"), ("1.1", DO[0]), ("1.2", DO[2])))  # fmt: skip
    wrapped = "Tiltak\n\n- Bygge ny vei til skolen\n  og sentrum\n- Lage skilt i sentrum\n"
    yield Case("punkter over to linjer .txt", 3, ".txt", files.text(wrapped), answer(WORDING, ("Bygge ny vei til skolen og sentrum",), (DO[2],)))  # fmt: skip

    yield from files.struck()


def accounted() -> Iterator[Case]:
    """Yield documents with text where readers do not look."""
    yield from files.accounted()


def pdf() -> Iterator[Case]:
    """Yield the same plan as PDFs of every look."""
    lines = [h("Handlingsplan"), *rows(HEAD, *plan(10))]
    for style, name in {
        "": "linjer", "lav": "linjer, delt på sider", "zebra": "sebrastriper", "bare": "ingen linjer", "streker": "linjer bare mellom radene",
        "midt": "ingen linjer, midtstilt i raden", "bare-lav": "ingen linjer, delt på sider", "annenhver": "annenhver rad farget",
    }.items():  # fmt: skip
        yield from cases(f"tabell med {name}", 5, f".pdf:{style}", lines, answer(FIELDS, *plan(10)))
    yield from cases(
        "tabell med ingen linjer, tett", 5, ".pdf:tett", lines, answer(FIELDS, *plan(10)), refused=None
    )
    long = [
        (
            f"{text}, slik at flere får lyst til å bo og arbeide her i årene som kommer",
            when,
            f"{who} og Næringssjefen i samarbeid",
        )
        for text, when, who in plan(8)
    ]
    for style in ("bare", "zebra", "streker", "midt", "tett", "bare-lav"):
        yield from cases(f"celler over flere linjer, {style}", 5, f".pdf:{style}", [h("Handlingsplan"), *rows(HEAD, *long)], answer(FIELDS, *long), refused=None if style in ("tett", "bare-lav") else False)  # fmt: skip
    lines = [h("Plan"), h("Tiltak", 2), *map(b, DO[:5])]
    yield from cases("punkter", 5, ".pdf", lines, answer(WORDING, *zip(DO[:5])))


def excel() -> Iterator[Case]:
    """Yield workbooks whose cells show something else than they hold."""
    yield from files.excel()


def real() -> Iterator[Case]:
    """Yield plans in the shapes that municipalities use."""
    years = ("Tiltak", "Ansvar", "2026", "2027", "2028", "2029")
    body = [(DO[i], WHO[i % 4], *("x" if i % 4 == j else "" for j in range(4))) for i in range(6)]
    yield from cases("årskolonner med kryss", 7, ".docx .xlsx .csv", rows(years, *body), answer(("ordlyd", "ansvar"), *body), told=("«2026»",))  # fmt: skip
    sums = [(DO[i], *(f"{100 + i * j} 000" for j in range(4))) for i in range(6)]
    yield from cases("årskolonner med beløp", 7, ".docx .csv", rows(("Tiltak", *years[2:]), *sums), answer(("ordlyd",), *sums))  # fmt: skip
    for language, head in {
        "nynorsk": ("Kva", "Når", "Kven"), "nynorsk med ansvarleg": ("Tiltak", "Frist", "Ansvarleg"), "dansk": ("Indsats", "Hvornår", "Hvem"),
        "svensk": ("Åtgärd", "När", "Ansvarig"), "bokmål i spørsmål": ("Hva skal vi gjøre?", "Når?", "Hvem?"),
    }.items():  # fmt: skip
        yield from cases(
            f"overskrifter på {language}", 7, ".docx .csv", rows(head, *plan(4)), answer(FIELDS, *plan(4))
        )
    wide = ("Tiltak", "Konsekvens for klima", "Frist", "Samarbeid og dialog", "Ansvar")
    unknown = [(text, "Liten", when, "Næringsforeningen", who) for text, when, who in plan(5)]
    yield from cases("ukjente kolonner", 7, ".docx .xlsx .csv .pdf", rows(wide, *unknown), answer(("ordlyd", "", "frist", "", "ansvar"), *unknown), told=("«Konsekvens for klima» = egen kolonne",))  # fmt: skip
    cards = [line for i, (text, when, who) in enumerate(plan(4), 1)
             for line in (h(f"Område {i}", 2), *rows(("Tiltak", text), ("Frist", when), ("Ansvarlig", who), table=i))]  # fmt: skip
    yield from cases("ett kort for hvert tiltak", 7, ".docx .pdf", cards, answer(FIELDS, *plan(4)))
    stacked = rows(*(row for text, when, who in plan(4) for row in (("Tiltak", text), ("Frist", when), ("Ansvar", who), ("", ""))))  # fmt: skip
    yield from cases("kort under hverandre", 7, ".xlsx .csv", stacked, answer(FIELDS, *plan(4)))
    titled = [line for i, (text, when, who) in enumerate(plan(3), 1) for line in (band(f"Tiltak {i}: {text}", 2, i), *rows(("Frist", when), ("Ansvarlig", who), table=i))]  # fmt: skip
    yield from cases("kort med tiltaket som overskrift", 7, ".docx", titled, answer(FIELDS, *plan(3)))
    yield Case("tabell i en oppsettstabell .docx", 7, ".docx", files.nested_docx, answer(FIELDS, *plan(4)))
    lines = [
        h("Sentrum"), *rows(HEAD, *plan(3)), h("Reiseliv"),
        *rows(("Tiltak", "Hvorfor", "Når"), *((text, "Flere gjester", when) for text, when, _ in plan(3, 5)), table=2),
    ]  # fmt: skip
    yield from cases(
        "flere tabeller med ulike kolonner", 7, ".docx .xlsx", lines,
        [{"ordlyd": t, "mål": "", "frist": f, "ansvar": a} for t, f, a in plan(3)]
        + [{"ordlyd": t, "mål": "Flere gjester", "frist": f, "ansvar": ""} for t, f, _ in plan(3, 5)],
        areas=("Sentrum", "Reiseliv"),
    )  # fmt: skip
    areas = ["Sentrum", "Reiseliv", "Landbruk", "Samferdsel", "Kompetanse", "Kultur", "Klima", "Handel"]
    lettered = [line for i, area in enumerate(areas) for line in (p(f"{'ABCDEFGH'[i]}. {area}"), p(f"a) {DO[i]}"), p(f"b) {DO[i + 8]}"))]  # fmt: skip
    yield from cases("områder A–H med a) og b)", 7, ".docx .txt", lettered,
                     [{"nr": f"{'ab'[j]})", "ordlyd": DO[i + 8 * j]} for i in range(8) for j in range(2)], areas=tuple(areas))  # fmt: skip
    restart = [line for i, area in enumerate(areas[:3]) for line in (h(area), *(p(f"{j + 1}. {DO[i * 3 + j]}") for j in range(3)))]  # fmt: skip
    yield from cases("numre som begynner på nytt", 7, ".docx .txt", restart, [{"nr": f"{j + 1}.", "ordlyd": DO[i * 3 + j]} for i in range(3) for j in range(3)])  # fmt: skip
    yield from cases("bare en nummerert liste", 7, ".docx .txt", [h("Tiltak"), *(p(f"{i}. {text}") for i, text in enumerate(DO[:6], 1))], answer(WORDING, *zip(DO[:6])))  # fmt: skip
    yield from _cards()
    double = (
        ("Tiltak", "Ansvar", "Tid", "", ""),
        ("", "", "2026", "2027", "2028"),
        *((text, who, "x") for text, _, who in plan(4)),
    )
    yield Case("overskrifter i to rader .docx", 7, ".docx", files.merged_docx(double, ((0, 2), (0, 4)), ((0, 0), (1, 0)), ((0, 1), (1, 1))),
               answer(("ordlyd", "ansvar"), *((text, who) for text, _, who in plan(4))), told=("«2026»",))  # fmt: skip
    yield from cases("områdets navn som første rad i tabellen", 7, ".docx .xlsx .csv", rows(("1. Sentrum",), HEAD, *plan(4)), answer(FIELDS, *plan(4)), areas=("Sentrum",))  # fmt: skip
    glued = (("Sentrum\nTiltak", "Frist", "Ansvar"), *plan(3))
    yield from cases("en overskrift limt til kolonneoverskriften", 7, ".docx .csv", rows(*glued), answer(FIELDS, *plan(3)), told=("«Sentrum Tiltak» sier mer",))  # fmt: skip
    spans = ((0, 0), (1, 0)), ((2, 0), (3, 0))
    body = [("Sentrum", *plan(1)[0]), ("", *plan(2)[1]), ("Reiseliv", *plan(3)[2]), ("", *plan(4)[3])]
    shifted = [((a[0] + 1, 0), (b[0] + 1, 0)) for a, b in spans]
    yield Case("områder i flettede celler .docx", 7, ".docx", files.merged_docx((("Innsatsområde", *HEAD), *body), *shifted), answer(FIELDS, *plan(4)), areas=("Sentrum", "Reiseliv"))  # fmt: skip
    total = rows(
        ("Tiltak", "Ansvar", "Budsjett"),
        *((text, who, "100 000") for text, _, who in plan(3)),
        ("Sum", "", "300 000"),
    )
    yield from cases("en rad med summen", 7, ".docx .xlsx .csv", total, answer(("ordlyd", "ansvar"), *((text, who) for text, _, who in plan(3))), told=("Raden er en sum.",))  # fmt: skip
    month = [
        h("Handlingsplan"),
        h("Sentrum", 2),
        p("Tiltak:"),
        p(DO[0]),
        p(DO[1]),
        h("Reiseliv", 2),
        p("Tiltak:"),
        p(DO[2]),
        p(DO[3]),
    ]
    yield from cases("avsnitt under ordet tiltak", 7, ".docx .txt", month, answer(WORDING, *zip(DO[:4])))
    strategic = [
        line for i, area in enumerate(("3.1 Reiseliv", "3.2 Landbruk"))
        for line in (h(area, 2), p("Mål: Flere arbeidsplasser"), p("Strategier:"), b("Styrke samarbeidet"), b("Bidra til kompetanse"), p("Tiltak:"), b(DO[2 * i]), b(DO[2 * i + 1]))
    ]  # fmt: skip
    yield from cases(
        "strategier og tiltak som punkter",
        7,
        ".docx",
        [h("3. Satsingsområder"), *strategic],
        answer(WORDING, *zip(DO[:4])),
    )
    levels = [
        line for i, area in enumerate(("Reiseliv", "Landbruk"))
        for line in (h(area, 1), h("Strategier", 2), b("Styrke samarbeidet"), h("Tiltak", 2), b(DO[2 * i]), b(DO[2 * i + 1]))
    ]  # fmt: skip
    yield from cases(
        "strategier og tiltak under overskrifter",
        7,
        ".docx",
        levels,
        answer(WORDING, *zip(DO[:4])),
        areas=("Reiseliv", "Landbruk"),
    )
    beside = [
        h("Tiltak"),
        *(line for text in DO[:3] for line in (p(text), p("Ansvar: Teknisk etat"), p("Frist: 2026"))),
    ]
    yield from cases(
        "ansvar og frist som avsnitt", 7, ".docx .txt", beside, answer(WORDING, *zip(DO[:3])), refused=True
    )


def _cards() -> Iterator[Case]:
    """Yield cards of other looks."""
    more = [
        line for i, (text, when, who) in enumerate(plan(3), 1)
        for line in (h(f"Område {i}"), *rows(("Tiltak", text), ("Beskrivelse", "Vi gjør det sammen."), ("Frist", when), ("Ansvar", who), ("Budsjett", "1 000"), ("Virkning", "Flere folk"), table=i))
    ]  # fmt: skip
    yield from cases(
        "kort med ukjente ledetekster",
        7,
        ".docx",
        more,
        answer(FIELDS, *plan(3)),
        told=("«Virkning» = egen kolonne",),
    )
    under = [line for i, (text, when, who) in enumerate(plan(3), 1) for line in (h(f"{i}. {text}", 2), *rows(("Ansvar", who), ("Frist", when), table=i))]  # fmt: skip
    yield from cases("kort under nummererte overskrifter", 7, ".docx", under, [{"nr": f"{i}.", "ordlyd": t, "frist": f, "ansvar": a} for i, (t, f, a) in enumerate(plan(3), 1)])  # fmt: skip
    pairs = [line for i, (text, when, who) in enumerate(plan(3), 1) for line in (h(f"Område {i}"), *rows(("Tiltak", text), ("Frist", when, "Ansvar", who), table=i))]  # fmt: skip
    yield from cases("kort med to par i en rad", 7, ".docx", pairs, answer(FIELDS, *plan(3)))
    named = [line for i, (text, when, who) in enumerate(plan(3), 1) for line in (h(f"Område {i}"), *rows((f"Tiltak {i}", text), ("Når", when), ("Kven", who), table=i))]  # fmt: skip
    yield from cases("kort med nummer i ledeteksten", 7, ".docx", named, [{"nr": str(i), "ordlyd": t, "frist": f, "ansvar": a} for i, (t, f, a) in enumerate(plan(3), 1)])  # fmt: skip
