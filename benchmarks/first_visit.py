"""How many bytes does a reader's first visit take, and of what kind?

Chromium with an empty cache opens the front page, an article with its discussion and a page of the
discussion of the demo newsroom; what came over the wire is counted, headers included.
"""

import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from _bench import BROADSHEET, write_down
from _load import free_port, served

CHROMIUM = "/usr/bin/chromium"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]  # fmt: skip
PAGES = {
    "front page": "/",
    "article with 124 comments": "/town-hall/sea-wall-vote/",
    "article without comments": "/town-hall/town-accounts/",
}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as name:
        site = Path(name) / "demo"
        subprocess.run(
            [BROADSHEET, "demo", "--folder", site, "--port", str(free_port()), "--no-serve"],
            check=True, capture_output=True,
        )  # fmt: skip
        with served(site) as paper, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
            results = [
                {"page": label} | visit(browser, f"http://127.0.0.1:{paper.port}{path}")
                for label, path in PAGES.items()
            ]
            browser.close()
    show(results)
    write_down("first_visit", results)


def visit(browser: Browser, url: str) -> dict[str, Any]:
    """Bytes by kind, in the order in which a reader waits for them."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    wire.on(
        "Network.loadingFinished",
        lambda e: sizes.update({kinds.get(e["requestId"], "Other"): e["encodedDataLength"]}),
    )
    page.goto(url, wait_until="networkidle")
    context.close()
    names = {"Document": "html", "Stylesheet": "css", "Script": "script", "Image": "pictures"}
    counted = {name: round(sizes.pop(kind, 0)) for kind, name in names.items()}
    counted["other"] = round(sum(sizes.values()))
    words = sum(size for name, size in counted.items() if name != "pictures")
    return counted | {"without_pictures": words}


def show(results: list[dict[str, Any]]) -> None:
    table = Table(*(name.replace("_", " ") for name in results[0]))
    for row in results:
        table.add_row(
            *(f"{value:,}" if isinstance(value, int) else value for value in row.values())
        )
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
