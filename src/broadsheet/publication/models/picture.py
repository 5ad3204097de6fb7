from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Picture(AbstractImage):
    """One row is one picture with what must be known to print it. Its alt text is `description`."""

    caption = models.TextField(blank=True)
    credit = models.CharField(max_length=200, blank=True, help_text="Who made it, as printed.")
    licence = models.CharField(max_length=120, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    source_key = models.CharField(max_length=200, unique=True, null=True, editable=False)

    admin_form_fields = (*Image.admin_form_fields, "caption", "credit", "licence", "source_url")


class PictureRendition(AbstractRendition):
    """One row is one size of one picture, as a file."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_per_size"
            ),
        ]
