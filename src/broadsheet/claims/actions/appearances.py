"""Where claims are stated: told to us by whoever keeps the articles."""

from django.db import transaction

from broadsheet.claims.models import Appearance, Claim
from broadsheet.outbox.actions import announce


def note_appearance(appearance: Appearance) -> Appearance:
    """Store an unsaved appearance; one at the same place of the same article is brought up to date.

    Raises ValidationError.
    """
    appearance.full_clean(validate_unique=False, validate_constraints=False)
    appearance.clean_fields()
    with transaction.atomic():
        stored, _ = Appearance.objects.update_or_create(
            claim=appearance.claim,
            article_key=appearance.article_key,
            paragraph=appearance.paragraph,
            start=appearance.start,
            defaults={
                "end": appearance.end,
                "words": appearance.words,
                "article_address": appearance.article_address,
                "article_headline": appearance.article_headline,
            },
        )
        announce("claim_changed", claim=stored.claim_id)
    return stored


def forget_appearance(appearance: Appearance) -> None:
    """The article does not state it there any more. The claim and its positions stay."""
    with transaction.atomic():
        deleted, _ = Appearance.objects.filter(pk=appearance.pk).delete()
        if deleted:
            announce("claim_changed", claim=appearance.claim_id)


def know_article(article_key: str, address: str, headline: str) -> None:
    """Bring the address and the headline of an article of ours up to date wherever it appears."""
    with transaction.atomic():
        stale = Appearance.objects.filter(article_key=article_key).exclude(
            article_address=address, article_headline=headline
        )
        claims = set(stale.values_list("claim_id", flat=True))
        stale.update(article_address=address, article_headline=headline)
        for claim in Claim.objects.filter(pk__in=claims):
            announce("claim_changed", claim=claim.pk)
