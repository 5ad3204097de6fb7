"""Takes the README's pictures from the demo newsroom, which has to be running:

.venv/bin/python -m docs.pictures.take http://localhost:8000
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from tests.journeys.conftest import SWITCHES, chromium

HERE = Path(__file__).parent
DESKTOP = {"viewport": {"width": 1280, "height": 1215}, "device_scale_factor": 1.25}
PHONE = {
    "viewport": {"width": 400, "height": 820},
    "device_scale_factor": 2,
    "is_mobile": True,
    "color_scheme": "dark",
}


def main(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=SWITCHES)
        take(browser, DESKTOP, f"{address}/", "", "front.webp")
        article = f"{address}/town-hall/sea-wall-vote/"
        take(browser, PHONE, article, ".comments > li:has(> ol ol)", "discussion.webp")
        browser.close()


def take(browser: Browser, device: dict[str, object], page: str, at: str, name: str) -> None:
    """`at` says what is at the top of the picture; empty: the top of the page."""
    context = browser.new_context(**device)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(page, wait_until="networkidle")
    if at:
        tab.locator(at).first.evaluate("element => element.scrollIntoView()")
    picture = Image.open(BytesIO(tab.screenshot()))
    picture.convert("RGB").save(HERE / name, "WEBP", quality=82, method=6)
    context.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
