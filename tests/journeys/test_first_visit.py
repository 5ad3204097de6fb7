"""What a reader's first visit brings along: nothing from elsewhere, nothing inline, few bytes."""

from collections import Counter
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request, Response

from broadsheet.lib.headers import CONTENT_SECURITY_POLICY
from tests.journeys.conftest import Newcomer, Said
from tests.journeys.site import Paper
from tests.journeys.visitors import Visitor

pytestmark = [pytest.mark.browser]

MOST_BYTES = 45_000  # of a first visit, pictures apart
MOST_SCRIPT = 6_000


class Visit:
    """All that one visit fetches."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.responses: list[Response] = []
        visitor.page.on("response", lambda response: self.responses.append(response))

    def to(self, address: str) -> Response:
        response = self.visitor.page.goto(address)
        assert response
        self.visitor.page.wait_for_load_state("networkidle")
        return response

    @property
    def bytes_by_kind(self) -> Counter[str]:
        """Bytes of the bodies as they came over the wire, compressed."""
        kinds: Counter[str] = Counter()
        for response in self.responses:
            kinds[response.request.resource_type] += sizes_of(response.request)
        return kinds


def sizes_of(request: Request) -> int:
    return request.sizes()["responseBodySize"]


@pytest.fixture
def discussed(ann: Visitor, said: Said, story: str) -> str:
    """An article with two full pages of comments below it."""
    action = ann.read(story).page.locator(".comment-form").first.get_attribute("action")
    assert action
    for _ in range(40):
        text = said("One of many comments, each of some length, so that the page fills. " * 3)
        form = {"name": ann.name, "text": text}
        answer = ann.page.context.request.post(action, form=form, headers={"Origin": ann.origin})
        assert answer.ok
    return story


def test_it_works(ben: Visitor, paper: Paper, discussed: str) -> None:
    """Every kind of page: the strict policy, no fault in the console, nobody else's server."""
    visit = Visit(ben)
    thread = ben.read(discussed).page.locator(".sorts a").first.get_attribute("href")
    assert thread
    pages = ["/", "/news/", discussed, thread, thread.replace("newest", "oldest"), "/no-such-page/"]
    for address in pages:
        response = visit.to(address)
        assert response.header_value("content-security-policy") == CONTENT_SECURITY_POLICY
        assert response.header_value("x-content-type-options") == "nosniff"
        assert response.header_value("set-cookie") is None
    hosts = {urlsplit(response.url).netloc for response in visit.responses}
    assert hosts == {urlsplit(paper.url).netloc}
    failed = [urlsplit(each.url).path for each in visit.responses if each.status >= 400]
    assert failed == ["/no-such-page/"]
    assert ben.page.context.cookies() == []


def test_a_page_made_afresh_has_the_same_policy(ben: Visitor, story: str) -> None:
    response = Visit(ben).to(f"{story}?fresh")
    assert response.header_value("content-security-policy") == CONTENT_SECURITY_POLICY


def test_the_policy_stops_what_a_template_must_not_do(ben: Visitor, story: str) -> None:
    """The test before would not notice if the policy were not in force."""
    ben.read(story).page.evaluate(
        "document.body.append(Object.assign(document.createElement('p'), "
        "{innerHTML: '<img src=x onerror=\"window.ran = true\">'}))"
    )
    ben.page.wait_for_load_state("networkidle")
    assert ben.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in fault for fault in ben.faults)
    ben.faults.clear()


def test_a_first_visit_is_light(newcomer: Newcomer, discussed: str) -> None:
    for address in (discussed, "/"):
        visit = Visit(newcomer("Ben"))
        visit.to(address)
        kinds = visit.bytes_by_kind
        del kinds["image"]
        assert 0 < kinds["script"] <= MOST_SCRIPT, kinds
        assert 0 < sum(kinds.values()) <= MOST_BYTES, kinds
        assert set(kinds) <= {"document", "stylesheet", "script", "other"}
