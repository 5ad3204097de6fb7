"""HTML of an old comment becomes the text and the clean HTML of one of ours."""

import pytest

from broadsheet.importers.remarks import remark_of
from broadsheet.lib.text import paragraphs_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("One\ntwo\n\nthree", "One\ntwo\n\nthree"),
        ("<p>One</p><p>two<br>three</p>", "One\n\ntwo\nthree"),
        ("Tom &amp; Ann &#8230; a &lt; b", "Tom & Ann … a < b"),
        ("See https://x.example/a_(b).", "See https://x.example/a_(b)."),
        ("<span>One</span><script>alert(1)</script>", "One"),
        ("<img src=x onerror=alert(1)>", "[no text]"),
        ("<p></p>", "[no text]"),
        ("a \u202etxt.exe", "a txt.exe"),
    ],
)
def test_plain_words_are_as_if_typed_here(html: str, text: str) -> None:
    assert remark_of(html) == (text, paragraphs_html(text))


@pytest.mark.parametrize(
    ("html", "text", "clean"),
    [
        ("<b>a</b> <i onclick=x>b</i>", "a b", "<p><strong>a</strong> <em>b</em></p>"),
        (
            "<blockquote>a\n\nb</blockquote>\nc",
            "> a\n> \n> b\n\nc",
            "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>",
        ),
        ("<ul>\n<li>a</li><li>b</li>\n</ul>", "a\nb", "<ul><li>a</li><li>b</li></ul>"),
        ("<pre>a\n  &lt;b></pre>", "a\n  <b>", "<pre>a\n  &lt;b&gt;</pre>"),
        (
            '<a href="https://x.example/?a=1&amp;b=2" rel="me">there</a>',
            "there (https://x.example/?a=1&b=2)",
            '<p><a href="https://x.example/?a=1&amp;b=2" rel="nofollow ugc noopener">there</a></p>',
        ),
        ('<em>x</em> <a href="javascript:alert(1)">y</a>', "x y", "<p><em>x</em> y</p>"),
    ],
)
def test_markup_is_kept_where_it_says_something(html: str, text: str, clean: str) -> None:
    assert remark_of(html) == (text, clean)


def test_an_address_among_markup_is_a_link() -> None:
    _, clean = remark_of("<em>See</em> https://x.example/a?b=1&c=2, there")
    assert 'href="https://x.example/a?b=1&amp;c=2"' in clean
    assert remark_of('<a href="https://x.example/">https://x.example/</a>')[1].count("<a ") == 1
