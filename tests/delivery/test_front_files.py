"""What the front answers from files alone; nobody is behind it."""

import http.client
import re
import socket
from contextlib import closing

import pytest

from broadsheet.delivery.files import drop_page, write_page
from tests.delivery.conftest import PAGE, Served, unpacked

FERRY = "/harbour/ferry/"


def test_it_works(front: Served) -> None:
    answer = front.ask(FERRY)
    assert (answer.status, answer.body) == (200, PAGE)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"].startswith("public, max-age=0")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("gzip;q=1, br;q=0", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("*", "br"),
        ("identity", None),
        ("br;q=nonsense", None),
        ("", None),
    ],
)
def test_the_best_encoding_is_sent(front: Served, accepted: str, encoding: str | None) -> None:
    answer = front.ask(FERRY, Accept_Encoding=accepted)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert len(answer.body) == len(PAGE) if encoding is None else len(answer.body) < len(PAGE)


def test_a_picture_folder_may_hold_what_is_compressed_already(front: Served) -> None:
    front.put("media/claims/claims-2026-07-10.jsonl.gz", b"packed")
    answer = front.ask("/media/claims/claims-2026-07-10.jsonl.gz")
    assert (answer.status, answer.body) == (200, b"packed")
    assert "content-encoding" not in answer.headers
    assert front.ask(f"{FERRY}index.html.gz").status != 200


def test_a_page_for_frames_says_so(front: Served) -> None:
    front.put("pages/claims/crane/embed/index.html", b"framed")
    front.put("pages/claims/crane/index.html", b"not framed")
    framed = front.ask("/claims/crane/embed/").headers["content-security-policy"]
    assert framed.endswith("frame-ancestors *")
    alone = front.ask("/claims/crane/").headers["content-security-policy"]
    assert alone.endswith("frame-ancestors 'self'")


def test_a_reader_who_has_the_page_gets_no_second_copy(front: Served) -> None:
    for accepted in ("br", "gzip", ""):
        etag = front.ask(FERRY, Accept_Encoding=accepted).headers["etag"]
        again = front.ask(FERRY, Accept_Encoding=accepted, If_None_Match=f'"other", W/{etag}')
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", etag)
        assert front.ask(FERRY, Accept_Encoding=accepted, If_None_Match='"other"').status == 200


def test_encodings_of_a_page_have_tags_of_their_own(front: Served) -> None:
    tags = {front.ask(FERRY, Accept_Encoding=name).headers["etag"] for name in ("br", "gzip", "")}
    assert len(tags) == 3


