"""What people type, cleaned, compared and turned into HTML."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet.lib.text import (
    BIDI_CONTROLS,
    clean_line,
    clean_text,
    fingerprint,
    links_in,
    name_key,
    paragraphs_html,
    shorten,
)

# Letters of many scripts, and all that makes trouble among them.
TROUBLE = "\r\n\t \x00\x07\x85\u200b\u202e\u2028\ufeff\u0301<>&\"'"
anything = st.text() | st.text(alphabet=st.sampled_from("aÅß字م" + TROUBLE))
without_links = anything.filter(lambda text: "http" not in text.lower())


def test_it_works() -> None:
    assert clean_text("  Two\r\nlines\n\n\n\nand a paragraph\t☂ ") == (
        "Two\nlines\n\nand a paragraph\t☂"
    )


@given(anything)
@example("e\x00\u0301")
@example("e\u200b\u0301")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(anything)
def test_clean_text_can_be_stored_and_shown(text: str) -> None:
    clean = clean_text(text)
    assert "\x00" not in clean  # PostgreSQL refuses it
    assert "\r" not in clean
    assert not BIDI_CONTROLS.search(clean)
    assert not re.search(r"\n\s*\n\s*\n", clean.replace("\u2028", " ").replace("\u2029", " "))
    clean.encode()  # no half of a surrogate pair


@given(anything)
def test_a_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "other", ["ANN MARSH", "  ann   marsh ", "Ann\u200bMarsh", "Ａｎｎ Marsh", "AnnMarsh"]
)
def test_a_name_is_the_same_however_it_is_typed(other: str) -> None:
    assert name_key(other) == name_key("Ann Marsh")


@pytest.mark.parametrize("blank", ["\u3164", "\u200d", "\ufe0f", "\U000e0061", "\u2800", "\u2062"])
def test_nobody_is_another_by_what_cannot_be_seen(blank: str) -> None:
    assert name_key(f"Ann{blank} Marsh{blank}") == name_key("Ann Marsh")
    assert name_key(blank) == ""


def test_a_name_keeps_what_its_script_needs() -> None:
    persian, astronaut = "می\u200cخواهم", "👩\u200d🚀"
    assert clean_line(f"  {persian} {astronaut}\u200b ") == f"{persian} {astronaut}"


def test_other_names_are_others() -> None:
    assert name_key("Ann Marsh") != name_key("Anna Marsh")
    assert name_key("Jose") != name_key("José")


@given(anything)
def test_a_name_and_its_stored_form_have_one_key(name: str) -> None:
    assert name_key(clean_line(name)) == name_key(name)


def test_a_fingerprint_does_not_see_case_spaces_and_signs() -> None:
    assert fingerprint("Buy gulls, cheap!") == fingerprint("BUY  GULLS... cheap")
    assert fingerprint("Buy gulls, cheap!") != fingerprint("Sell gulls, cheap!")
    assert fingerprint("🙂") != fingerprint("🙁")


@given(without_links)
def test_html_of_a_text_says_the_same_text(text: str) -> None:
    html = paragraphs_html(text)
    bare = unescape(re.sub(r"<[^>]*>", "", html.replace("</p><p>", "\n\n").replace("<br>", "\n")))
    assert bare == clean_text(text)


@given(anything)
def test_html_of_a_text_has_only_paragraphs_breaks_and_links(text: str) -> None:
    tags = re.findall(r"<[^>]*>", paragraphs_html(text))
    assert all(re.fullmatch(r'</?p>|<br>|</a>|<a href="[^"<>]*" rel="[a-z ]*">', t) for t in tags)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://a.test/b.", ["https://a.test/b"]),
        ("(see https://a.test/b_(c))", ["https://a.test/b_(c)"]),
        ("(https://a.test)", ["https://a.test"]),
        ("HTTP://A.test and ftp://b.test", ["HTTP://A.test"]),
        ("“https://a.test/x”", ["https://a.test/x"]),
        ("javascript:steal() and www.a.test", []),
    ],
)
def test_links_end_where_the_sentence_goes_on(text: str, links: list[str]) -> None:
    assert links_in(text) == links


def test_a_link_carries_no_recommendation_and_is_shown_short() -> None:
    html = paragraphs_html(f"Look: https://a.test/{'long/' * 40}?a=1&b=2.")
    assert 'rel="nofollow ugc noopener"' in html
    assert "?a=1&amp;b=2" in html
    assert "…</a>." in html


@given(anything, st.integers(1, 50))
def test_a_shortened_text_fits(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert short == text or short.endswith("…")
