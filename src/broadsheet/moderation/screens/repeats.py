from datetime import timedelta

from django.utils import timezone

from broadsheet.lib.text import fingerprint
from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Draft, Reason

WINDOW = timedelta(minutes=30)
SHORTEST = 20  # below this, "Thank you!" from two people is no repetition


def screen_repeats(draft: Draft) -> Reason | None:
    """The same text again, by anyone, within half an hour."""
    if len(draft.text) < SHORTEST:
        return None
    earlier = Decision.objects.filter(
        fingerprint=fingerprint(draft.text), created_at__gt=timezone.now() - WINDOW
    ).exclude(subject=draft.subject)
    first = earlier.order_by("created_at").values_list("subject", flat=True).first()
    if first is None:
        return None
    return Reason("repeat", "The same text was sent a short time ago.", f"same as {first}")
