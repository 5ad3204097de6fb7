"""What stands around every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.publication.models import FrontPage, SectionPage


@dataclass(frozen=True)
class Paper:
    """What the frame of every page shows: the paper's name, its sections, who it is."""

    name: str
    motto: str = ""
    about: str = ""
    sections: Sequence[tuple[str, str]] = ()


def paper() -> Paper:
    """The paper of the default site, in three queries."""
    front = front_page()
    if front is None:
        return Paper("Broadsheet")
    sections = SectionPage.objects.child_of(front).live().public()
    addresses = [(section.title, f"/{section.slug}/") for section in sections]
    return Paper(front.title, front.motto, front.about, addresses)


def front_page() -> FrontPage | None:
    return FrontPage.objects.filter(sites_rooted_here__is_default_site=True).first()
