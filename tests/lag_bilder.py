"""Takes the pictures of the editors' guide from the site itself: `python -m tests.lag_bilder [NAME...]`.

Each picture is taken twice, as on a desk and as on a phone, of the site built on the clock's day. Run it again
when what a picture shows has changed; to add one, add a line to `BILDER` and show it with `{{ bilde("name", "…") }}`.
"""

from __future__ import annotations

import base64
import functools
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ROOT, QuietHandler, browser_arguments, build
from tests.house.test_data import TODAY

FOLDER = ROOT / "docs/assets/bilder"
WIDTHS = {"": 720, "-smal": 320}
"""How wide the page is, by the end of the picture's name. The narrow picture is shown as it is on a phone."""
MARGIN = 12
QUALITY = 70


@dataclass(frozen=True)
class Bilde:
    """A picture: of which page, from the top of the first of these elements to the bottom of the last."""

    navn: str
    side: str
    fra: str
    til: str = ""
    ramme: str = ""
    """An element to draw a frame around, so that the eye finds it."""
    gjør: Callable[[Page], object] = lambda page: None
    """What is done on the page first: a form filled in, a part opened."""


MEASURE = "planer/modum-2015-2019/tiltak/3.3.2/"
FORM = "planer/modum-2015-2019/meld-status/?tiltak=3.3.2"
FILLED_IN = {
    "kilde": "Årsberetning 2021",
    "fra": "2021",
    "omtale": "Det var to møter i 2021. Planen sier fire.",
    "sted": "Avsnittet «Dialogmøter»",
}
"""What one of the reports in the data says of it: a picture too shows no status without a source."""


def fill_in(page: Page) -> None:
    """Fill in the report, but for who has published it and the quote."""
    for name, text in FILLED_IN.items():
        page.locator(f"[name={name}]").fill(text)
    page.get_by_label("I drift").check()
    page.get_by_label("Høy").check()


def forget_two(page: Page) -> None:
    """Ask for the report although two fields are empty."""
    fill_in(page)
    page.get_by_role("button", name="Se over forslaget").click()


def finish(page: Page) -> None:
    """Ask for a report that is whole, on the day of the tests."""
    page.clock.set_fixed_time(TODAY.isoformat())
    fill_in(page)
    page.get_by_label("Hvem har gitt ut kilden?").select_option(label="Modum Næringsråd")
    page.get_by_label("Sitat fra kilden").fill("Det ble holdt 2 slike møter i 2021.")
    page.get_by_role("button", name="Se over forslaget").click()


BILDER = (
    Bilde("finn-tiltaket", "sok/?q=dialogmøter", "h1", "#sok-treff li"),
    Bilde("tiltaket", MEASURE, ".smuler", ".merker", ramme="h1"),
    Bilde("status-med-kilde", MEASURE, ".punkt", ramme=".punkt .sitat"),
    Bilde("planens-ord", "planer/modum-2015-2019/tiltak/1.1.3/", "h1", ".dokument", ramme=".dokument"),
    Bilde("aktor", "aktorer/modum-teknisk-etat/", ".smuler", "main dl"),
    Bilde("planen", "planer/modum-2015-2019/", "h1", "main [data-ruter]"),
    Bilde(
        "meld-knapp",
        "planer/modum-2015-2019/tiltak/2.1.1/",
        "#hva-har-skjedd",
        "[aria-labelledby='hva-har-skjedd'] .handlinger",
        ramme="[aria-labelledby='hva-har-skjedd'] .handlinger a",
    ),
    Bilde("meld-skjema", FORM, "h1", ".felt:has(#utgiver)"),
    Bilde("meld-feil", FORM, "#feilliste", ".felt:has(#utgiver)", ramme=".felt.har-feil", gjør=forget_two),
    Bilde("meld-ferdig", FORM, "#ferdig-tittel", "#epost", ramme="#epost", gjør=finish),
    Bilde(
        "regneark",
        "planer/modum-2015-2019/",
        "tr:has-text('Totalt')",
        ".handlinger",
        ramme=".handlinger a[download]",
    ),
)


def take(browser: Browser, base: str, bilde: Bilde) -> None:
    """Take both pictures of one thing into the folder."""
    for end, width in WIDTHS.items():
        page = browser.new_page(viewport={"width": width, "height": 900}, device_scale_factor=1)
        page.goto(base + bilde.side, wait_until="networkidle")
        bilde.gjør(page)
        if bilde.ramme:
            page.locator(bilde.ramme).first.evaluate("e => e.style.outline = '3px solid #b3541e'")
        (FOLDER / f"{bilde.navn}{end}.webp").write_bytes(shot(page, bilde, width))
        page.close()


def shot(page: Page, bilde: Bilde, width: int) -> bytes:
    """Return the part of the page, as WebP: a third of a PNG's size."""
    page.evaluate("scrollTo(0, 0)")
    boxes = [page.locator(one).first.bounding_box() for one in (bilde.fra, bilde.til or bilde.fra)]
    assert boxes[0] and boxes[1], bilde
    top = max(boxes[0]["y"] - MARGIN, 0)
    clip = {"x": 0, "y": top, "width": width, "scale": 1}
    clip["height"] = boxes[1]["y"] + boxes[1]["height"] + MARGIN - top
    asked = {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True}
    answer = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    return base64.b64decode(answer["data"])


def main(names: list[str]) -> None:
    """Take the pictures with these names, or all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "portal"
        result = build(site, IDAG=TODAY.isoformat())
        assert result.returncode == 0, result.stderr
        handler = functools.partial(QuietHandler, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(**browser_arguments())
            for bilde in BILDER:
                if not names or bilde.navn in names:
                    take(browser, f"http://127.0.0.1:{server.server_port}/portal/", bilde)
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
