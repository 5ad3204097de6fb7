"""A paper behind nginx or Caddy, as docs/how-to/deploy.md has it: the same answers as from the front.

Ann's browser is at another address than the proxy, and speaks https.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from broadsheet.delivery.front.shelves import MEDIA_TYPES
from tests.docs.web_server import WebServer, running
from tests.journeys.site import Paper, found_paper, free_port, served, wait_for

pytestmark = pytest.mark.processes

ARTICLE = "/news/ferry/"
COMMENTS = "/discussion/1/comments/"
SAME = (
    "cache-control",
    "content-disposition",
    "content-security-policy",
    "content-type",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "strict-transport-security",
    "vary",
    "x-content-type-options",
)
SERVERS = ["nginx", "caddy"]
UPLOADS = [*MEDIA_TYPES, "html", "js", "docx"]
MOVED = {"/?p=81": ARTICLE, "/2019/05/ferry": ARTICLE}


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """With addresses that have moved, and an upload of every kind."""
    founded = found_paper(tmp_path_factory.mktemp("deployed"))
    public = founded.site / "public"
    (public / "redirects.json").write_text(json.dumps(MOVED))
    for ending in UPLOADS:
        (public / "media" / f"upload.{ending}").write_bytes(b"something")
    return founded


@pytest.fixture(scope="module", params=SERVERS)
def server(
    request: pytest.FixtureRequest, paper: Paper, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WebServer]:
    folder = tmp_path_factory.mktemp(request.param)
    behind = WebServer(paper.site, paper.port, free_port(), folder)
    with (
        running(request.param, behind),
        served(paper, SITE_URL=behind.url, TRUSTED_PROXIES="127.0.0.1"),
    ):
        yield behind


@pytest.fixture
def ann(server: WebServer) -> Iterator[httpx.Client]:
    with server.reader() as client:
        yield client


@pytest.fixture
def front(server: WebServer) -> Iterator[httpx.Client]:
    """The same paper without the web server."""
    with httpx.Client(base_url=f"http://127.0.0.1:{server.front}") as client:
        yield client


def file_of(server: WebServer, address: str) -> Path:
    return server.site / "public" / "pages" / address.strip("/") / "index.html"


def test_a_page_is_read_from_its_file(server: WebServer, ann: httpx.Client) -> None:
    assert ann.get(ARTICLE).content == file_of(server, ARTICLE).read_bytes()


def test_the_compressed_twin_is_sent(server: WebServer, ann: httpx.Client) -> None:
    with ann.stream("GET", ARTICLE, headers={"Accept-Encoding": "gzip"}) as answer:
        sent = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert sent == Path(f"{file_of(server, ARTICLE)}.gz").read_bytes()


def test_what_the_reader_has_is_not_sent_again(ann: httpx.Client) -> None:
    def ask_twice() -> httpx.Response:
        first = ann.get(ARTICLE)
        return ann.get(ARTICLE, headers={"If-None-Match": first.headers["etag"]})

    # The worker may write the page anew in between, as another test has given it a comment.
    wait_for(lambda: ask_twice().status_code == 304, seconds=10)


def test_only_the_head_can_be_asked_for(ann: httpx.Client) -> None:
    head = ann.head(ARTICLE)
    assert (head.status_code, head.content) == (200, b"")
    assert "etag" in head.headers


def test_a_page_that_is_missing_is_made(server: WebServer, ann: httpx.Client) -> None:
    address = "/discussion/1/oldest/"
    file_of(server, address).unlink(missing_ok=True)
    made = ann.get(address)
    assert made.status_code == 200
    assert file_of(server, address).read_bytes() == made.content == ann.get(address).content


@pytest.mark.parametrize(
    ("old", "new"), [("/news/ferry", ARTICLE), ("/2019/05/ferry/", ARTICLE), ("/?p=81", ARTICLE)]
)
def test_an_old_address_leads_to_the_new_one(ann: httpx.Client, old: str, new: str) -> None:
    answer = ann.get(old)
    assert (answer.status_code, answer.headers["location"]) == (301, new)


def test_a_comment_is_taken_and_appears(server: WebServer, ann: httpx.Client) -> None:
    text = f"Through port {server.web}"
    sent = ann.post(COMMENTS, data={"name": text, "text": text}, headers={"Origin": server.url})
    assert sent.status_code == 303
    assert all("Secure" in cookie for cookie in sent.headers.get_list("set-cookie"))
    seen = ann.get(sent.headers["location"])
    assert seen.headers["location"].startswith("/discussion/1/newest/?fresh")
    assert text in ann.get(seen.headers["location"].partition("#")[0]).text
    wait_for(lambda: text in ann.get(ARTICLE).text, seconds=10)


def test_a_page_newer_than_its_file_can_be_asked_for(ann: httpx.Client) -> None:
    assert "etag" in ann.get(ARTICLE).headers
    assert "etag" not in ann.get(f"{ARTICLE}?fresh").headers


def test_a_sender_cannot_choose_their_address(
    server: WebServer, ann: httpx.Client, paper: Paper
) -> None:
    for address in ("198.51.100.1", "198.51.100.2"):
        words = f"{address} at port {server.web}"
        headers = {"X-Forwarded-For": address, "Origin": server.url}
        assert ann.post(COMMENTS, data={"name": words, "text": words}, headers=headers).is_redirect
    query = "select distinct network from broadsheet_moderation_decision where network != ''"
    assert len(paper.rows(query)) == 1


@pytest.mark.parametrize("address", [ARTICLE, "/", "/feed.xml"])
def test_a_page_has_the_headers_of_the_front(
    ann: httpx.Client, front: httpx.Client, address: str
) -> None:
    front.get(address)  # the file may have to be made first
    assert headers(ann.get(address)) == headers(front.get(address))


@pytest.mark.parametrize("suffix", ["css", "js"])
def test_a_static_file_has_the_headers_of_the_front(
    server: WebServer, ann: httpx.Client, front: httpx.Client, suffix: str
) -> None:
    folder = server.site / "public" / "static" / "broadsheet"
    hashed = next(folder.glob(f"reader.*.{suffix}")).name
    for name in (hashed, f"reader.{suffix}"):
        address = f"/static/broadsheet/{name}"
        # A file without a twin is the same for all, whatever they accept.
        without = {} if name == hashed else {"vary": ""}
        assert headers(ann.get(address)) | without == headers(front.get(address)) | without


@pytest.mark.parametrize("ending", UPLOADS)
def test_an_upload_has_the_headers_of_the_front(
    ann: httpx.Client, front: httpx.Client, ending: str
) -> None:
    address = f"/media/upload.{ending}"
    assert headers(ann.get(address)) == headers(front.get(address))


@pytest.mark.parametrize(
    "address",
    [
        f"{ARTICLE}index.html",
        f"{ARTICLE}index.html.gz",
        "/feed.xml.br",
        "/.hidden/",
        "/news/.hidden",
        "/none",
        "/pages/feed.xml",
        "/redirects.json",
        "/media/",
    ],
)
def test_what_has_no_address_is_not_found(
    server: WebServer, ann: httpx.Client, address: str
) -> None:
    ann.get("/feed.xml")
    for name in (".hidden", "news/.hidden"):
        (server.site / "public" / "pages" / name).write_text("half a page")
    assert ann.get(address, follow_redirects=True).status_code == 404


def headers(answer: httpx.Response) -> dict[str, str]:
    assert answer.status_code == 200
    return {name: answer.headers[name] for name in SAME if name in answer.headers}


@pytest.mark.parametrize("name", SERVERS)
def test_pages_are_read_while_the_paper_is_down(name: str, paper: Paper, tmp_path: Path) -> None:
    behind = WebServer(paper.site, front=free_port(), web=free_port(), folder=tmp_path)
    with running(name, behind), behind.reader() as ann:
        assert "It left at nine." in ann.get(ARTICLE).text
        assert ann.get("/admin/").status_code == 502
