from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Draft, Reason, Severity

WINDOW = timedelta(minutes=1)


def screen_rate(draft: Draft) -> Reason | None:
    """More texts a minute than a person writes, from one author or one network."""
    if draft.trusted:
        return None
    limit = settings.BROADSHEET_COMMENTS_PER_MINUTE
    sent = max(
        sent_lately(author=draft.author),
        # Many people share a network: a school, a village behind one address.
        sent_lately(network=draft.network) // settings.BROADSHEET_NETWORK_SHARE,
    )
    if sent < limit:
        return None
    return Reason(
        "rate",
        "You are writing faster than we can read. Wait a minute, then send it again.",
        f"{sent} texts within a minute; the limit is {limit}",
        Severity.REJECT,
    )


def sent_lately(**sender: str) -> int:
    if not any(sender.values()):
        return 0
    return Decision.objects.filter(
        **sender, moderator=None, created_at__gt=timezone.now() - WINDOW
    ).count()
