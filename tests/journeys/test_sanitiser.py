"""Thousands of attacks, cleaned as the product cleans them and shown in a real browser: none runs.

The pages here have no protection but the cleaning itself. A policy in report-only mode stops
nothing and tells of every script that runs, whatever it does.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from broadsheet.lib.html import (
    ARTICLE_ATTRIBUTES,
    ARTICLE_TAGS,
    COMMENT_TAGS,
    LINK_SCHEMES,
    clean_article,
    clean_comment,
)
from broadsheet.lib.text import paragraphs_html

pytestmark = [pytest.mark.browser]

DATA = Path(__file__).parents[3] / "shared" / "data"
BATCH = 1000
ADDRESS = "http://sanitiser.test/"

OUR_OWN = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' ONERROR\n=\talert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<style>@import '//evil.test/x.css';</style>",
    "<link rel=stylesheet href=//evil.test/x.css>",
    "<base href=//evil.test/>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action=javascript:alert(1)><button>Press</button></form>",
    "<a href=javascript:alert(1)>Press</a>",
    "<a href='java\tscript:alert(1)'>Press</a>",
    "<a href='&#1;javascript:alert(1)'>Press</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>Press</a>",
    "<a href='https://a.test' onclick=alert(1) style='position:fixed;inset:0'>Press</a>",
    "<p><img alt='<a title=\"' src=\"'--><script>alert(1)</script>\">",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    'https://a.test/"onmouseover="alert(1)',
    "https://a.test/<script>alert(1)</script>",
    "http://javascript:alert(1)@a.test/",
]


@dataclass
class Shown:
    """What came of showing pieces of HTML."""

    places: int = 0  # pieces that stand side by side: none has swallowed its neighbours
    ran: list[str] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)  # "type address" of what the pieces loaded
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    schemes: set[str] = field(default_factory=set)


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[[list[str]], Shown]]:
    context = browser.new_context()
    page, shown = context.new_page(), Shown()
    document = ""

    def answer(route: Route) -> None:
        request = route.request
        if request.url == ADDRESS:
            headers = {"Content-Security-Policy-Report-Only": "script-src 'none'"}
            route.fulfill(body=document, content_type="text/html; charset=utf-8", headers=headers)
            return
        shown.asked_for.append(f"{request.resource_type} {request.url}")
        route.abort()

    def close(dialog: Dialog) -> None:
        shown.ran.append(dialog.type)
        dialog.dismiss()

    def show_all(pieces: list[str]) -> Shown:
        nonlocal document
        rest = iter(pieces)
        while batch := list(islice(rest, BATCH)):
            document = "<!doctype html>" + "".join(f"<div>{piece}</div>" for piece in batch)
            look_at(page, shown)
        return shown

    context.expose_binding("tell", lambda _, what: shown.ran.append(what))
    context.add_init_script(TELL_OF_SCRIPTS)
    context.route("**/*", answer)
    page.on("dialog", close)
    yield show_all
    context.close()


TELL_OF_SCRIPTS = """
for (const name of ["alert", "confirm", "print", "prompt"]) window[name] = () => tell(name);
addEventListener("securitypolicyviolation", (event) => tell(`${event.effectiveDirective} ${event.sample}`));
"""


def look_at(page: Page, shown: Shown) -> None:
    page.goto(ADDRESS, wait_until="load")
    places, tags, attributes, schemes = page.evaluate(WHAT_IS_THERE)
    shown.places += places
    shown.tags |= set(tags)
    shown.attributes |= set(attributes)
    shown.schemes |= set(schemes)
    # Whoever follows a link must not run anything either.
    page.evaluate(PRESS_STRANGE_LINKS)
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50))")


WHAT_IS_THERE = """() => {
  const elements = [...document.body.querySelectorAll("*")];
  const attributes = elements.flatMap((each) => each.getAttributeNames());
  const addresses = elements.flatMap((each) => [each.href, each.src, each.cite, each.action]);
  const schemes = addresses.filter((each) => typeof each === "string" && URL.canParse(each))
    .map((each) => new URL(each).protocol);
  const places = document.querySelectorAll("body > div").length;
  return [places, elements.map((each) => each.localName), attributes, schemes];
}"""

PRESS_STRANGE_LINKS = """() => {
  for (const link of document.querySelectorAll("a[href]"))
    if (URL.canParse(link.href) && !/^(https?|mailto):/.test(link.href)) link.click();
}"""


@pytest.fixture(scope="module")
def known_attacks() -> list[str]:
    files = [DATA / "xss" / "payloads.jsonl", DATA / "naughty" / "blns.json"]
    if missing := [str(file) for file in files if not file.exists()]:
        pytest.skip(f"The large sets are not here ({', '.join(missing)}); our own list ran alone.")
    with files[0].open() as lines:
        attacks = [json.loads(line)["payload"] for line in lines]
    return [*attacks, *json.loads(files[1].read_text())]


@pytest.fixture(params=["our own", "known"])
def attacks(request: pytest.FixtureRequest) -> list[str]:
    return OUR_OWN if request.param == "our own" else request.getfixturevalue("known_attacks")


Show = Callable[[list[str]], Shown]
SCHEMES = {f"{scheme}:" for scheme in LINK_SCHEMES}


def test_nothing_runs_in_a_comment_with_markup(show: Show, attacks: list[str]) -> None:
    shown = show([clean_comment(attack) for attack in attacks])
    assert shown.places == len(attacks)
    assert shown.ran == []
    assert shown.asked_for == []
    assert shown.tags <= COMMENT_TAGS | {"div"}
    assert shown.attributes <= {"href", "rel"}
    assert shown.schemes <= SCHEMES


def test_nothing_runs_in_an_article_of_an_archive(show: Show, attacks: list[str]) -> None:
    """Pictures are asked for; that is what they are there for."""
    shown = show([clean_article(attack) for attack in attacks])
    assert shown.places == len(attacks)
    assert shown.ran == []
    assert {asked.split()[0] for asked in shown.asked_for} <= {"image"}
    assert shown.tags <= ARTICLE_TAGS | {"div"}
    assert shown.attributes <= set().union(*ARTICLE_ATTRIBUTES.values()) | {"rel"}
    assert shown.schemes <= SCHEMES


def test_nothing_runs_in_a_plain_comment(show: Show, attacks: list[str]) -> None:
    """What readers write today: text, in which only web addresses become links."""
    shown = show([paragraphs_html(attack) for attack in attacks])
    assert shown.places == len(attacks)
    assert shown.ran == []
    assert shown.asked_for == []
    assert shown.tags <= {"div", "p", "br", "a"}
    assert shown.attributes <= {"href", "rel"}
    assert shown.schemes <= {"http:", "https:"}


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<script>window.quiet = 1</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
        "<a href=javascript:alert(1)>Press</a>",
    ],
)
def test_an_attack_that_is_not_cleaned_is_seen_to_run(show: Show, attack: str) -> None:
    shown = show(["Harmless.", attack])
    assert shown.ran
    assert shown.tags - COMMENT_TAGS - {"div"} or shown.schemes - SCHEMES


def test_a_request_that_is_not_cleaned_away_is_seen(show: Show) -> None:
    shown = show(["<link rel=stylesheet href=//evil.test/x.css>"])
    assert shown.asked_for == ["stylesheet http://evil.test/x.css"]
