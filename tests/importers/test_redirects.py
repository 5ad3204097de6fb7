"""Whoever has the old address finds the article."""

from collections.abc import Callable
from pathlib import Path

import pytest
from wagtail.contrib.redirects.models import Redirect

from broadsheet.outbox.models import Event
from tests.cast import Person
from tests.importers.archives import article, bring_in
from tests.newsroom import Paper

Work = Callable[[], None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/2012/03/ferry-late/", "/politics/ferry-late/"),
        ("/2012/03/ferry-late", "/politics/ferry-late/"),
        ("/2012/04/fog/?utm_source=x", "/media-section/%CE%BF%CE%BC%CE%AF%CF%87%CE%BB%CE%B7/"),
        ("/feed/", "/feed.xml"),
    ],
)
def test_it_works(paper: Paper, tmp_path: Path, ann: Person, old: str, new: str) -> None:
    bring_in(tmp_path)
    answer = ann.read(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, new)


def test_an_address_that_is_a_query_is_kept_as_one(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    assert Redirect.objects.get(old_path="/?p=103").redirect_page_id == article(103).pk


def test_they_are_announced_once(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    assert Redirect.objects.count() == 4
    assert Event.objects.filter(kind="redirects_changed").count() == 1


def test_what_leads_elsewhere_stays(paper: Paper, tmp_path: Path) -> None:
    Redirect.add_redirect("/2012/04/fog", "/harbour/")
    run = bring_in(tmp_path)
    assert run.row("redirects")["reasons"] == {"an address that already leads elsewhere": 1}
    assert Redirect.objects.get(old_path="/2012/04/fog").redirect_link == "/harbour/"


def test_a_page_of_ours_is_not_redirected(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, **{"/2012/04/fog/</link>": "/harbour/ferry-late/</link>"})
    assert run.row("redirects")["reasons"] == {"another page stands at that address here": 1}


def test_the_same_address_needs_none(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, **{"/2012/03/ferry-late/</link>": "/politics/ferry-late/</link>"})
    assert run.row("redirects")["reasons"] == {"the same address here": 1}


def test_two_articles_with_one_address(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, **{"/2012/04/fog/</link>": "/2012/03/ferry-late/</link>"})
    assert run.row("redirects")["reasons"] == {"an address that two articles had": 1}
    assert Redirect.objects.get(old_path="/2012/03/ferry-late").redirect_page_id == article(101).pk
