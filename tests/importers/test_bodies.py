"""HTML and shortcodes of an old text become blocks. No word is lost, and nothing that runs comes in."""

import re
from collections import Counter
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from broadsheet.importers.bodies import blocks_of
from broadsheet.importers.records import Block, PictureUse
from broadsheet.importers.wordpress.content import html_of

PICTURE = "https://old.example/wp-content/uploads/2012/03/pier.jpg"


def blocks(text: str, notes: Counter[str] | None = None) -> list[Block]:
    """The blocks of a text as WordPress stores it."""
    notes = Counter() if notes is None else notes
    return blocks_of(
        html_of(text, lambda numbers: [PictureUse(PICTURE)], notes), notes, line_ends=True
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo\n\nthree", ["<p>One<br/>two</p>", "<p>three</p>"]),
        ("One\r\n\r\n\r\n \t\r\ntwo", ["<p>One</p>", "<p>two</p>"]),
        ("One<br />\ntwo<br><br>three", ["<p>One<br/>two</p>", "<p>three</p>"]),
        (
            "&nbsp;\n\n<p></p>\n\nOne<p>two\nthree</p>four",
            ["<p>One</p>", "<p>two<br/>three</p>", "<p>four</p>"],
        ),
        ("<div>One<div>two</div>\n\nthree</div>", ["<p>One</p>", "<p>two</p>", "<p>three</p>"]),
        (
            "<strong>One</strong> <em>two</em> <del>x</del>",
            ["<p><b>One</b> <i>two</i> <s>x</s></p>"],
        ),
        ("<span style='x'>One</span> <u>two</u> <q>three</q>", ["<p>One two “three”</p>"]),
        ("a < b & c &lt; d", ["<p>a &lt; b &amp; c &lt; d</p>"]),
        ("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->", ["<p>One two</p>"]),
        ("One<!--more-->two\n\n<!--nextpage-->three", ["<p>Onetwo</p>", "<p>three</p>"]),
        ("<a href='#top'>up</a> <a>bare</a>", ["<p>up bare</p>"]),
        ("", []),
        ("<p>", []),
    ],
)
def test_words_become_paragraphs(text: str, expected: list[str]) -> None:
    assert blocks(text) == [("paragraph", html) for html in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h2>A <em>head</em></h2>", ("heading", "A head")),
        ("<h1>A head</h1>", ("heading", "A head")),
        (
            "<h3><a href='https://x.example/'>l</a></h3>",
            ("archive_html", '<h3><a href="https://x.example/" rel="noopener">l</a></h3>'),
        ),
        ("<h4>Small</h4>", ("archive_html", "<h4>Small</h4>")),
        (
            "<ul>\n<li>One<ol><li>two</li></ol></li>\n</ul>",
            ("list", "<ul><li>One<ol><li>two</li></ol></li></ul>"),
        ),
        (
            "<ul><li>One</li><ul><li>two</li></ul></ul>",
            ("list", "<ul><li>One<ul><li>two</li></ul></li></ul>"),
        ),
        ("<ul><li><p>One</p><p>two</p></li></ul>", ("list", "<ul><li>One<br/>two</li></ul>")),
        ("<blockquote><p>One</p><cite>— Ann</cite></blockquote>", ("quote", ("One", "Ann"))),
        (
            "<blockquote>One\n\ntwo</blockquote>",
            ("archive_html", "<blockquote>One\n\ntwo</blockquote>"),
        ),
        ("<pre>a\n  b [c d=1]</pre>", ("archive_html", "<pre>a\n  b [c d=1]</pre>")),
        ("Type <code>ls</code>", ("archive_html", "<p>Type <code>ls</code></p>")),
        ("<p dir='rtl'>سلام</p>", ("archive_html", '<p dir="rtl">سلام</p>')),
        ("<hr />", ("archive_html", "<hr>")),
        (
            "<table><tr><td>a<div>b</div></td></tr></table>",
            ("archive_html", "<table><tbody><tr><td>a<p>b</p></td></tr></tbody></table>"),
        ),
        (
            "<iframe src='//www.youtube.com/embed/a?rel=0'></iframe>",
            (
                "paragraph",
                (
                    '<p><a href="https://www.youtube.com/watch?v=a" rel="noopener">'
                    "www.youtube.com/watch?v=a</a></p>"
                ),
            ),
        ),
        (
            "[audio mp3='https://x.example/a.mp3']",
            (
                "paragraph",
                '<p><a href="https://x.example/a.mp3" rel="noopener">x.example/a.mp3</a></p>',
            ),
        ),
        (
            "[embed]https://x.example/v[/embed]",
            ("paragraph", '<p><a href="https://x.example/v" rel="noopener">x.example/v</a></p>'),
        ),
        ("[gallery]", ("picture", PictureUse(PICTURE))),
    ],
)
def test_an_element_becomes_a_block(text: str, expected: Block) -> None:
    assert blocks(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f'<img src="{PICTURE}" alt="A pier">',
        f'<p><a href="{PICTURE}"><img src="{PICTURE}" alt="A pier"></a></p>',
        f'<figure><img src="{PICTURE}" alt="A pier"></figure>',
        f'<img src="data:image/gif;base64,R0" data-src="{PICTURE}" alt="A pier">',
        f'<div><span><img src="{PICTURE}" alt=" A  pier "></span></div>',
    ],
)
def test_a_picture_is_found_wherever_it_stands(text: str) -> None:
    assert blocks(text) == [("picture", PictureUse(PICTURE, "A pier"))]


