from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q


class Place(models.Model):
    """One row is one place where something is said to have happened, as exactly as it is known.

    It is told apart by its GeoNames number, never by its name: there are many Herats. A crossing,
    a front or a stretch of road has no number, and then only a label of our own.

    `latitude` and `longitude` are degrees (WGS 84); where the precision is coarse they are one
    point that stands for the whole, and are never drawn as a point. `admin_unit` is the code of
    the province in the Natural Earth outlines, `country` the two letters of ISO 3166.
    """

    class Precision(models.TextChoices):
        POINT = "point"
        SETTLEMENT = "settlement"
        DISTRICT = "district"
        PROVINCE = "province"
        COUNTRY = "country"
        LINE = "line", "line: a road, a river, a front"
        SEVERAL = "several", "several areas"
        NONE = "none", "cannot be located"

    label = models.CharField(max_length=160, help_text="The name as the paper spells it.")
    geonames_id = models.PositiveBigIntegerField(
        "GeoNames number", unique=True, null=True, blank=True
    )
    latitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    precision = models.CharField(
        max_length=10, choices=Precision.choices, default=Precision.SETTLEMENT
    )
    country = models.CharField(max_length=2, blank=True, help_text="Two letters, such as AF.")
    admin_unit = models.CharField(
        "province",
        max_length=200,
        blank=True,
        help_text="The code of its outline on the map; of several areas all codes, with spaces.",
    )

    class Meta:
        ordering = ["label", "pk"]
        constraints = [
            models.CheckConstraint(
                name="place_on_the_globe",
                # What is compared with NULL is not refused by itself.
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                violation_error_message="Latitude is from -90 to 90, longitude from -180 to 180; "
                "give both or neither.",
            ),
            models.UniqueConstraint(
                "admin_unit",
                name="one_place_per_province",
                condition=Q(precision="province") & ~Q(admin_unit=""),
                violation_error_message="This province has an entry already.",
            ),
            models.CheckConstraint(
                name="place_coordinates_fit_precision",
                condition=Q(precision__in=["line", "several"])
                | Q(precision="none", latitude=None)
                | (~Q(precision="none") & Q(latitude__isnull=False)),
                violation_error_message="A place that cannot be located has no coordinates, and "
                "one that can be needs them.",
            ),
        ]
        indexes = [models.Index("longitude", "latitude", name="place_coordinates")]

    def __str__(self) -> str:
        return self.label

    @property
    def is_exact(self) -> bool:
        """Whether a mark on a map may have a solid outline."""
        return self.precision in {self.Precision.POINT, self.Precision.SETTLEMENT}
