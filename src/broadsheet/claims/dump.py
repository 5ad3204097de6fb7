"""All claims in one file a day, for whoever wants everything: lines of JSON, compressed.

It lies among the pictures, which are public, may be stored elsewhere and never change: so each day
has a name of its own.
"""

import gzip
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from broadsheet.claims.models import Claim
from broadsheet.claims.pages import printed_claims
from broadsheet.claims.records import claim_record

FOLDER = "claims"
KEPT = 7  # dumps; older ones are deleted
TOGETHER = 200  # claims held in memory at a time
ALL = 1_000_000  # positions of a claim


def dump_claims() -> None:
    """Write the dump of today unless it is there, and delete old ones. Duty of the worker."""
    name = name_of(timezone.localdate())
    if default_storage.exists(name) or not Claim.objects.exists():
        return
    default_storage.save(name, ContentFile(compressed(lines())))
    for old in dumps()[:-KEPT]:
        default_storage.delete(old)


def newest_dump() -> str | None:
    found = dumps()
    return found[-1] if found else None


def dumps() -> list[str]:
    """The names of all dumps, the oldest first."""
    try:
        _, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [f"{FOLDER}/{name}" for name in sorted(names) if name.endswith(".jsonl.gz")]


def name_of(day: date) -> str:
    return f"{FOLDER}/claims-{day.isoformat()}.jsonl.gz"


def compressed(lines: Iterator[str]) -> bytes:
    buffer = BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        for line in lines:
            file.write(f"{line}\n".encode())
    return buffer.getvalue()


def lines() -> Iterator[str]:
    """Every claim as a line, in the order of their recording."""
    last = 0
    while claims := list(
        Claim.objects.filter(pk__gt=last).select_related("superseded_by").order_by("pk")[:TOGETHER]
    ):
        for printed in printed_claims(claims, ALL, with_articles=True):
            yield claim_record(printed).model_dump_json()
        last = claims[-1].pk
