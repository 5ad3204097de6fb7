from collections.abc import Sequence

from django.utils.text import slugify

from broadsheet.importers.records import AuthorRecord
from broadsheet.importers.report import Outcome, Report
from broadsheet.publication.models import Author

LONGEST = 110  # characters, which leaves room for the number of a namesake


class AuthorWriter:
    """Those who wrote the articles. Somebody of the same name who is here already is taken to be
    the same person, and is left as they are."""

    def __init__(self, records: Sequence[AuthorRecord], report: Report) -> None:
        self.by_key: dict[str, Author] = {}
        for record in records:
            self.by_key[record.key] = self.write(record, report)

    def write(self, record: AuthorRecord, report: Report) -> Author:
        if author := Author.objects.filter(source_key=record.key).first():
            report.count("authors", Outcome.UNCHANGED)
            return author
        namesake = Author.objects.filter(name__iexact=record.name, source_key=None).first()
        author = namesake or Author(name=record.name[:LONGEST], slug=free_slug(record.name))
        author.source_key = record.key
        if not report.dry_run:
            author.save()
        report.count("authors", Outcome.UPDATED if namesake else Outcome.IMPORTED)
        return author


def free_slug(name: str) -> str:
    stem = slugify(name)[:LONGEST] or "author"
    slug, number = stem, 1
    while Author.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug
