from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from broadsheet.importers.report import Outcome, Report
from broadsheet.outbox.actions import announce
from broadsheet.publication.models import ArticlePage, BasePage

ROW = "redirects"
BATCH = 200
LONGEST = 255
FEED = "/feed.xml"


class Wanted(NamedTuple):
    old: str
    article: ArticlePage | None
    link: str


class RedirectWriter:
    """Permanent redirects from the addresses of the old site.

    They are written many at once and announced together: each change makes the front's whole list
    anew. The rows of the report are one for each public article, and one for the feed.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.site = Site.objects.select_related("root_page").get(is_default_site=True)
        self.waiting: dict[str, Wanted] = {}

    def add(self, old_address: str, article: ArticlePage, address: str) -> None:
        old = normal(old_address)
        if old == unquote(address).rstrip("/"):
            self.report.found[ROW] += 1
            self.report.leave_out(ROW, "the same address here")
        else:
            self.want(Wanted(old, article, ""))

    def write_feed(self, path: str) -> None:
        """Programs that read the old feed find the new one."""
        if path:
            self.want(Wanted(normal(path), None, FEED))

    def want(self, wanted: Wanted) -> None:
        self.report.found[ROW] += 1
        if wanted.old in {"", "/"}:
            self.report.leave_out(ROW, "no address of its own there")
        elif len(wanted.old) > LONGEST:
            self.report.leave_out(ROW, "too long an address")
        elif wanted.old in self.waiting:
            self.report.leave_out(ROW, "an address that two articles had")
        else:
            self.waiting[wanted.old] = wanted
        if len(self.waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        wanted, self.waiting = self.waiting, {}
        here = {each.old_path: each for each in Redirect.objects.filter(old_path__in=wanted)}
        pages = self.pages_at(list(wanted))
        new = []
        for each in wanted.values():
            if each.old in here:
                self.count_known(here[each.old], each)
            elif each.old in pages:
                self.report.leave_out(ROW, "another page stands at that address here")
            else:
                new.append(each)
        self.report.count(ROW, Outcome.IMPORTED, len(new))
        if new and not self.report.dry_run:
            with transaction.atomic():
                Redirect.objects.bulk_create([self.redirect(each) for each in new])
                announce("redirects_changed")

    def pages_at(self, paths: list[str]) -> set[str]:
        """Those of the paths at which a page of ours stands."""
        root = self.site.root_page.url_path.rstrip("/")
        url_paths = {f"{root}{path}/": path for path in paths}
        found = BasePage.objects.live().filter(url_path__in=url_paths)
        return {url_paths[each] for each in found.values_list("url_path", flat=True)}

    def count_known(self, redirect: Redirect, wanted: Wanted) -> None:
        target = redirect.redirect_page_id or redirect.redirect_link
        if target == (wanted.article.pk if wanted.article else wanted.link):
            self.report.count(ROW, Outcome.UNCHANGED)
        else:
            self.report.leave_out(ROW, "an address that already leads elsewhere")

    def redirect(self, wanted: Wanted) -> Redirect:
        return Redirect(
            old_path=wanted.old,
            site=self.site,
            redirect_page=wanted.article,
            redirect_link=wanted.link,
            is_permanent=True,
        )


def normal(address: str) -> str:
    """Path and query as Wagtail keeps them; empty for what is no address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if not (parts.path or parts.query):
        return ""
    path = f"/{parts.path.lstrip('/')}"
    return str(Redirect.normalise_path(f"{path}?{parts.query}" if parts.query else path))
