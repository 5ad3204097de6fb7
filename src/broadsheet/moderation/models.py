from django.conf import settings
from django.db import models
from django.utils import timezone


class Word(models.Model):
    """One row is one word or phrase that the outlet does not let pass unseen."""

    class Effect(models.TextChoices):
        HOLD = "hold", "hold for a moderator"
        REJECT = "reject", "refuse"

    text = models.CharField(
        max_length=100, unique=True, help_text="A word or phrase; case and accents do not matter."
    )
    effect = models.CharField(max_length=6, choices=Effect.choices, default=Effect.HOLD)

    class Meta:
        verbose_name = "listed word"
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text


class Decision(models.Model):
    """One row is one decision on one text, by the screens or by a moderator. Rows are only added.

    `subject` names what was decided on in its own part's words ("comment:81"); moderation does
    not look behind it. The text itself is not here, only its fingerprint. `network` changes its
    key each day and is emptied by `forget_networks`.
    """

    class Action(models.TextChoices):
        PUBLISH = "publish"
        HOLD = "hold"
        REJECT = "reject"

    subject = models.CharField(max_length=80)
    action = models.CharField(max_length=8, choices=Action.choices)
    reasons = models.JSONField(default=list)
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="decisions"
    )
    author = models.CharField(max_length=80, blank=True)
    network = models.CharField(max_length=32, blank=True)
    fingerprint = models.CharField(max_length=32, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index("author", "created_at", name="decision_author"),
            models.Index("network", "created_at", name="decision_network"),
            models.Index("fingerprint", "created_at", name="decision_fingerprint"),
            models.Index("subject", name="decision_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"
