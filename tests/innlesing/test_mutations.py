"""No traceback and no loss for ordinary text, however it is cut and shuffled: `python -m tests.innlesing.test_mutations 20000`."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.innlesing.readers.lines import Unreadable
from tests.innlesing.read_in import read

TABLE = (
    "Handlingsplan for Testby\n\nNr\tTiltak\tMål\tFrist\tAnsvar\n1\tSamferdsel\t\t\t\n1.1\tBygge ny vei til skolen\tTrygg vei\t2026\tTeknisk "
    'etat\n1.2\t"Lage skilt\ni sentrum"\t\tLøpende\t\n2\tReiseliv\n2.1\tRydde torget\tRyddig\t2027\tOppvekst\nSlutt på planen.\n'
)
BASES = (
    TABLE, TABLE.replace("\t", ";"), TABLE.replace("Nr\t", "").replace("\t", " ; "),
    "# Plan\n\n## Tiltak\n\n- Rydde torget\n- Lage skilt\n  - i sentrum\n  - på kaia\n\nMål: Et ryddig torg\n\n1. Bygge vei\n2. Bygge bru\n",
    "A. Sentrum\na) Rydde torget\nb) Lage skilt\nB. Reiseliv\na) Bygge hytte\nb) Merke stier\n\nMars: Møte\nJuni:\nEn ny messe.\n",
    "Tiltak\tRydde torget\nFrist\t2026\nAnsvar\tTeknisk etat\n\nTiltak\tLage skilt\nFrist\t2027\nAnsvar\tOppvekst\n",
    "Kva\tNår\tKven\t2026\t2027\nByggje veg\tvår\tOppvekst\tx\t\nLage skilt\thaust\tTeknisk etat\t\tx\nSatsingsområde 2: Mat\nMatfest\t\t\n",
)  # fmt: skip
SIGNS = '\t\n;," .:-•*#|1aÅ)x\u00a0\u00ad"\r\0'


def mutated(random: random.Random) -> tuple[str, str]:
    """Return a document that was something once, and the ending of its file."""
    text = random.choice(BASES)
    for _ in range(random.randint(1, 6)):
        lines = text.split("\n")
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        place = random.randrange(len(text) + 1)
        match random.randrange(9):
            case 0:
                lines[at] = lines[at].rstrip("\t; ")
            case 1:
                lines[at], lines[other] = lines[other], lines[at]
            case 2:
                lines.insert(other, lines[at])
            case 3:
                del lines[at]
            case 4:
                cells = lines[at].split("\t")
                random.shuffle(cells)
                lines[at] = "\t".join(cells)
            case 5:
                lines[at] += lines[other]
            case 6:
                lines = [text[:place], *text[place + random.randint(1, 9) :].split("\n")]
            case 7:
                lines = (text[:place] + random.choice(SIGNS) + text[place:]).split("\n")
            case _:
                lines = [line.rstrip("\t; ") for line in lines]
        text = "\n".join(lines) or "\n"
    return text, random.choice((".txt", ".csv", ".tsv", ".md"))


def is_read_or_refused(text: str, ending: str) -> str:
    """Read a document; returns what is wrong: an account that does not meet. Anything but a refusal raises."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{ending}"
        path.write_bytes(text.encode())
        try:
            result = read(path)
        except Unreadable:
            return ""
    return "" if result.ok else result.report


@settings(max_examples=400, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_a_mutated_document_is_read_or_refused(random: random.Random) -> None:
    text, ending = mutated(random)
    assert is_read_or_refused(text, ending) == ""


if __name__ == "__main__":
    for seed in range(int(sys.argv[1])):
        text, ending = mutated(random.Random(seed))
        try:
            wrong = is_read_or_refused(text, ending)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        if wrong:
            print(seed, ending, repr(text), wrong[-900:])
