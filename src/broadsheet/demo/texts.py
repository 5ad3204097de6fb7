"""Reading the texts of the demo newsroom: articles with a TOML head, threads as plain text, claims
as TOML.

In an article `{the exact words}(claim:slug)` marks where a claim is stated.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
COMMENT_HEAD = re.compile(r"^(>*)@ (.+?) \| (\d+)(?: \| \+(\d+)(?: -(\d+))?)?\s*$")
PICTURE = re.compile(r'^!\[(?P<alt>.*?)\]\((?P<name>[\w-]+)(?: "(?P<caption>.*)")?\)$')
LINK = re.compile(r"\[(.+?)\]\((.+?)\)")
MARK = re.compile(r"\{(.+?)\}\(claim:([\w-]+)\)")
MARKED = re.compile(r'(?<=<a linktype="claim" id=")[\w-]+(?=">)')
BOLD, ITALIC = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"\*(.+?)\*")


@dataclass(frozen=True)
class ArticleText:
    slug: str
    head: dict[str, Any]
    blocks: list[tuple[str, Any]]


@dataclass(frozen=True)
class CommentText:
    """`level` 0 is a root; `minutes` count from the article's publication."""

    level: int
    name: str
    minutes: int
    up: int
    down: int
    text: str


def paper() -> dict[str, Any]:
    return tomllib.loads((HERE / "paper.toml").read_text("utf-8"))


def articles() -> list[ArticleText]:
    """All articles, the oldest first."""
    texts = [article(path) for path in sorted((HERE / "articles").glob("*.md"))]
    return sorted(texts, key=lambda text: -float(text.head["published_hours_ago"]))


def article(path: Path) -> ArticleText:
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    parts = [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]
    return ArticleText(path.stem, tomllib.loads(head), [block(part) for part in parts])


def block(part: str) -> tuple[str, Any]:
    """One part between blank lines, as (block type, value); a picture is named, not yet loaded."""
    if part.startswith("## "):
        return "heading", part[3:]
    if match := PICTURE.match(part):
        return "picture", match.groupdict()
    if part.startswith(">"):
        lines = [line.lstrip("> ").strip() for line in part.splitlines()]
        spoken = [line for line in lines if line and not line.startswith("-- ")]
        speakers = [line[3:] for line in lines if line.startswith("-- ")]
        return "quote", {"text": " ".join(spoken), "attribution": ", ".join(speakers)}
    return "paragraph", f"<p>{inline(' '.join(part.splitlines()))}</p>"


def inline(text: str) -> str:
    html = LINK.sub(r'<a href="\2">\1</a>', escape(text, quote=False))
    html = MARK.sub(r'<a linktype="claim" id="\2">\1</a>', html)
    return ITALIC.sub(r"<i>\1</i>", BOLD.sub(r"<b>\1</b>", html))


def numbered(html: str, numbers: Mapping[str, int]) -> str:
    """A paragraph whose marks name claims by their number, no longer by their slug."""
    return MARKED.sub(lambda match: str(numbers[match.group()]), html)


def who_and_where() -> dict[str, Any]:
    return tomllib.loads((HERE / "claims" / "who_and_where.toml").read_text("utf-8"))


def claims() -> list[dict[str, Any]]:
    """Every claim of every dispute; what they hold is explained in claims/the_pans.toml."""
    files = sorted((HERE / "claims").glob("the_*.toml"))
    return [each for path in files for each in tomllib.loads(path.read_text("utf-8"))["claim"]]


def thread(slug: str) -> Iterator[CommentText]:
    path = HERE / "threads" / f"{slug}.txt"
    if not path.exists():
        return
    head: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if match := COMMENT_HEAD.match(line):
            if head:
                yield comment(head, lines)
            head, lines = match, []
        else:
            lines.append(line)
    if head:
        yield comment(head, lines)


def comment(head: re.Match[str], lines: list[str]) -> CommentText:
    marks, name, minutes, up, down = head.groups()
    text = "\n".join(lines).strip()
    return CommentText(len(marks), name, int(minutes), int(up or 0), int(down or 0), text)
