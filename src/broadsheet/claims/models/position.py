from pathlib import PurePath

from django.core.files.storage import Storage, storages
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from broadsheet.claims.append_only import AppendOnly, AppendOnlyModel
from broadsheet.claims.models.claim import TIME_PRECISIONS, Claim
from broadsheet.claims.models.sources import Actor, Outlet, Side
from broadsheet.claims.times import TimePrecision
from broadsheet.claims.wording import figure_words
from broadsheet.claims.words import Scope, Stance

STANCES = [(stance.value, stance.value) for stance in Stance]
SCOPES = [
    (Scope.NAMED.value, "speaks of this very claim"),
    (Scope.IMPLIED.value, "does not name it"),
]
HEADLINE = "headline"  # the paragraph of a position that was found there


class Position(AppendOnlyModel):
    """One row is one stance that one speaker took on one claim. Rows are only added.

    Whatever was entered wrongly is replaced: a new row with `replaces` and `replaces_why`, and the
    older one counts no more. A row with `is_struck` says nothing itself: it only takes away the row
    it replaces. A speaker who changes their mind, by contrast, takes another position.

    Without a `speaker` the words are the article's own. `sides` are those for whom the speaker
    spoke, as they were then; a joint statement has more than one. `people` is how many said so
    together. How an unnamed speaker is described is their row's affair; `unnamed_why` is the reason
    that was printed.

    `told_to` is the outlet that heard it, `published_by` the one where it could be read. `said_at`
    is where a span begins that is as long as `said_precision` says.

    `figure_low` and `figure_high` are whole numbers (see `Claim.decimals`); the end that is missing
    is open: "more than 100" is 100 and nothing, "up to 50" nothing and 50. Exact figures have both.

    `same_origin` points to a position that goes back to the same root, such as one official quoted
    by two agencies under two descriptions.

    `article_key` ("article:12"), `article_address` and `paragraph` are where it was entered from;
    `paragraph` is "headline" when only a headline says so. `entered_by` is the editor's name as it
    was, no reference, so that the row never has to change; it is not shown to readers.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="positions")
    speaker = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="positions"
    )
    sides = models.ManyToManyField(
        Side, through="PositionSide", blank=True, related_name="positions"
    )
    people = models.PositiveSmallIntegerField("number of people", default=1)
    unnamed_why = models.CharField(
        "why unnamed", max_length=200, blank=True, help_text="Not allowed to speak to the press."
    )
    told_to = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="heard"
    )
    published_by = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="published"
    )
    stance = models.CharField(max_length=10, choices=STANCES)
    scope = models.CharField(max_length=7, choices=SCOPES, default=Scope.NAMED.value)
    words = models.TextField(blank=True, max_length=2000, validators=[MaxLengthValidator(2000)])
    is_verbatim = models.BooleanField("word for word", default=False)
    said_at = models.DateTimeField()
    said_precision = models.CharField(
        max_length=6, choices=TIME_PRECISIONS, default=TimePrecision.DAY.value
    )
    figure_low = models.BigIntegerField(null=True, blank=True)
    figure_high = models.BigIntegerField(null=True, blank=True)
    same_origin = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="echoes"
    )
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        error_messages={"unique": "Somebody has replaced this position already."},
    )
    replaces_why = models.CharField(max_length=300, blank=True)
    is_struck = models.BooleanField(default=False)
    article_key = models.CharField(max_length=120, blank=True)
    article_address = models.CharField(max_length=500, blank=True)
    paragraph = models.CharField(max_length=40, blank=True)
    entered_by = models.CharField(max_length=150)
    entered_at = models.DateTimeField(default=timezone.now)
    idempotency_key = models.CharField(max_length=64, unique=True, null=True, editable=False)

    class Meta:
        ordering = ["said_at", "pk"]
        constraints = [
            AppendOnly(name="position_append_only"),
            models.CheckConstraint(
                name="position_figure_in_order",
                condition=Q(figure_low=None)
                | Q(figure_high=None)
                | Q(figure_low__lte=F("figure_high")),
                violation_error_message="The low figure is above the high one.",
            ),
            models.CheckConstraint(
                name="position_says_why_it_replaces",
                condition=Q(replaces=None, replaces_why="", is_struck=False)
                | (Q(replaces__isnull=False) & ~Q(replaces_why="")),
                violation_error_message="A position that replaces another says why.",
            ),
            models.CheckConstraint(
                name="position_by_somebody",
                condition=Q(people__gte=1),
                violation_error_message="At least one person speaks.",
            ),
            models.CheckConstraint(
                name="position_scope_fits_stance",
                condition=Q(scope="named") | Q(stance__in=["asserts", "confirms", "denies"]),
                violation_error_message="Only what speaks of this very claim can take it back or "
                "refuse to comment on it.",
            ),
            models.CheckConstraint(
                name="position_verbatim_has_words",
                condition=Q(is_verbatim=False) | ~Q(words=""),
                violation_error_message="Word for word, but without words.",
            ),
        ]
        indexes = [
            models.Index("claim", "said_at", "id", name="position_of_claim"),
            models.Index("article_key", name="position_article", condition=~Q(article_key="")),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_label} {self.stance}"

    @property
    def is_unnamed(self) -> bool:
        return self.speaker is not None and self.speaker.is_unnamed

    @property
    def is_ours(self) -> bool:
        """Whether nobody but the article itself says so."""
        return self.speaker_id is None

    @property
    def speaker_label(self) -> str:
        return self.speaker.label if self.speaker else "the article itself"

    @property
    def has_figure(self) -> bool:
        return self.figure_low is not None or self.figure_high is not None

    @property
    def figure_words(self) -> str:
        claim = self.claim
        return figure_words(self.figure_low, self.figure_high, claim.decimals, claim.unit)


class PositionSide(AppendOnlyModel):
    """One row is one side for which the speaker of one position spoke. Rows are only added."""

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="spoken_for")
    side = models.ForeignKey(Side, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            AppendOnly(name="position_side_append_only"),
            models.UniqueConstraint("position", "side", name="one_side_once_per_position"),
        ]

    def __str__(self) -> str:
        return f"{self.position} for {self.side}"


def private_files() -> Storage:
    """Outside the public folder: a document can betray who handed it over."""
    return storages["documents"]


def file_by_hash(evidence: "Evidence", file_name: str) -> str:
    """Not under the name it came with, which can betray who handed it over, too."""
    return f"evidence/{evidence.sha256}{PurePath(file_name).suffix.lower()[:8]}"


class Evidence(AppendOnlyModel):
    """One row is one piece of evidence for one position: a link, or a file with its hash.

    Files are never public. Readers see title and hash, by which a copy can be proved to be the
    same one later.
    """

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(storage=private_files, upload_to=file_by_hash, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            AppendOnly(name="evidence_append_only"),
            models.CheckConstraint(
                name="evidence_link_or_file",
                condition=(~Q(link="") & Q(file="", sha256=""))
                | (Q(link="") & ~Q(file="") & ~Q(sha256="")),
                violation_error_message="Evidence is a link, or a file with its hash.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
