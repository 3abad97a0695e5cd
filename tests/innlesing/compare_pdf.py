"""Compares libraries that find tables in a PDF, on the PDFs of the corpus: `python -m tests.innlesing.compare_pdf`.

Prints for each that is installed how many cells it has right, how many documents are all right, and its seconds. A cell is
right when it stands in the row and the place of its row that the true answer has. Only pdfplumber and pypdfium2 belong to the project;
camelot-py, PyMuPDF and pypdf are left out where they are not installed.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.innlesing.readers.lines import Unreadable
from macros.innlesing.readers.source import read_source

from .corpus.case import Case
from .corpus.documents import pdf

Rows = Iterable[Sequence[str | None]]


def ours(path: Path) -> Rows:
    """Return the rows as the importer reads them; a row of which it is unsure is none."""
    try:
        return [line.cells for line in read_source(path).lines if not line.unsure]
    except Unreadable:
        return []


def pdfplumber_lines(path: Path, strategy: str = "lines") -> Rows:
    import pdfplumber

    settings = {"vertical_strategy": strategy, "horizontal_strategy": strategy}
    with pdfplumber.open(path) as document:
        return [row for page in document.pages for table in page.extract_tables(settings) for row in table]


def pdfplumber_text(path: Path) -> Rows:
    return pdfplumber_lines(path, "text")


def camelot(path: Path, flavor: str = "lattice") -> Rows:
    library = import_module("camelot")

    return [
        row for table in library.read_pdf(str(path), pages="all", flavor=flavor) for row in table.df.values
    ]


def camelot_stream(path: Path) -> Rows:
    return camelot(path, "stream")


def camelot_network(path: Path) -> Rows:
    return camelot(path, "network")


def pymupdf_lines(path: Path, strategy: str = "lines") -> Rows:
    pymupdf = import_module("pymupdf")
    with pymupdf.open(path) as document:
        return [
            row
            for page in document
            for table in page.find_tables(strategy=strategy)
            for row in table.extract()
        ]


def pymupdf_text(path: Path) -> Rows:
    return pymupdf_lines(path, "text")


def pypdf_layout(path: Path) -> Rows:
    pypdf = import_module("pypdf")
    texts = (page.extract_text(extraction_mode="layout") for page in pypdf.PdfReader(path).pages)
    return [re.split(r" {2,}", line.strip()) for text in texts for line in text.split("\n")]


def pdfium_text(path: Path) -> Rows:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    return [
        line.split("\t")
        for page in document
        for line in page.get_textpage().get_text_range().replace("\r", "").split("\n")
    ]


WAYS: tuple[tuple[str, str, Callable[[Path], Rows]], ...] = (
    ("the importer", "pdfplumber", ours), ("pdfplumber, lines", "pdfplumber", pdfplumber_lines), ("pdfplumber, text", "pdfplumber", pdfplumber_text),
    ("camelot, lattice", "camelot-py", camelot), ("camelot, stream", "camelot-py", camelot_stream), ("camelot, network", "camelot-py", camelot_network),
    ("PyMuPDF, lines", "pymupdf", pymupdf_lines), ("PyMuPDF, text", "pymupdf", pymupdf_text), ("pypdf, layout", "pypdf", pypdf_layout),
    ("PDFium, text", "pypdfium2", pdfium_text),
)  # fmt: skip


def right(case: Case, rows: Rows) -> tuple[int, int]:
    """Return how many cells of the answer stand in their rows, and how many there are."""
    found = [[" ".join((cell or "").split()) for cell in row] for row in rows]
    found = [[cell for cell in row if cell] for row in found]
    count = whole = 0
    for answer in case.answer:
        meant = [text for text in answer.values() if text]
        whole += len(meant)
        count += max((sum(a == b for a, b in zip(meant, row, strict=False)) for row in found), default=0)
    return count, whole


def main() -> None:
    """Print the figures."""
    cases = [case for case in pdf() if "tabell" in case.name or "celler" in case.name]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i}.pdf" for i in range(len(cases))]
        for case, path in zip(cases, paths, strict=True):
            case.write(path)
        print(f"{len(cases)} documents\ncells\tof\tdocuments\tseconds\tway")
        for name, package, read in WAYS:
            try:
                used = version(package)
            except PackageNotFoundError:
                continue
            read(paths[0])
            start = time.perf_counter()
            results = [right(case, read(path)) for case, path in zip(cases, paths, strict=True)]
            spent = time.perf_counter() - start
            cells, whole = (sum(one[i] for one in results) for i in (0, 1))
            exact = sum(a == b for a, b in results)
            print(f"{cells}\t{whole}\t{exact}\t\t{spent:.2f}\t{name} ({package} {used})")


if __name__ == "__main__":
    main()
