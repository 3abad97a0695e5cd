"""Makes plan.pdf again, with a browser's print: `python tests/innlesing/lag_pdf.py`. An invented plan on two pages."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

STYLE = "body{font:11pt serif} table{border-collapse:collapse} td,th{border:1px solid;padding:4px} tr{break-inside:avoid}"
HEAD = "<thead><tr><th>Tiltak</th><th>Mål</th><th>Frist</th><th>Ansvarlig</th></tr></thead>"


def page() -> str:
    """The plan as HTML: two areas, twelve measures in each, the deadline of the second not given."""
    parts = ["<h1>Handlingsplan for Testby</h1><p>Planen er vedtatt av kommunestyret.</p>"]
    for area, title in ((1, "Samferdsel"), (2, "Stedsutvikling")):
        parts.append(f"<h2>{area}. {title}</h2><table>{HEAD}")
        for i in range(1, 13):
            text = f"{area}.{i}. Kommunen skal gjøre «tiltak {i}» i område {area}, og det skal merkes godt."
            cells = (text, f"Bedre {area}", "" if i == 2 else "2026", "Teknisk etat, Statens vegvesen")
            parts.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
        parts.append("</table>")
    return f"<meta charset=utf-8><style>{STYLE}</style>" + "".join(parts)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox"]
        )
        sheet = browser.new_page()
        sheet.set_content(page())
        Path(__file__).with_name("plan.pdf").write_bytes(sheet.pdf(format="A4"))
        browser.close()
