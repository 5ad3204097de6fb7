from django.urls import reverse

from broadsheet.moderation.models import Word
from tests.cast import Person
from tests.newsroom import Paper, post_held

ADD = "wagtailsnippets_broadsheet_moderation_word:add"


def test_it_works(paper: Paper, cem: Person, ann: Person) -> None:
    answer = cem.client.post(reverse(ADD), {"text": "casino", "effect": "reject"})
    assert answer.status_code == 302
    refused = ann.post(paper.thread, "The Casino is open")
    assert refused.status_code == 422


def test_nobody_else_may_write_on_it(paper: Paper, ben: Person) -> None:
    ben.client.post(reverse(ADD), {"text": "ferry", "effect": "reject"})
    assert not Word.objects.exists()


def test_a_moderator_sees_at_once_how_many_wait(paper: Paper, cem: Person) -> None:
    post_held(paper.thread)
    post_held(paper.thread)
    home = cem.read("/admin/").content.decode()
    assert "2 <span>comments waiting" in home
