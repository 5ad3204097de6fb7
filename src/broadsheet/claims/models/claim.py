from datetime import datetime

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from broadsheet.claims.append_only import AppendOnly, AppendOnlyModel
from broadsheet.claims.models.place import Place
from broadsheet.claims.models.sources import Side
from broadsheet.claims.times import TimePrecision, latest
from broadsheet.claims.words import Kind, Status

KINDS = [(kind.value, kind.value) for kind in Kind]
STATUSES = [(status.value, status.value) for status in Status]
TIME_PRECISIONS = [(precision.value, f"to the {precision.value}") for precision in TimePrecision]


class Claim(models.Model):
    """One row is one sentence that somebody states about the world, whoever else denies it.

    The sentence is written without "says": who says it is in the positions. `status`, `flags` and
    `explanation` are what `rule.judge_claim` makes of those; nobody types them, and only
    `actions.rejudge` writes them. An editor's word beside them is `note`.

    `event_start` and `event_end` are when it happened, if it did; each is where a span begins that
    is as long as `event_precision` says. `event_words` is what was printed ("early on Thursday").
    Figures of its positions are whole numbers of 10 ** -`decimals` of `unit`: with the unit "per
    cent" and one decimal, 125 is 12.5 per cent. `parties` are those who must all say so before an
    agreement counts as one.
    """

    sentence = models.CharField(max_length=400, help_text="What is stated, without “says”.")
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=11, choices=KINDS, default=Kind.EVENT.value)
    gains = models.ManyToManyField(
        Side, blank=True, related_name="claims_gained", help_text="Who gains if it is true?"
    )
    loses = models.ManyToManyField(
        Side, blank=True, related_name="claims_lost", help_text="Whom does it harm if it is true?"
    )
    parties = models.ManyToManyField(
        Side, blank=True, related_name="agreements", help_text="Of an agreement: who made it?"
    )
    places = models.ManyToManyField(Place, blank=True, related_name="claims")
    event_start = models.DateTimeField(null=True, blank=True)
    event_end = models.DateTimeField(null=True, blank=True)
    event_precision = models.CharField(
        max_length=6, choices=TIME_PRECISIONS, default=TimePrecision.DAY.value
    )
    event_words = models.CharField(
        max_length=120, blank=True, help_text="The time as printed: early on Thursday."
    )
    unit = models.CharField(max_length=60, blank=True, help_text="Of figures: districts, per cent.")
    decimals = models.PositiveSmallIntegerField(
        default=0, help_text="How many decimals its figures have."
    )
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    note = models.TextField(
        blank=True,
        max_length=1000,
        validators=[MaxLengthValidator(1000)],
        help_text="Pinned beside the status; does not change it.",
    )

    status = models.CharField(
        max_length=20, choices=STATUSES, default=Status.NO_SOURCE.value, editable=False
    )
    flags = models.JSONField(default=list, editable=False)
    explanation = models.TextField(blank=True, editable=False)
    status_since = models.DateTimeField(default=timezone.now, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    idempotency_key = models.CharField(max_length=64, unique=True, null=True, editable=False)

    class Meta:
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="claim_event_ends_after_it_starts",
                condition=Q(event_end=None)
                | Q(event_start__isnull=False, event_start__lte=F("event_end")),
                violation_error_message="The event ends before it starts, or has an end only.",
            ),
            models.CheckConstraint(
                name="claim_does_not_supersede_itself",
                condition=Q(superseded_by=None) | ~Q(superseded_by=F("id")),
                violation_error_message="A claim cannot take its own place.",
            ),
            models.CheckConstraint(
                name="claim_few_decimals",
                condition=Q(decimals__lte=6),
                violation_error_message="Six decimals are the most.",
            ),
        ]
        indexes = [
            models.Index("status", F("changed_at").desc(), name="claim_status"),
            models.Index("event_start", name="claim_event_start"),
            models.Index(F("changed_at").desc(), name="claim_changed"),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def event_latest(self) -> datetime | None:
        """The last moment at which the event can have happened."""
        end = self.event_end or self.event_start
        return latest(timezone.localtime(end), self.event_precision) if end else None


class Appearance(models.Model):
    """One row is one place in one article where a claim is stated.

    `article_key` ("article:12") stays when the article moves; address and headline are as last
    told. `start` and `end` count the characters of the paragraph's bare text, as Python does;
    `words` are what stands there, by which the place is found again when the paragraph changes.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="appearances")
    article_key = models.CharField(max_length=120)
    article_address = models.CharField(max_length=500)
    article_headline = models.CharField(max_length=300)
    paragraph = models.CharField(max_length=40)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["article_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                "claim", "article_key", "paragraph", "start", name="one_appearance_per_place"
            ),
            models.CheckConstraint(
                name="appearance_has_length",
                condition=Q(start__lt=F("end")),
                violation_error_message="The end of the words must come after their start.",
            ),
        ]
        indexes = [models.Index("article_key", name="appearance_article")]

    def __str__(self) -> str:
        return f"“{self.words}” in {self.article_headline}"


class StatusChange(AppendOnlyModel):
    """One row is one change of one claim's status. Rows are only added.

    `why` is the explanation at that moment. The first row of a claim has no `before`.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="status_changes")
    before = models.CharField(max_length=20, choices=STATUSES, blank=True)
    after = models.CharField(max_length=20, choices=STATUSES)
    why = models.TextField()
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [AppendOnly(name="status_change_append_only")]
        indexes = [models.Index(F("changed_at").desc(), name="status_change_time")]

    def __str__(self) -> str:
        return f"{self.before or 'new'} → {self.after}"


class Amendment(AppendOnlyModel):
    """One row is one change that an editor made to one field of a claim. Rows are only added.

    `before` and `after` are words for people to read. `changed_by` is the editor's name as it was,
    no reference, so that the row never has to change; it is not shown to readers.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="amendments")
    field = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    why = models.CharField(max_length=300)
    changed_by = models.CharField(max_length=150)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [AppendOnly(name="amendment_append_only")]

    def __str__(self) -> str:
        return f"{self.field}: {self.before} → {self.after}"
