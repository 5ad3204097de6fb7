from django.urls import reverse

from broadsheet.publication.models import ArticlePage
from tests.cast import Person
from tests.newsroom import Paper, publish


def test_two_first_saves_at_once_lose_nothing(paper: Paper) -> None:
    second = publish(paper.harbour, "The ferry is late again", paper.ferry.slug)
    assert second.slug == "ferry-late-2"
    assert ArticlePage.objects.count() == 2


def test_an_editor_is_told_that_a_slug_is_taken(paper: Paper, dora: Person) -> None:
    address = reverse(
        "wagtailadmin_pages:add",
        args=["broadsheet_publication", "articlepage", paper.harbour.pk],
    )
    form = {"title": "Again", "slug": paper.ferry.slug, "comments_open": "on"}
    empty = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    form |= {f"bylines-{name}": "0" for name in empty} | {"body-count": "0"}
    form |= {f"comments-{name}": "0" for name in empty}
    answer = dora.client.post(address, form)
    assert answer.status_code == 200
    assert "already in use" in answer.content.decode()
    assert ArticlePage.objects.count() == 1
