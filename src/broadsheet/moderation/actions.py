from datetime import timedelta

from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.lib.text import fingerprint
from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Draft, Reason, Verdict

KEEP_NETWORKS = timedelta(days=2)


def record_verdict(draft: Draft, verdict: Verdict, subject: str) -> Decision:
    """Log what the screens decided, in the transaction that stores the text itself."""
    return Decision.objects.create(
        subject=subject,
        action=verdict.action,
        reasons=verdict.record,
        author=draft.author,
        network=draft.network,
        fingerprint=fingerprint(draft.text),
    )


def record_decision(
    subject: str, action: Decision.Action, moderator: User, reason: Reason | None = None
) -> Decision:
    """Log what a moderator decided."""
    reasons = Verdict((reason,)).record if reason else []
    return Decision.objects.create(
        subject=subject, action=action, reasons=reasons, moderator=moderator
    )


def forget_networks() -> int:
    """Empty the network keys that are older than `KEEP_NETWORKS`; return how many."""
    old = Decision.objects.exclude(network="").filter(created_at__lt=timezone.now() - KEEP_NETWORKS)
    return old.update(network="")
