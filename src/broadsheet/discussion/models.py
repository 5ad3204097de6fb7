from datetime import datetime, timedelta
from functools import cache

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from broadsheet.accounts.models import Reader
from broadsheet.lib.text import paragraphs_html


class Thread(models.Model):
    """One row is the discussion of one page, known only by its key, title and address.

    `root_count` is how many root comments were ever numbered here; `comment_count` is how many
    comments a reader can see now. `is_public` follows the page: what is said under a page that was
    withdrawn, or is for some people only, is not for everybody either.
    """

    key = models.CharField(max_length=120, unique=True)
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=500)
    is_open = models.BooleanField(default=True)
    is_public = models.BooleanField(default=True)
    root_count = models.PositiveIntegerField(default=0)
    comment_count = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.title


class Comment(models.Model):
    """One row is one comment, visible or not.

    A comment gets its place when it is published and keeps it: `root_number` counts the
    conversations of the thread from 1, `reply_number` counts within the conversation and is 0 for
    the root. So any page is one range of one index, whatever the depth of the replies, and a new
    comment moves no other. A comment that was never published has no place.

    `author_name` is the name as it was when the comment was written. `numbered_replies` counts the
    reply numbers given out, on roots only. `idempotency_key` is a hash of the key its sender gave.
    `source_key` names the row of another system it was imported from.
    """

    class Status(models.TextChoices):
        PUBLISHED = "published"
        HELD = "held"
        REJECTED = "rejected"
        DELETED = "deleted"

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    root_number = models.PositiveIntegerField(null=True, editable=False)
    reply_number = models.PositiveIntegerField(null=True, editable=False)
    numbered_replies = models.PositiveIntegerField(default=0, editable=False)

    author = models.ForeignKey(Reader, on_delete=models.PROTECT, related_name="comments")
    author_name = models.CharField(max_length=60)
    by_staff = models.BooleanField(default=False)
    text = models.TextField()
    body_html = models.TextField(editable=False)
    status = models.CharField(max_length=9, choices=Status.choices)
    created_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    edited_by = models.CharField(max_length=60, blank=True)

    votes_up = models.PositiveIntegerField(default=0, editable=False)
    votes_down = models.PositiveIntegerField(default=0, editable=False)
    score = models.IntegerField(default=0, editable=False)

    idempotency_key = models.CharField(max_length=64, unique=True, null=True, editable=False)
    source_key = models.CharField(max_length=200, unique=True, null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "thread", "root_number", "reply_number", name="one_comment_per_place"
            ),
        ]
        indexes = [
            models.Index(
                "thread",
                F("score").desc(),
                F("root_number").desc(),
                name="comment_most_voted",
                condition=Q(reply_number=0, status="published"),
            ),
            models.Index("created_at", name="comment_held", condition=Q(status="held")),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} by {self.author_name}"

    def get_absolute_url(self) -> str:
        """The permalink: it leads to the page where the comment stands, also without script."""
        return f"{comments_address()}{self.pk}/"

    @property
    def subject(self) -> str:
        """How moderation's decisions name this comment."""
        return f"comment:{self.pk}"

    @property
    def is_visible(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def editable_until(self) -> datetime:
        return self.created_at + timedelta(minutes=settings.BROADSHEET_EDIT_MINUTES)

    def set_text(self, text: str) -> None:
        """Set the text and the HTML made of it, which is kept so that no page makes it again."""
        self.text = text
        self.body_html = paragraphs_html(text)


@cache
def comments_address() -> str:
    """Where the permalinks lie. A page of a discussion has a hundred of them, and `reverse` is slow."""
    return reverse("discussion:comment", args=[0]).removesuffix("0/")


class Revision(models.Model):
    """One row is a text that a comment had before an edit."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="revisions")
    text = models.TextField()
    replaced_at = models.DateTimeField(default=timezone.now)
    replaced_by = models.CharField(max_length=60)

    def __str__(self) -> str:
        return f"{self.comment} until {self.replaced_at:%Y-%m-%d %H:%M}"


class Vote(models.Model):
    """One row is the vote of one reader on one comment. Taking it back deletes the row."""

    class Value(models.IntegerChoices):
        UP = 1
        DOWN = -1

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="votes")
    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="votes")
    value = models.SmallIntegerField(choices=Value.choices)
    cast_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint("comment", "reader", name="one_vote_per_reader")]

    def __str__(self) -> str:
        return f"{self.value:+d} on comment {self.comment_id}"
