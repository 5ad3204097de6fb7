"""Which categories of an old site become sections of the paper, and in which one a post stands."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

# What WordPress calls the category of posts without one, in its larger languages.
DEFAULTS = frozenset(
    (
        *("uncategorized", "uncategorised", "allgemein", "non-classe", "sin-categoria"),
        *(
            "sem-categoria",
            "senza-categoria",
            "geen-categorie",
            "okategoriserade",
            "ikke-kategorisert",
        ),
        *("bez-kategorii", "bez-kategorii-pl", "ukategoriseret", "luokittelematon", "kategorisiz"),
    )
)


@dataclass(frozen=True)
class Category:
    """`number` is WordPress' own: where only one category can be shown, it shows the lowest."""

    slug: str
    title: str
    parent: str = ""
    number: int = 0


@dataclass
class Categories:
    """All categories of a site, and how many public posts each topmost one would print."""

    by_slug: dict[str, Category] = field(default_factory=dict)
    posts: Counter[str] = field(default_factory=Counter)

    def add(self, category: Category) -> None:
        self.by_slug.setdefault(category.slug, category)

    def note_post(self, slugs: Sequence[str], primary: str) -> None:
        self.posts.update(self.ranked(slugs, primary)[:1])

    def largest(self, number: int) -> list[str]:
        """The topmost categories that would print most posts, in the order of the file."""
        ranked = sorted(self.posts, key=lambda slug: (-self.posts[slug], slug))[:number]
        return [slug for slug in self.by_slug if slug in ranked]

    def section_of(self, slugs: Sequence[str], primary: str, chosen: Collection[str]) -> str:
        """The topmost category in which a post is printed; "" for the paper's first section."""
        return next((slug for slug in self.ranked(slugs, primary) if slug in chosen), "")

    def ranked(self, slugs: Sequence[str], primary: str) -> list[str]:
        """The topmost categories of a post, its section first: the one that its author marked as
        primary, else the oldest, which WordPress itself takes where it can show only one."""
        own = sorted(slugs, key=lambda slug: (slug != primary, self.number(slug)))
        return [slug for slug in dict.fromkeys(map(self.topmost, own)) if slug not in DEFAULTS]

    def topmost(self, slug: str) -> str:
        seen: set[str] = set()
        while (
            slug not in seen and (found := self.by_slug.get(slug)) and found.parent in self.by_slug
        ):
            seen.add(slug)
            slug = found.parent
        return slug

    def number(self, slug: str) -> int:
        found = self.by_slug.get(slug)
        return found.number if found else 0


def primary_category(meta: Mapping[str, str], categories: Categories) -> str:
    """The slug of the category that a plugin for search engines marked as the first."""
    for name in ("_yoast_wpseo_primary_category", "rank_math_primary_category"):
        for category in categories.by_slug.values():
            if meta.get(name) == str(category.number):
                return category.slug
    return ""