def test_head_tells_all_but_the_body(front: Served) -> None:
    get, head = front.ask(FERRY), front.ask(FERRY, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers == get.headers | {"date": head.headers["date"]}


def test_a_new_page_is_there_at_once_and_an_old_one_gone(front: Served) -> None:
    assert front.ask(FERRY, Accept_Encoding="br").status == 200
    write_page(FERRY, b"<p>It left at ten.</p>")
    assert unpacked(front.ask(FERRY, Accept_Encoding="br")) == b"<p>It left at ten.</p>"
    drop_page(FERRY)
    assert front.ask(FERRY, Accept_Encoding="br").status == 503


@pytest.mark.parametrize("query", ["?utm_source=paper", "?fbclid=1&gclid=2", "?", "?freshly"])
def test_what_others_hang_on_a_link_changes_nothing(front: Served, query: str) -> None:
    assert front.ask(FERRY + query).body == PAGE


def test_the_missing_slash_is_added(front: Served) -> None:
    answer = front.ask("/harbour/ferry")
    assert (answer.status, answer.headers["location"]) == (301, FERRY)


@pytest.mark.parametrize(
    "path",
    [
        "/harbour/ferry/index.html",
        "/harbour/ferry/index.html.br",
        "//harbour/ferry/",
        "//other.test",
        "/harbour//ferry/",
        "/harbour/../harbour/ferry/",
        "/harbour/%2e%2e/harbour/ferry/",
        "/media/../pages/harbour/ferry/index.html",
        "/static/..%2f..%2fbroadsheet.env",
        "/.hidden",
        "/media/.part",
        "/%00",
        "/%ff%fe/",
        "/harbour\\ferry/",
    ],
)
def test_other_spellings_are_not_answered_from_files(front: Served, path: str) -> None:
    front.put("pages/.hidden", b"secret")
    front.put("media/.part", b"secret")
    front.put("../broadsheet.env", b"secret")
    assert front.ask(path).status == 503  # passed on, and nobody is there


def test_redirects_need_no_database(front: Served) -> None:
    moved = (
        '{"/2014/05/ferry": "/harbour/ferry/", "/?p=81": "/harbour/ferry/", "/x": "/a\\r\\nb: c"}'
    )
    front.put("redirects.json", moved.encode())
    for old in ("/2014/05/ferry/", "/2014/05/ferry", "/?p=81"):
        answer = front.ask(old)
        assert (answer.status, answer.headers["location"]) == (301, FERRY)
    assert front.ask("/?p=82").status == 503
    assert front.ask("/x").headers["location"] == "/a%0D%0Ab: c".replace(" ", "%20")
    front.put("redirects.json", b"{}")
    assert front.ask("/2014/05/ferry/").status == 503


def test_uploads_cannot_run_as_pages_of_ours(front: Served) -> None:
    for name in ("a.html", "b.svg", "c.js", "d"):
        front.put(f"media/{name}", b"<script>alert(1)</script>")
        headers = front.ask(f"/media/{name}").headers
        assert headers["content-disposition"] == "attachment"
        assert headers["content-security-policy"].startswith("sandbox")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-type"] in {"application/octet-stream", "image/svg+xml"}
    front.put("media/e.jpg", b"picture")
    assert "content-disposition" not in front.ask("/media/e.jpg").headers


def test_static_files_with_a_hash_are_kept_for_ever(front: Served) -> None:
    front.put("static/reader.0123456789ab.css", b"body{}")
    front.put("static/reader.css", b"body{}")
    assert "immutable" in front.ask("/static/reader.0123456789ab.css").headers["cache-control"]
    assert "immutable" not in front.ask("/static/reader.css").headers["cache-control"]


def test_a_large_file_is_sent_whole_and_in_parts(front: Served) -> None:
    film = bytes(range(256)) * 4096
    front.put("media/film.mp4", film)
    whole = front.ask("/media/film.mp4")
    assert (whole.status, whole.body) == (200, film)
    part = front.ask("/media/film.mp4", Range="bytes=256-511")
    assert (part.status, part.body) == (206, bytes(range(256)))
    assert part.headers["content-range"] == f"bytes 256-511/{len(film)}"
    beyond = front.ask("/media/film.mp4", Range=f"bytes={len(film)}-")
    assert beyond.status == 416


def test_one_connection_carries_many_requests(front: Served) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", front.port, timeout=20)) as connection:
        for path in [FERRY, "/harbour/ferry", FERRY, "/nobody/", FERRY]:
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.read() or path == "/harbour/ferry"
            assert answer.status == {FERRY: 200, "/harbour/ferry": 301, "/nobody/": 503}[path]


def test_requests_sent_ahead_are_answered_in_their_order(front: Served) -> None:
    asked = b"".join(
        b"GET %b HTTP/1.1\r\nHost: paper.test\r\n%b\r\n" % (path, end)
        for path, end in [
            (b"/harbour/ferry", b""),
            (b"/harbour/ferry/", b""),
            (b"/harbour/ferry", b"Connection: close\r\n"),
        ]
    )
    with socket.create_connection(("127.0.0.1", front.port), timeout=20) as connection:
        connection.sendall(asked)
        heard = b"".join(iter(lambda: connection.recv(65536), b""))
    assert re.findall(rb"HTTP/1.1 (\d+)", heard) == [b"301", b"200", b"301"]