@pytest.mark.parametrize(
    "text",
    [
        f'[caption id="a1" width="3"]<a href="x"><img src="{PICTURE}"/></a> Low <b>tide</b>[/caption]',
        f"[wp_caption caption='Low tide']<img src='{PICTURE}'>[/wp_caption]",
        f"<figure><img src='{PICTURE}'><figcaption>Low\n tide</figcaption></figure>",
        f"<ul><li><figure><img src='{PICTURE}'><figcaption>Low tide</figcaption></figure></li></ul>",
    ],
)
def test_a_picture_keeps_its_caption(text: str) -> None:
    assert blocks(text) == [("picture", PictureUse(PICTURE, "", "Low tide"))]


def test_a_picture_in_a_sentence_does_not_cut_it() -> None:
    kinds = [
        kind for kind, _ in blocks(f"One <img src='{PICTURE}'> two.\n\n<img src='{PICTURE}'>three")
    ]
    assert kinds == ["paragraph", "picture", "picture", "paragraph"]


def test_smileys_stay_and_beacons_go() -> None:
    text = 'So <img class="wp-smiley" alt=":)" src="x"> <img width="1" height="1" src="https://count.example/">'
    assert blocks(text) == [("paragraph", "<p>So :)</p>")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[sic] [GSoC 2008] [1] [...]", "[sic] [GSoC 2008] [1] [...]"),
        ("[[gallery]]", "[gallery]"),
        ("a [box id=1]b[/box] c", "a b c"),
        ("a [box]b [inner x='1' /]c[/box]", "a b c"),
        ('a [contact-form-7 id="4" title="Write"] b', "a  b"),
        ("a [wpdiscuz-feedback id='x' question='Why?']b[/wpdiscuz-feedback] c", "a b c"),
        ("a [box id=1] b [box id=2]c[/box]", "a  b c"),
        ("a [/box] b", "a [/box] b"),
    ],
)
def test_shortcodes_go_and_brackets_stay(text: str, left: str) -> None:
    assert blocks(text) == [("paragraph", f"<p>{left}</p>")]


def test_what_was_removed_is_counted() -> None:
    notes: Counter[str] = Counter()
    blocks(
        "[box id=1]a[/box] [box id=2] <!-- wp:archives /--> <video src='https://x.example/v'></video>",
        notes,
    )
    assert notes == {
        "shortcodes [box] removed, their words kept": 2,
        "blocks that WordPress fills by itself, left out": 1,
        "videos, sounds and frames kept as links": 1,
    }


def test_shortcodes_without_end_take_no_time() -> None:
    assert blocks("[a " + "b=c " * 3000)
    assert blocks("[a]" * 3000)


