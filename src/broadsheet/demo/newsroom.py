"""The demo newsroom: an invented paper, made by the same deeds that people do."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from io import BytesIO
from itertools import islice

from django.db import transaction
from django.utils import timezone
from PIL.Image import Image

from broadsheet.accounts.models import Reader
from broadsheet.demo import texts
from broadsheet.demo.dispute import Dispute
from broadsheet.demo.pictures import draw_picture, draw_portrait
from broadsheet.discussion.actions.post import CannotPost, NewComment, post_comment
from broadsheet.discussion.models import Comment, Thread, Vote
from broadsheet.lib.ids import token_hash
from broadsheet.lib.text import clean_text, name_key
from broadsheet.moderation.models import Decision, Word
from broadsheet.publication.actions import add_section, found_paper, store_picture, thread_for
from broadsheet.publication.models import ArticlePage, Author, Byline, Picture, SectionPage

LICENCE = "CC0 1.0"
LISTED = {"casino": "hold", "viagra": "reject", "idiot": "hold", "scum": "hold", "vermin": "hold"}

Progress = Callable[[str], None]


def fill(progress: Progress) -> None:
    """Make the whole newsroom in an empty site. `progress` is told the headline of each article."""
    now, paper = timezone.now(), texts.paper()
    for word, effect in LISTED.items():
        Word.objects.create(text=word, effect=effect)
    front = found_paper(paper["name"], paper["motto"], paper["description"])
    sections = {
        each["slug"]: add_section(front, each["title"], each["slug"], each["deck"])
        for each in paper["sections"]
    }
    authors = {each["slug"]: add_author(each) for each in paper["authors"]}
    readers, dispute = Readers(), Dispute()
    for text in texts.articles():
        progress(text.head["headline"])
        published = now - timedelta(hours=float(text.head["published_hours_ago"]))
        dispute.record_claims(text.slug, published)
        article = publish(text, sections[text.head["section"]], authors, dispute.numbers, published)
        dispute.take_positions(text.slug, article, published)
        fill_thread(thread_for(article), texts.thread(text.slug), readers, published)


def add_author(about: dict[str, str]) -> Author:
    portrait = store(
        f"Portrait of {about['name']}", draw_portrait(about["slug"]), f"{about['slug']}.jpg"
    )
    return Author.objects.create(
        name=about["name"],
        slug=about["slug"],
        role=about["role"],
        bio=about["bio"],
        portrait=portrait,
    )


def picture(name: str, alt: str) -> Picture:
    """The drawn picture of that name, stored once."""
    title = name.replace("-", " ").capitalize()
    found: Picture | None = Picture.objects.filter(title=title).first()
    return found or store(title, draw_picture(name), f"{name}.jpg", description=alt)


def store(title: str, drawing: Image, file_name: str, description: str = "") -> Picture:
    buffer = BytesIO()
    drawing.save(buffer, "JPEG", quality=95)
    return store_picture(
        title,
        buffer.getvalue(),
        file_name,
        description=description,
        credit="Drawn for the Lantern",
        licence=LICENCE,
    )


def publish(
    text: texts.ArticleText,
    section: SectionPage,
    authors: dict[str, Author],
    claims: Mapping[str, int],
    published: datetime,
) -> ArticlePage:
    head = text.head
    article = ArticlePage(
        title=head["headline"],
        slug=text.slug,
        deck=head["deck"],
        kicker=head.get("kicker", ""),
        dateline=head["dateline"],
        lead_picture=picture(head["picture"], head["picture_alt"]),
        lead_caption=head["picture_caption"],
        body=[(kind, loaded(kind, value, claims)) for kind, value in text.blocks],
        live=False,
        first_published_at=published,
    )
    article.bylines = [Byline(author=authors[slug]) for slug in head["authors"]]
    section.add_child(instance=article)
    article.save_revision().publish()
    article.refresh_from_db()
    return article


def loaded(kind: str, value: object, claims: Mapping[str, int]) -> object:
    if kind == "paragraph":
        return texts.numbered(str(value), claims)
    if kind != "picture":
        return value
    assert isinstance(value, dict)
    image = picture(value["name"], value["alt"])
    image.contextual_alt_text, image.decorative = value["alt"], False
    return {"image": image, "caption": value["caption"] or ""}


class Readers:
    """The townspeople: one reader a name, and strangers who only vote."""

    def __init__(self) -> None:
        self.known: dict[str, Reader] = {}
        self.strangers: list[Reader] = []

    def called(self, name: str) -> Reader:
        key = name_key(name)
        if key not in self.known:
            self.known[key] = Reader.objects.create(key_hash=token_hash(f"demo reader {key}"))
        return self.known[key]

    def voters(self, count: int) -> Iterable[Reader]:
        missing = count - len(self.strangers)
        if missing > 0:
            self.strangers += Reader.objects.bulk_create(Reader() for _ in range(missing))
        return islice(self.strangers, count)


def fill_thread(
    thread: Thread, comments: Iterable[texts.CommentText], readers: Readers, published: datetime
) -> None:
    """Post the comments as readers would, through every screen, then set back their clocks."""
    above: list[Comment | None] = []
    with transaction.atomic():
        for text in comments:
            parent = above[text.level - 1] if 0 < text.level <= len(above) else None
            comment = None
            if text.level == 0 or (parent and parent.is_visible):
                comment = post(thread, text, readers, parent, published)
            above[text.level :] = [comment]


def post(
    thread: Thread,
    text: texts.CommentText,
    readers: Readers,
    parent: Comment | None,
    published: datetime,
) -> Comment | None:
    words = clean_text(text.text)
    key = token_hash(f"demo {thread.pk} {text.name} {text.minutes} {words}")
    try:
        comment = post_comment(
            NewComment(thread, readers.called(text.name), text.name, words, key, parent)
        )
    except CannotPost:
        return None
    written = published + timedelta(minutes=text.minutes)
    Comment.objects.filter(pk=comment.pk).update(created_at=written)
    Decision.objects.filter(subject=comment.subject).update(created_at=written)
    if comment.is_visible:
        vote(comment, readers, text.up, text.down)
    return comment


def vote(comment: Comment, readers: Readers, up: int, down: int) -> None:
    values = [Vote.Value.UP] * up + [Vote.Value.DOWN] * down
    Vote.objects.bulk_create(
        Vote(comment=comment, reader=reader, value=value)
        for reader, value in zip(readers.voters(up + down), values, strict=True)
    )
    Comment.objects.filter(pk=comment.pk).update(votes_up=up, votes_down=down, score=up - down)
