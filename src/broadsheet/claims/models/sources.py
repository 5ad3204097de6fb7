"""Those who make claims, and those through whom we hear of it."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from wagtail.search import index


class Side(models.Model):
    """One row is one side of a dispute: a government, a movement, a company, a club.

    Colour and symbol go together: no reader has to tell sides apart by colour alone.
    """

    class Symbol(models.TextChoices):
        CIRCLE = "circle"
        SQUARE = "square"
        TRIANGLE = "triangle"
        DIAMOND = "diamond"
        STAR = "star"
        CROSS = "cross"

    name = models.CharField(
        max_length=80, unique=True, help_text="As it stands inside a sentence: the Harbour Board"
    )
    slug = models.SlugField(max_length=80, unique=True)
    colour = models.CharField(
        max_length=7,
        default="#555555",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}\Z", "Write a colour as #1a2b3c.")],
        help_text="Such as #1a2b3c.",
    )
    symbol = models.CharField(max_length=8, choices=Symbol.choices, default=Symbol.CIRCLE)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Actor(index.Indexed, models.Model):
    """One row is one who speaks: a person, an office, a group, an institution, or somebody unnamed.

    Of an unnamed source there is a description and nothing else. **There is no field for who they
    are, here or anywhere**, so that none can leak in an export or be asked for in court. For the
    same reason a row never turns from named to unnamed: the name would remain in logs and backups.
    Two unnamed sources are two rows, also when they are described alike; the same row twice is one
    origin.

    `side` is what a new position takes over. Positions already taken keep theirs.
    """

    class Kind(models.TextChoices):
        PERSON = "person"
        OFFICE = "office"
        GROUP = "group"
        INSTITUTION = "institution"
        UNNAMED = "unnamed"

    kind = models.CharField(max_length=11, choices=Kind.choices)
    name = models.CharField(
        max_length=120,
        blank=True,
        help_text="As it stands inside a sentence: the interior ministry. Empty when unnamed.",
    )
    description = models.CharField(
        max_length=160,
        blank=True,
        help_text="For a name: spokesman of the ministry. Of an unnamed source it is all there is, "
        "as it is printed: two senior security officials.",
    )
    side = models.ForeignKey(
        Side, on_delete=models.PROTECT, null=True, blank=True, related_name="actors"
    )

    search_fields = [index.AutocompleteField("name"), index.AutocompleteField("description")]

    class Meta:
        verbose_name = "speaker"
        ordering = ["name", "description", "pk"]
        constraints = [
            models.CheckConstraint(
                name="actor_unnamed_has_only_a_description",
                condition=(Q(kind="unnamed", name="") & ~Q(description=""))
                | (~Q(kind="unnamed") & ~Q(name="")),
                violation_error_message=(
                    "An unnamed source has a description and no name; everybody else has a name."
                ),
            ),
            models.UniqueConstraint(
                "kind",
                "name",
                "description",
                name="actor_named_once",
                condition=~Q(kind="unnamed"),
                violation_error_message="There is an entry with this name and description already.",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        stored = Actor.objects.filter(pk=self.pk).first() if self.pk else None
        if stored and stored.is_unnamed != self.is_unnamed:
            raise ValidationError(
                {
                    "kind": "A name does not become unnamed, nor the other way round. Make a new entry."
                }
            )

    @property
    def is_unnamed(self) -> bool:
        return self.kind == self.Kind.UNNAMED

    @property
    def label(self) -> str:
        """What is printed where somebody speaks: the name, or what is said of the unnamed."""
        return self.description if self.is_unnamed else self.name


class Outlet(models.Model):
    """One row is one outlet through which a claim reached us: an agency, a broadcaster, a paper.

    `owner_side` is set when one side of a dispute owns it.
    """

    class Kind(models.TextChoices):
        AGENCY = "agency"
        BROADCASTER = "broadcaster"
        PAPER = "paper"
        CHANNEL = "channel", "official channel"

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=11, choices=Kind.choices)
    owner_side = models.ForeignKey(
        Side, on_delete=models.PROTECT, null=True, blank=True, related_name="outlets"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
