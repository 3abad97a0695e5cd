"""Read a document by the reader that it needs; say why it cannot be read in Norwegian, instead of a traceback."""

from __future__ import annotations

from pathlib import Path

from ...tools.bounds import LIMITS, TooMuch, check_file, check_package, check_pdf, check_text, thousands
from ...tools.problem import refused
from .lines import Source, Unreadable
from .markdown import read_markdown
from .text import read_csv, read_pasted

ENDINGS = ".docx, .xlsx, .csv, .tsv, .txt eller .pdf"
_OLD = {
    ".doc": "Åpne den i Word og lagre den som .docx.",
    ".odt": "Åpne den og lagre den som .docx.",
    ".rtf": "Åpne den og lagre den som .docx.",
    ".xls": "Åpne den i Excel og lagre den som .xlsx.",
    ".ods": "Åpne den og lagre den som .xlsx.",
    ".pages": "Eksporter den som .docx.",
    ".numbers": "Eksporter den som .xlsx.",
    ".html": "Marker tabellen, kopier den, og lim den inn i en tekstfil.",
}


def read_source(path: Path, sheet: str = "") -> Source:
    """Return the lines of a document. Raises Unreadable for a file that is missing, broken or of another kind.

    `sheet`: the one sheet of a workbook to read.
    """
    ending = path.suffix.lower()
    if ending in _OLD:
        raise Unreadable(f"filer av slaget {ending} kan ikke leses. {_OLD[ending]}")
    if ending not in (".docx", ".xlsx", ".xlsm", ".csv", ".tsv", ".tab", ".txt", ".md", ".pdf"):
        raise Unreadable(f"ventet en fil av slaget {ENDINGS}, fant «{path.name}».")
    try:
        source = _read(path, ending, sheet)
    except Unreadable:
        raise
    except TooMuch as error:
        raise Unreadable(str(error)) from None
    except MemoryError:
        raise Unreadable(
            "filen krever mer minne enn maskinen har. Ta bare med den delen som har tiltakene."
        ) from None
    except FileNotFoundError:
        raise Unreadable("finner ikke filen.") from None
    except Exception as error:
        # An error of the machine has a number; a library may raise one of the same kind for a broken file.
        if isinstance(error, OSError) and error.errno is not None:
            raise Unreadable(f"filen kan ikke åpnes ({refused(error)}).") from None
        # Whatever a broken file makes a library raise: the editor can only open it and save it again.
        raise Unreadable(
            f"filen er ødelagt, passordbeskyttet eller noe annet enn endelsen {ending} sier "
            f"({type(error).__name__}). Åpne den i programmet den er laget i, og lagre den på nytt."
        ) from None
    if len(source.lines) > 4 * LIMITS["rows"]:
        raise Unreadable(
            f"dokumentet har {thousands(len(source.lines))} rader og avsnitt, og det leses høyst "
            f"{thousands(4 * LIMITS['rows'])}. Ta bare med den delen som har tiltakene."
        )
    if not any(line.filled for line in source.lines):
        why = " Er den skannet, må den først gjennom tekstgjenkjenning (OCR)." * (ending == ".pdf")
        raise Unreadable(f"fant ingen tekst i filen.{why}")
    return source


def _read(path: Path, ending: str, sheet: str) -> Source:
    """Return the lines of a document by the reader for its ending. Each library is loaded only when it is needed."""
    packed = ending in (".docx", ".xlsx", ".xlsm", ".pdf")
    check_file(path, "bytes" if packed else "text bytes")
    match ending:
        case ".docx":
            check_package(path)
            from .docx import read_docx

            return read_docx(path)
        case ".xlsx" | ".xlsm":
            check_package(path)
            from .sheet import read_xlsx

            return read_xlsx(path, sheet)
        case ".pdf":
            check_pdf(path)
            from .pdf import read_pdf

            return read_pdf(path)
    raw = path.read_bytes()
    check_text(raw)
    if ending == ".csv":
        return read_csv(raw)
    if ending == ".md":
        return read_markdown(raw)
    return read_pasted(raw, tsv=ending in (".tsv", ".tab"))
