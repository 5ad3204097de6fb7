"""What Django answers carries the same protection as the files."""

from typing import Any

import pytest

from tests.cast import Person
from tests.newsroom import Paper

NAMES = [
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
]


@pytest.mark.parametrize("address", ["/", "/nowhere/", "/admin/login/", "/discussion/vote/"])
def test_it_works(paper: Paper, ann: Person, address: str) -> None:
    response = ann.read(address)
    assert [name for name in NAMES if name not in response.headers] == []


def test_only_the_admin_may_run_scripts_of_its_pages(paper: Paper, dora: Person) -> None:
    assert "'unsafe-inline'" in dora.read("/admin/")["Content-Security-Policy"]
    assert "unsafe" not in dora.read("/nowhere/")["Content-Security-Policy"]


def test_a_host_that_is_not_ours_is_refused(paper: Paper, ann: Person) -> None:
    assert ann.client.get("/admin/login/", headers={"Host": "evil.test"}).status_code == 400


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Host", "Forwarded"])
def test_no_header_gets_into_a_page(paper: Paper, ann: Person, settings: Any, header: str) -> None:
    response = ann.read("/harbour/ferry-late/", **{header: "evil.test"})
    assert response.status_code == 200
    assert "evil.test" not in response.text
