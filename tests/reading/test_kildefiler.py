"""The documents that the publisher offers: what each is by its bytes, and which are listed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from macros.reading.kildefiler import Kildefil, offered

Content = bytes | dict[str, bytes]
"""The bytes of a file, or the parts of one that is an archive."""
DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"}
CONTENT: dict[str, Content] = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3",
    "docx": DOCX,
    "xlsx": {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"},
    "odt": ODT,
    "ods": {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<o/>"},
}
NONE_OF_THEM: dict[str, Content] = {
    "empty": b"",
    "a web page": b"<!doctype html><script>alert(1)</script>%PDF-1.7",
    "a program": b"MZ\x90\x00\x03",
    "an archive": {"readme.txt": b"hei"},
    "a broken archive": b"PK\x03\x04 and no more",
    "a document with macros": DOCX | {"word/vbaProject.bin": b"\xd0\xcf"},
    "an open document with macros": ODT | {"Basic/Standard/a.xml": b""},
    "an open document of another kind": {"mimetype": b"application/vnd.oasis.opendocument.graphics"},
}


def written(path: Path, content: Content) -> Kildefil:
    """Return a file with these bytes, or an archive with these parts."""
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(path, "w") as parts:
            for name, raw in content.items():
                parts.writestr(name, raw)
    return Kildefil(path.name, path)


@pytest.mark.parametrize("kind", CONTENT)
def test_a_document_is_known_by_its_bytes(kind: str, tmp_path: Path) -> None:
    assert written(tmp_path / "plan.bin", CONTENT[kind]).slag == kind


@pytest.mark.parametrize("what", NONE_OF_THEM)
def test_nothing_else_is_taken_for_a_document(what: str, tmp_path: Path) -> None:
    assert written(tmp_path / "plan.pdf", NONE_OF_THEM[what]).slag == ""


def test_hidden_files_and_a_folder_elsewhere_are_not_offered(tmp_path: Path) -> None:
    assert offered(tmp_path) == {}
    (tmp_path / "annet").mkdir()
    written(tmp_path / "annet/a.pdf", CONTENT["pdf"])
    (tmp_path / "kilder").symlink_to("annet")
    assert offered(tmp_path) == {}
    (tmp_path / "kilder").unlink()
    (tmp_path / "kilder").mkdir()
    written(tmp_path / "kilder/.gitkeep", b"")
    written(tmp_path / "kilder/b.pdf", CONTENT["pdf"])
    assert list(offered(tmp_path)) == ["b.pdf"]
