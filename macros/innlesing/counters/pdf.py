"""Count a PDF with PDFium, which knows nothing of the library that reads it: letters, remarks, form fields, pictures."""

from __future__ import annotations

import ctypes
import re
from pathlib import Path
from typing import Any

from .counted import Counted, seen


def count_pdf(path: Path) -> Counted:
    """Return the lines of text of each page, its remarks and filled-in fields, and its pictures as what cannot be read."""
    import pypdfium2

    counted = Counted(any_order=True)
    pictures: list[int] = []
    document = pypdfium2.PdfDocument(path)
    try:
        for number, page in enumerate(document, 1):
            text = page.get_textpage().get_text_range()
            # The hyphen at the end of a line is a sign of its own here.
            for line in re.split(r"[\r\n]+", re.sub("[\x02\ufffe]", "-", text)):
                counted.add(f"side {number}", line)
            for remark in _remarks(page):
                counted.add(f"side {number}, merknad eller skjemafelt", remark)
            images = sum(1 for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
            if images and not seen(text):
                counted.unread.append(
                    f"side {number}, som bare er et bilde. Den må gjennom tekstgjenkjenning (OCR)"
                )
            elif images:
                pictures.append(number)
    finally:
        document.close()
    if pictures:
        counted.unread.append(f"bilder på side {', '.join(map(str, pictures))}")
    return counted


def _remarks(page: Any) -> list[str]:
    """Return what stands in the remarks on a page, and what is filled in in its form fields."""
    from pypdfium2 import raw

    found = []
    for i in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, i)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        key = b"V" if kind == raw.FPDF_ANNOT_WIDGET else b"Contents"
        if kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP) and (text := _said(annotation, key)):
            found.append(text)
        raw.FPDFPage_CloseAnnot(annotation)
    return found


def _said(annotation: Any, key: bytes) -> str:
    """Return the text of a key of an annotation; «» when it has none."""
    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
