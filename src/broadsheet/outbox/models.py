from django.db import models
from django.db.models import Q
from django.utils import timezone


class Event(models.Model):
    """One row is one thing that happened, written in the transaction in which it happened.

    It does not know who listens: that is `config/wiring.py`. Rows are kept for some days after
    they are done, so that an operator can see what went on (`broadsheet doctor`).
    """

    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index("due_at", "id", name="event_due", condition=Q(done_at=None)),
            models.Index("done_at", name="event_done", condition=~Q(done_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.payload}"


class FailedReaction(models.Model):
    """One row is one reaction to one event that has failed and is still owed.

    The event itself counts as done: its other reactions are not repeated and wait for nothing.
    `given_up_at` is set after the last attempt; the row then stays until somebody looks at it.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="failed_reactions")
    reaction = models.CharField(max_length=200)
    attempts = models.PositiveSmallIntegerField(default=1)
    due_at = models.DateTimeField()
    error = models.TextField()
    given_up_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("event", "reaction", name="one_failure_per_reaction"),
        ]
        indexes = [
            models.Index("due_at", name="failed_reaction_due", condition=Q(given_up_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.reaction} of event {self.event_id}: {self.error}"
