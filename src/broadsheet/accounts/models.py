from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone

from broadsheet.lib.text import NAME_KEY_LENGTH


class User(AbstractUser):
    """One row is one person who can log in: today the staff of the paper."""

    @property
    def is_in_newsroom(self) -> bool:
        """Whether they work here. Those whom an editor adds in the admin do, as those of `new` do."""
        return self.has_perm("wagtailadmin.access_admin")


class Reader(models.Model):
    """One row is one voice in the discussion: whoever holds a guest key, a logged-in user, or a
    person from an imported archive (who has neither, and as whom nobody can write).

    There is no address and no network here. The key is a random token that lives in the reader's
    cookie; only its hash is stored.
    """

    user = models.OneToOneField(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="reader"
    )
    key_hash = models.CharField(max_length=64, unique=True, null=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"reader {self.pk}"


class Nickname(models.Model):
    """One row is one name that belongs to one reader: nobody else can write under it.

    Names of imported people are not here: they were never claimed, and namesakes are not merged.
    """

    reader = models.ForeignKey(Reader, on_delete=models.CASCADE, related_name="nicknames")
    name = models.CharField(max_length=60)
    key = models.CharField(max_length=NAME_KEY_LENGTH, unique=True)
    claimed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name
