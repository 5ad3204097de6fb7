from broadsheet.moderation.models import Decision


def latest_decision(subject: str) -> Decision | None:
    return Decision.objects.filter(subject=subject).order_by("-pk").first()
