from collections.abc import Sequence

from taggit.models import Tag

from broadsheet.importers.records import LabelRecord, SectionRecord
from broadsheet.importers.report import Outcome, Report
from broadsheet.publication.actions import add_section
from broadsheet.publication.models import FrontPage, SectionPage

NEWS = SectionRecord("news", "News")
# First words of addresses that belong to something else.
TAKEN = frozenset(("admin", "authors", "discussion", "documents", "feed", "media", "static"))
LONGEST_TAG = 100


class LabelWriter:
    """Sections and tags. A section that is here already, by address or by name, is used as it is."""

    def __init__(self, front: FrontPage, report: Report) -> None:
        self.front = front
        self.report = report
        self.sections: dict[SectionRecord, SectionPage] = {}
        self.tags: dict[str, Tag] = {}

    def write(self, labels: Sequence[LabelRecord]) -> None:
        for label in labels:
            if label.section is not None:
                is_here = self.find(label.section) is not None
                self.section(label.section)
            elif label.is_tag:
                is_here = key_of(label.title) in self.tags or find_tag(label.title) is not None
                self.tag(label.title)
            else:
                self.report.leave_out(label.row, label.reason)
                continue
            self.report.count(label.row, Outcome.UNCHANGED if is_here else Outcome.IMPORTED)

    def section(self, record: SectionRecord) -> SectionPage:
        """The section, made when it is missing. In a dry run it may be one without a number."""
        if record not in self.sections:
            self.sections[record] = self.find(record) or self.make(record if record.slug else NEWS)
        return self.sections[record]

    def find(self, record: SectionRecord) -> SectionPage | None:
        here = SectionPage.objects.child_of(self.front)
        if not record.slug:
            return here.live().first()
        return (
            here.filter(slug=free_of_words(record.slug)).first()
            or here.filter(title__iexact=record.title).first()
        )

    def make(self, record: SectionRecord) -> SectionPage:
        slug = free_of_words(record.slug)
        if self.report.dry_run:
            return SectionPage(title=record.title, slug=slug)
        return add_section(self.front, record.title, slug)

    def tag(self, title: str) -> Tag:
        """The tag, made when it is missing. Case makes no difference."""
        key = key_of(title)
        if key not in self.tags:
            found = find_tag(title)
            if found is None:
                found = Tag(name=title[:LONGEST_TAG])
                if not self.report.dry_run:
                    found.save()
            self.tags[key] = found
        return self.tags[key]


def key_of(title: str) -> str:
    return title[:LONGEST_TAG].casefold()


def find_tag(title: str) -> Tag | None:
    title = title[:LONGEST_TAG]
    exact = Tag.objects.filter(name=title).first()
    return exact or Tag.objects.filter(name__iexact=title).first()


def free_of_words(slug: str) -> str:
    return f"{slug}-section" if slug in TAKEN else slug
