"""What Word documents have of their own: numbers that Word makes, and what is hidden or beside the text."""

from __future__ import annotations

import re
from pathlib import Path

from macros.innlesing.readers.source import read_source
from tests.innlesing.read_in import headings, plan_of, read, verbatim


def test_numbers_that_word_makes_itself_are_printed_numbers(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, text in enumerate(["%1.", "%1.%2"])
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for level, text in [
        (0, "Sentrum"),
        (1, "Rydde torget."),
        (1, "Plante trær."),
        (0, "Reiseliv"),
        (1, "Nye skilt."),
    ]:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>')
        )
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert [one[:3] for one in verbatim(plan_of(result))] == [
        ("1.1", "1.1", "Rydde torget."), ("1.2", "1.2", "Plante trær."), ("2.1", "2.1", "Nye skilt."),
    ]  # fmt: skip
    assert headings(plan_of(result)) == [("1", "1.", None, "Sentrum"), ("2", "2.", None, "Reiseliv")]
    assert result.ok


def test_what_stands_beside_the_text_of_a_word_document_is_counted_too(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Testby kommune"
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(["Tiltak", "Frist", "Ny ", "2024"]):
        table.cell(at // 2, at % 2).text = text
    cell = table.cell(1, 0).paragraphs[0]._p
    cell.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>vei</w:t></w:r></w:ins>'))
    cell.append(parse_xml(f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>bru</w:delText></w:r></w:del>'))
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert verbatim(plan_of(result))[0][2] == "Ny vei"
    assert "topptekst: «Testby kommune»" in result.report
    assert result.ok


def test_comments_deletions_and_hidden_text_of_a_word_document_are_told(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(["Tiltak", "Frist", "Ny vei ", "2024"]):
        table.cell(at // 2, at % 2).text = text
    paragraph = table.cell(1, 0).paragraphs[0]
    document.add_comment(paragraph.runs, text="Spør rådmannen.")
    for xml in (
        '<w:ins {} w:id="1"><w:r><w:t>og sti</w:t></w:r></w:ins>',
        '<w:del {} w:id="2"><w:r><w:delText>og bru</w:delText></w:r></w:del>',
        '<w:moveFrom {} w:id="3"><w:r><w:t>i nord</w:t></w:r></w:moveFrom>',
        '<w:r {}><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> snart</w:t></w:r>',
        '<w:r {}><w:sym w:font="Symbol" w:char="00AE"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    document.save(str(tmp_path / "plan.docx"))
    result = read(tmp_path / "plan.docx")
    assert verbatim(plan_of(result))[0][2] == "Ny vei og sti snart®\ufffd"
    for said in (
        "merknad: «Spør rådmannen.»", "sporet endring i tabell 1, rad 2: «og bru»", "sporet endring i tabell 1, rad 2: «i nord»",
        "Dokumentet har sporede endringer. Det som er satt inn, er tatt med.",
        "er skjult i Word. Den er tatt med.", "Dokumentet har tegn fra en symbolskrift.",
    ):  # fmt: skip
        assert said in result.report
    assert re.search(r"utelatt, se lista over +24\n", result.report)
    assert result.ok, result.report


def test_what_is_struck_hidden_or_raised_is_told_by_place(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for i, text in enumerate(("Tiltak", "Frist")):
        table.cell(0, i).text = text
    first = table.cell(1, 0).paragraphs[0]
    first.add_run("Bygge ny vei")
    first.add_run("17").font.superscript = True
    second = table.cell(1, 1).paragraphs[0]
    second.add_run("2026").font.strike = True
    second.add_run(" 2028")
    document.add_paragraph().add_run("Utkast").font.hidden = True
    document.save(str(tmp_path / "plan.docx"))
    notes = "\n".join(read_source(tmp_path / "plan.docx").notes)
    assert "Tabell 1, rad 2: «17» er hevet skrift" in notes
    assert "Tabell 1, rad 2: «2026» er strøket over." in notes
    assert "Avsnitt 1: «Utkast» er skjult i Word." in notes
