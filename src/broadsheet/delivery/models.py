from django.db import models
from django.utils import timezone


class StalePage(models.Model):
    """One row is one address whose file no longer tells the truth.

    Which files exist is written on the disk and nowhere else; a page that is true has no row here.
    `mark` is the number of the event that marked it last: a page marked again while it is being
    made stays marked. An address that ends in `*` stands for every file below it.
    """

    class How(models.TextChoices):
        RENDER = "render", "make it again at once"
        DROP = "drop", "delete it; the next reader makes it"

    address = models.CharField(max_length=500, unique=True)
    how = models.CharField(max_length=6, choices=How.choices)
    mark = models.BigIntegerField(default=0)
    marked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)
    failures = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.how} {self.address}"
