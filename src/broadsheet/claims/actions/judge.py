"""Status, flags and explanation: the one place that writes them."""

from datetime import datetime

from django.utils import timezone

from broadsheet.claims.models import Claim, StatusChange
from broadsheet.claims.queries import facts_of
from broadsheet.claims.rule import judge_claim
from broadsheet.outbox.actions import announce
from broadsheet.outbox.models import Event


def lock_claim(number: int) -> Claim:
    """The claim, fresh, and ours until the transaction ends: writers come one after the other.

    Needs a transaction.
    """
    return Claim.objects.select_for_update().get(pk=number)


def rejudge(claim: Claim, now: datetime | None = None) -> None:
    """Let the rule say anew what follows from the positions. Needs the lock of `lock_claim`.

    `now` is the moment at which the status changes, if it does.
    """
    judgement = judge_claim(facts_of(claim))
    before = claim.status if claim.explanation else ""
    now = now or timezone.now()
    claim.changed_at = now
    claim.flags = [flag.value for flag in judgement.flags]
    claim.explanation = judgement.explanation
    if before != judgement.status:
        claim.status, claim.status_since = judgement.status.value, now
        StatusChange.objects.create(
            claim=claim, before=before, after=claim.status, why=claim.explanation, changed_at=now
        )
        announce("claim_status_changed", claim=claim.pk, before=before, after=claim.status)
    claim.save(update_fields=["status", "flags", "explanation", "status_since", "changed_at"])


def judge_again(event: Event) -> None:
    """Reaction: a name that the explanation may contain has changed."""
    claim = Claim.objects.select_for_update().filter(pk=event.payload["claim"]).first()
    if claim and judge_claim(facts_of(claim)).explanation != claim.explanation:
        rejudge(claim)
