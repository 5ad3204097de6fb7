"""From a row to a file: what makes pages stale, and making them again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from broadsheet.config.wiring import WIRING
from broadsheet.delivery.actions import (
    doubt_after_power_cut,
    mark_pages,
    rebuild_all,
    refresh_stale,
)
from broadsheet.delivery.files import existing_addresses, file_of
from broadsheet.delivery.models import StalePage
from broadsheet.delivery.render import make_page
from broadsheet.discussion.models import Comment
from broadsheet.discussion.places import BLOCK
from broadsheet.outbox.actions import work_off
from tests.cast import Person
from tests.newsroom import Paper, post, publish

Work = Callable[[], None]
FERRY = "/harbour/ferry-late/"
RENDER, DROP = StalePage.How.RENDER, StalePage.How.DROP


def kept(address: str) -> str:
    """What a reader gets of an address without asking Django; empty when there is no file."""
    path = file_of(address)
    return path.read_text() if path.exists() else ""


def test_it_works(paper: Paper, work: Work) -> None:
    work()
    for address in ("/", "/harbour/", FERRY, "/feed.xml", "/harbour/feed.xml"):
        assert "The ferry is late" in kept(address), address
        assert file_of(address).with_name(file_of(address).name + ".br").exists()


def test_the_first_request_that_misses_makes_the_file(paper: Paper, ann: Person) -> None:
    assert not kept(FERRY)
    answer = ann.read(FERRY)
    assert answer.status_code == 200
    assert kept(FERRY) == answer.content.decode()
    assert answer["Cache-Control"].startswith("public")


def test_a_page_that_lies_there_costs_no_query(paper: Paper, ann: Person) -> None:
    ann.read(FERRY)
    with CaptureQueriesContext(connection) as queries:
        assert ann.read(FERRY).status_code == 200
    assert len(queries) == 0


def test_what_a_reader_sends_does_not_get_into_a_page(
    paper: Paper, ann: Person, cem: Person
) -> None:
    clean = make_page(FERRY)
    assert clean
    for person in (ann, cem):
        file_of(FERRY).unlink()
        answer = person.read(
            FERRY + "?poison=poison",
            X_Forwarded_Host="poison.test",
            Host="poison.test",
            Accept_Language="poison",
            Cookie="poison=poison",
            User_Agent="poison",
        )
        assert answer.content == clean.content
        assert not answer.cookies


@pytest.mark.parametrize("address", ["/nothing/", "/harbour/archive/7/", "/discussion/999/newest/"])
def test_what_is_not_there_leaves_no_file(paper: Paper, ann: Person, address: str) -> None:
    assert ann.read(address).status_code == 404
    assert not kept(address)


def test_a_comment_is_on_its_page_after_one_round(paper: Paper, work: Work) -> None:
    work()
    post(paper.thread, "The bar was too rough.")
    work_off(WIRING)
    assert refresh_stale() > 0
    assert "The bar was too rough." in kept(FERRY)
    assert "The bar was too rough." in kept(f"/discussion/{paper.thread.pk}/newest/")


def test_many_comments_on_a_page_are_one_rendering(paper: Paper, work: Work) -> None:
    work()
    for _ in range(10):
        post(paper.thread)
    work_off(WIRING)
    assert StalePage.objects.filter(address=FERRY).count() == 1
    assert StalePage.objects.count() < 2 * 10


def test_a_comment_leaves_the_pages_of_full_blocks_alone(paper: Paper, work: Work) -> None:
    for _ in range(BLOCK * 4):
        post(paper.thread)
    work()
    first = f"/discussion/{paper.thread.pk}/newest/1/"
    assert make_page(first)
    before = file_of(first).stat().st_ino
    post(paper.thread)
    work()
    assert file_of(first).stat().st_ino == before


def test_a_page_marked_while_it_is_made_stays_marked(
    paper: Paper, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    work()
    mark_pages([(RENDER, FERRY)], 1)

    def make_and_be_overtaken(address: str, *, again: bool) -> None:
        mark_pages([(RENDER, FERRY)], 2)

    monkeypatch.setattr("broadsheet.delivery.actions.make_page", make_and_be_overtaken)
    refresh_stale()
    assert StalePage.objects.get().mark == 2


def test_a_page_to_make_again_is_not_deleted_instead(paper: Paper, work: Work) -> None:
    work()
    mark_pages([(RENDER, FERRY)], 1)
    mark_pages([(DROP, FERRY)], 2)
    assert StalePage.objects.get().how == RENDER


def test_a_page_that_cannot_be_made_is_tried_later_and_stops_no_other(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(address: str, *, again: bool) -> None:
        if address == FERRY:
            raise OSError("No space left on device")

    monkeypatch.setattr("broadsheet.delivery.actions.make_page", make)
    StalePage.objects.all().delete()
    mark_pages([(RENDER, FERRY), (RENDER, "/")], 1)
    refresh_stale()
    page = StalePage.objects.get()
    assert (page.address, page.failures) == (FERRY, 1)
    assert "No space left" in page.error
    assert refresh_stale() == 0  # not before it is due again


def test_a_withdrawn_article_is_gone(paper: Paper, work: Work, ann: Person) -> None:
    work()
    paper.ferry.unpublish()
    work()
    assert not kept(FERRY)
    assert ann.read(FERRY).status_code == 404
    assert "The ferry is late" not in kept("/")


def test_a_page_behind_a_password_is_never_a_file(paper: Paper, work: Work, ann: Person) -> None:
    work()
    PageViewRestriction.objects.create(
        page=paper.ferry, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    cache.clear()
    work()
    assert not kept(FERRY)
    assert "It left at nine" not in ann.read(FERRY).content.decode()
    assert not kept(FERRY)


def test_an_article_that_moved_is_found_at_both_addresses(
    paper: Paper, work: Work, ann: Person, django_capture_on_commit_callbacks: Any
) -> None:
    work()
    paper.ferry.slug = "ferry-cancelled"
    with django_capture_on_commit_callbacks(execute=True):
        paper.ferry.save_revision().publish()
    work()
    assert not kept(FERRY)
    assert "The ferry is late" in kept("/harbour/ferry-cancelled/")
    answer = ann.read(FERRY)
    assert answer.status_code == 301
    assert answer["Location"].endswith("/harbour/ferry-cancelled/")


def test_a_new_section_is_in_the_frame_of_every_page(paper: Paper, work: Work) -> None:
    work()
    publish(paper.harbour, "Crab prices fall", "crabs")
    work()
    assert "Crab prices fall" in kept("/")
    assert "Crab prices fall" in kept("/harbour/")


def test_every_page_can_be_made_again(paper: Paper, work: Work) -> None:
    work()
    file_of(FERRY).write_text("spoilt")
    for address in rebuild_all():
        make_page(address, again=True)
    assert "It left at nine" in kept(FERRY)


@pytest.mark.parametrize(
    "address", ["/", "/feed.xml", "/a/b/", "/m%C3%BCnchen/", "/a%20b/", "/discussion/1/newest/"]
)
def test_addresses_and_files_belong_together(address: str) -> None:
    path = file_of(address)
    path.parent.mkdir(parents=True)
    path.write_text("x")
    [found] = existing_addresses()
    assert file_of(found) == path


@pytest.mark.parametrize("address", ["/../x/", "/a/../../x", "/a/%2e%2e/x/", "/a\\b/", "/%00/"])
def test_no_address_leads_out_of_the_folder(address: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        file_of(address)


def test_a_dead_comment_is_not_on_the_page(paper: Paper, work: Work) -> None:
    comment = post(paper.thread, "The bar was too rough.")
    work()
    assert "The bar was too rough." in kept(FERRY)
    Comment.objects.filter(pk=comment.pk).update(status=Comment.Status.REJECTED)
    assert make_page(FERRY, again=True)
    assert "The bar was too rough." not in kept(FERRY)


def test_pages_are_written_whole_or_not_at_all(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_page(FERRY)
    before = kept(FERRY)

    def full_disk(self: Path, target: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="No space"):
        make_page(FERRY, again=True)
    assert kept(FERRY) == before
    assert [path.name for path in file_of(FERRY).parent.iterdir() if path.name[0] == "."] == []


def test_after_a_power_cut_every_page_is_made_again(
    paper: Paper, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    work()
    doubt_after_power_cut()
    assert not StalePage.objects.exists()  # the first start has nothing to doubt
    doubt_after_power_cut()
    assert not StalePage.objects.exists()  # the machine has not been off
    file_of(FERRY).write_text("half a page")
    monkeypatch.setattr("broadsheet.delivery.actions.boot_id", lambda: "another")
    doubt_after_power_cut()
    assert kept(FERRY) == "half a page"  # readers are not left with nothing
    work()
    assert "It left at nine" in kept(FERRY)
