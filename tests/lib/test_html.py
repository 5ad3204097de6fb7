"""Nothing that runs, loads or disguises itself gets through the one sanitiser."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import lxml.html
import pytest

from broadsheet.lib.html import (
    ARTICLE_ATTRIBUTES,
    ARTICLE_TAGS,
    COMMENT_TAGS,
    clean_article,
    clean_comment,
    text_of,
)
from broadsheet.lib.text import paragraphs_html
from tests.corpora import CORPORA

# As browsers read an address: they skip these before the scheme, and nothing else (WHATWG, URL, 4.4).
SCHEME = re.compile(r"^[\x00-\x20]*([a-z][a-z0-9+.-]*)[\x00-\x20]*:", re.IGNORECASE)
ADDRESSES = {"href", "src", "cite"}
Rules = tuple[set[str], set[str]]

ARTICLE: Rules = (ARTICLE_TAGS, {"rel"}.union(*ARTICLE_ATTRIBUTES.values()))
MAKERS: dict[str, tuple[Callable[[str], str], Rules]] = {
    "a comment's HTML": (clean_comment, (COMMENT_TAGS, {"href", "rel"})),
    "an article's HTML": (clean_article, ARTICLE),
    "a comment's text": (paragraphs_html, ({"p", "br", "a"}, {"href", "rel"})),
}


@pytest.fixture(params=list(CORPORA))
def corpus(request: pytest.FixtureRequest) -> list[str]:
    try:
        return CORPORA[request.param]()
    except FileNotFoundError as missing:
        pytest.skip(f"only the project's own strings were run: {missing.filename} is not here")


def test_it_works() -> None:
    html = '<p>See <a href="https://port.test/">the <em>port</em></a></p>'
    kept = '<a href="https://port.test/" rel="nofollow ugc noopener">the <em>port</em></a>'
    assert clean_comment(html) == f"<p>See {kept}</p>"


@pytest.mark.parametrize("maker", MAKERS)
def test_nothing_dangerous_is_left(corpus: list[str], maker: str) -> None:
    make, rules = MAKERS[maker]
    assert not {text: found for text in corpus if (found := dangers(make(text), rules))}


@pytest.mark.parametrize("maker", [clean_comment, clean_article])
def test_cleaning_again_changes_nothing(corpus: list[str], maker: Callable[[str], str]) -> None:
    # A carriage return written as &#13; becomes a line end when it is read again.
    once = {text: maker(text).replace("\r", "\n") for text in corpus}
    assert not [text for text, clean in once.items() if maker(clean) != clean]


@pytest.mark.parametrize(
    "html",
    [
        "<script>steal()</script>",
        "<p onclick=steal()>x</p>",
        "<a href='javascript:steal()'>x</a>",
        "<a href=' java&#10;script:steal()'>x</a>",
        "<p style='color:red'>x</p>",
        "<form></form>",
    ],
)
def test_a_danger_would_be_found(html: str) -> None:
    assert dangers(html, ARTICLE)


def test_pictures_and_tables_are_for_articles_only() -> None:
    html = '<table><tr><td colspan="2"><img src="/media/a.png" alt="A"></td></tr></table>'
    assert clean_comment(html) == ""
    assert "<img" in clean_article(html)
    assert 'colspan="2"' in clean_article(html)


def test_text_of_has_no_markup_and_no_scripts() -> None:
    html = "<h2>A &amp; B</h2><script>steal()</script><p>C &lt; D</p>"
    assert text_of(html) == "A & BC < D"


class Dangers(HTMLParser):
    def __init__(self, tags: set[str], attributes: set[str]) -> None:
        super().__init__()
        self.tags, self.attributes = tags, attributes
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.tags:
            self.found.append(tag)
        for name, value in attrs:
            if name not in self.attributes:
                self.found.append(name)
            scheme = SCHEME.match(re.sub(r"[\t\n\r]", "", value or ""))
            if (
                name in ADDRESSES
                and scheme
                and scheme[1].lower() not in {"http", "https", "mailto"}
            ):
                self.found.append(value or "")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)


def dangers(html: str, rules: Rules) -> list[str]:
    """What should not be in `html`, as two parsers of different habits see it."""
    parser = Dangers(*rules)
    parser.feed(html)
    parser.close()
    if html.strip():
        for element in lxml.html.fragments_fromstring(f"<div>{html}</div>")[0].iter("*"):
            if element.tag not in {"div", "tbody"} | rules[0]:
                parser.found.append(str(element.tag))
            parser.found.extend(str(name) for name in element.keys() if name not in rules[1])  # noqa: SIM118
    return parser.found
