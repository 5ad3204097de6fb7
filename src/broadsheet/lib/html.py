"""The one sanitiser. Every piece of HTML that was not written by our templates passes here."""

from html import unescape

import nh3

LINK_SCHEMES = {"http", "https", "mailto"}
LINK_REL = "nofollow ugc noopener"

COMMENT_TAGS = {
    "p",
    "br",
    "a",
    "em",
    "strong",
    "blockquote",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "del",
}

ARTICLE_TAGS = COMMENT_TAGS | {
    *(
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "figure",
        "figcaption",
        "cite",
        "q",
        "sub",
        "sup",
        "small",
    ),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "dl", "dt", "dd", "abbr"),
    *("b", "i", "u", "s", "ins", "mark", "time", "img"),
}
ARTICLE_ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "abbr": {"title"},
    "time": {"datetime"},
    "blockquote": {"cite"},
    "*": {"lang", "dir"},
}


def clean_comment(html: str) -> str:
    """HTML of a reader: links, emphasis, quotes, lists and code. Nothing that loads or runs."""
    return nh3.clean(
        html,
        tags=COMMENT_TAGS,
        attributes={"a": {"href"}},
        url_schemes=LINK_SCHEMES,
        link_rel=LINK_REL,
    )


def clean_article(html: str) -> str:
    """HTML of an archive or of an editor's paste: the above, tables, headings and pictures."""
    return nh3.clean(
        html,
        tags=ARTICLE_TAGS,
        attributes=ARTICLE_ATTRIBUTES,
        url_schemes=LINK_SCHEMES,
        link_rel="noopener",
    )


def text_of(html: str) -> str:
    """The bare text of a piece of HTML, for descriptions and feeds: not safe to output as HTML."""
    return unescape(nh3.clean(html, tags=set(), clean_content_tags={"script", "style"}))