def test_a_text_without_end_is_kept_as_words() -> None:
    notes: Counter[str] = Counter()
    assert blocks("<div>" * 5000 + "deep", notes) == [("paragraph", "<p>deep</p>")]
    assert notes.total() == 1


# What any text may be made of

words = st.text("abcdefgäöü&<>'\"[]ßש日🐦", min_size=1, max_size=8)
inline_tags = st.sampled_from(["b", "em", "span", "a", "code", "q", "u", "font", "del", "label"])
block_tags = st.sampled_from(
    ["p", "div", "h2", "h5", "ul", "li", "blockquote", "td", "pre", "figure", "center"]
)
ends = st.sampled_from([" ", "\n", "\n\n", "\r\n \r\n", "<br>", "<br/>\n"])


@st.composite
def texts(draw: Any, depth: int = 3) -> str:
    if depth == 0:
        return escape(draw(words))
    parts = draw(st.lists(st.one_of(texts(depth - 1), texts(0), ends), max_size=4))
    tag = draw(st.one_of(st.none(), inline_tags, block_tags))
    inner = "".join(parts)
    return f"<{tag}>{inner}</{tag}>" if tag else inner


@settings(max_examples=400)
@given(texts())
def test_no_word_is_lost(text: str) -> None:
    body = lxml_html.document_fromstring(f"<body>{text}</body>")
    before = Counter("".join(str(part) for part in body.itertext()))
    after = Counter("".join(words_of(*block) for block in blocks(text)))
    signs = set(" \n\r\xa0“”[]")  # space may change, and shortcodes may go
    assert {s: n for s, n in after.items() if s not in signs} == {
        s: n for s, n in before.items() if s not in signs
    }


def words_of(kind: str, value: Any) -> str:
    if kind == "picture":
        return ""
    if kind in {"heading", "quote"}:
        return "".join(value)
    return "".join(
        str(part) for part in lxml_html.fragment_fromstring(value, create_parent="div").itertext()
    )


hostile = st.sampled_from(
    [
        *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>"),
        *(
            "<a href='javascript:alert(1)'>x</a>",
            "<a href=' java\nscript:alert(1)'>x</a>",
            "</p><script>",
        ),
        *(
            "<iframe src='javascript:alert(1)'></iframe>",
            "<iframe srcdoc='<script>'></iframe>",
            "<b",
        ),
        *(
            "<math><mi xlink:href='data:x'>",
            "<style>*{x:expression(1)}</style>",
            "<!--",
            "-->",
            "<![CDATA[",
        ),
        *(
            "<base href='//evil.example'>",
            "<form action='//evil.example'>",
            "<p onclick=alert(1)>",
            "]]>",
        ),
        *("[caption caption='<script>']<img src=x>[/caption]", "[audio src='javascript:alert(1)']"),
        *(
            "<table><td background='javascript:x'>",
            "<a href='data:text/html,x'>x</a>",
            "<object data=x>",
        ),
        *(
            "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
            "&lt;script&gt;",
            '<td/x="',
        ),
    ]
)
PLAIN = {
    *("p", "br", "a", "b", "i", "s", "sub", "sup", "ul", "ol", "li", "h2", "h3", "h4", "h5", "h6"),
    *("blockquote", "cite", "code", "pre", "table", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("caption", "dl", "dt", "dd", "hr", "figure", "figcaption", "em", "strong", "del", "small"),
    *("q", "u", "ins", "mark", "time", "abbr"),
}
HARMLESS = {
    "href",
    "rel",
    "title",
    "dir",
    "lang",
    "colspan",
    "rowspan",
    "scope",
    "datetime",
    "cite",
}


@given(st.lists(st.one_of(hostile, texts(1)), max_size=8).map("".join))
def test_nothing_that_runs_comes_in(text: str) -> None:
    for kind, value in blocks(text):
        if kind in {"paragraph", "list", "archive_html"}:
            check_harmless(str(value))


def check_harmless(html: str) -> None:
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iterdescendants():
        assert element.tag in PLAIN, html
        assert set(element.attrib) <= HARMLESS, html
        address = element.get("href", "https://")
        assert re.match(r"https?://|mailto:|[^:]*$", address), html
