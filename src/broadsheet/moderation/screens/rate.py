from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Draft, Reason, Severity

WINDOW = timedelta(minutes=1)


def screen_rate(draft: Draft) -> Reason | None:
    """More texts a minute than a person writes, from one author or one network. 0 lifts the limit."""
    limit = settings.BROADSHEET_COMMENTS_PER_MINUTE
    if draft.trusted or not limit:
        return None
    by_author, by_network = sent_lately(draft)
    # Many people share a network: a school, a village behind one address.
    sent = max(by_author, by_network // settings.BROADSHEET_NETWORK_SHARE)
    if sent < limit:
        return None
    return Reason(
        "rate",
        "You are writing faster than we can read. Wait a minute, then send it again.",
        f"{sent} texts within a minute; the limit is {limit}",
        Severity.REJECT,
    )


def sent_lately(draft: Draft) -> tuple[int, int]:
    """Texts within the window, from the draft's author and from its network."""
    by_author, by_network = Q(author=draft.author), Q(network=draft.network)
    known = (by_author if draft.author else Q()) | (by_network if draft.network else Q())
    if not known:
        return 0, 0
    lately = Decision.objects.filter(known, moderator=None, created_at__gt=timezone.now() - WINDOW)
    senders = lately.values_list("author", "network")
    return (
        sum(author == draft.author for author, _ in senders if author),
        sum(network == draft.network for _, network in senders if network),
    )
