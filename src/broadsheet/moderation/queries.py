from collections.abc import Iterable

from broadsheet.moderation.models import Decision


def latest_decision(subject: str) -> Decision | None:
    return Decision.objects.filter(subject=subject).order_by("-pk").first()


def latest_decisions(subjects: Iterable[str]) -> dict[str, Decision]:
    """The latest decision on each of the subjects that has one."""
    decisions = Decision.objects.filter(subject__in=list(subjects)).order_by("pk")
    return {decision.subject: decision for decision in decisions}
