"""The values of WordPress' rows: fields of elements, times, kinds of comments, votes."""

import re
from datetime import UTC, datetime
from hashlib import blake2b
from html import unescape

from django.utils import timezone
from lxml import etree

from broadsheet.importers.markup import Element
from broadsheet.importers.records import Kind, Source
from broadsheet.lib.html import text_of
from broadsheet.lib.text import clean_line, name_key, shorten

ROWS = {
    "post": "posts",
    "page": "pages",
    "attachment": "attachments",
    "nav_menu_item": "menu entries",
    "revision": "revisions",
}
ADDRESS_OF_MAIL = re.compile(r"^\S+@\S+\.\S+$")
NOBODY = "Anonymous"
LONGEST_NAME = 60
# What wpDiscuz' meta `wpdiscuz_votes_seperate` looks like; PHP's own reader is never imitated.
VOTES = re.compile(r'a:2:\{s:4:"like";i:(\d{1,9});s:7:"dislike";i:(\d{1,9});\}')
NET_VOTES = re.compile(r"-?\d{1,9}")
TYPES = {
    "pingback": Kind.PINGBACK,
    "trackback": Kind.TRACKBACK,
    "private": Kind.PRIVATE,
    **dict.fromkeys(("", "comment", "wpdiscuz_sticky"), Kind.PUBLISHED),
}
STATES = {
    **dict.fromkeys(("1", "approve", "approved"), Kind.PUBLISHED),
    **dict.fromkeys(("0", "hold"), Kind.PENDING),
    **dict.fromkeys(("trash", "post-trashed"), Kind.TRASH),
    "spam": Kind.SPAM,
}


def fields_of(element: Element) -> dict[str, str]:
    """The text of each child by its name without a namespace; "content" and "excerpt" are told
    apart. Of children that come more than once, such as meta, the last."""
    return {name_of(str(child.tag)): words_in(child) for child in element}


def words_in(element: Element) -> str:
    """The text of an element. In a broken file it may be cut by names of characters that only HTML
    knows, such as &nbsp;."""
    text = element.text or ""
    if len(element) and element[0].tag is etree.Entity:
        for entity in element:
            text += unescape(entity.text or "") + (entity.tail or "")
    return text.strip()


def name_of(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    if name != "encoded":
        return name
    return "excerpt" if namespace.endswith("/excerpt/") else "content"


def meta_of(element: Element, namespace: str, name: str) -> dict[str, str]:
    """The meta of a post or comment: `name` is that of the elements."""
    return {
        each.findtext(f"{namespace}meta_key") or "": (
            each.findtext(f"{namespace}meta_value") or ""
        ).strip()
        for each in element.iterchildren(f"{namespace}{name}")
    }


def row_of(post_type: str) -> str:
    if not post_type:
        return "items without a type"
    return ROWS.get(post_type, f"other: {post_type}")


def comment_row(kind: Kind) -> str:
    return f"comments, {kind}"


def kind_of(comment_type: str, approved: str) -> Kind:
    kind = TYPES.get(comment_type.strip(), Kind.OTHER)
    return STATES.get(approved.strip(), Kind.OTHER) if kind is Kind.PUBLISHED else kind


def time_of(gmt: str, local: str, otherwise: datetime) -> datetime:
    """WordPress writes zeros for what it does not know; the local time is then taken as ours."""
    if (moment := read_time(gmt)) is not None:
        return moment.replace(tzinfo=UTC)
    if (moment := read_time(local)) is not None:
        return timezone.make_aware(moment)
    return otherwise


def read_time(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=None) if moment.year > 1970 else None


def votes_of(meta: dict[str, str]) -> tuple[int, int, int]:
    """(up, down, score) as wpDiscuz counted them."""
    if match := VOTES.fullmatch(meta.get("wpdiscuz_votes_seperate", "")):
        up, down = (int(number) for number in match.groups())
        return up, down, up - down
    net = meta.get("wpdiscuz_votes", "")
    score = int(net) if NET_VOTES.fullmatch(net) else 0
    return max(score, 0), max(-score, 0), score


def title_of(html: str) -> str:
    return clean_line(text_of(html))


def shown_name(name: str) -> str:
    """A name as it is printed. One that is a mail address loses what makes it one."""
    name = clean_line(unescape(name))
    if ADDRESS_OF_MAIL.match(name):
        name = name.partition("@")[0]
    return shorten(name, LONGEST_NAME)


def author_key(source: Source, login: str) -> str:
    """Some log in with their mail address, which is not kept."""
    if "@" in login:
        login = blake2b(login.encode(), digest_size=16).hexdigest()
    return source.key("author", login)


def person_of(mail: str, name: str) -> str:
    """What is the same for all comments of one person, and cannot be read back."""
    told = f"mail:{mail.strip().casefold()}" if mail.strip() else f"name:{name_key(name)}"
    return blake2b(told.encode(), digest_size=16).hexdigest()
