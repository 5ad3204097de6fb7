"""Pictures come from a folder that somebody copied, and from nowhere else."""

from pathlib import Path

import pytest
from PIL import Image

from broadsheet.importers.pictures import Uploads
from broadsheet.publication.models import Picture
from tests.importers.archives import article, bring_in, uploads
from tests.newsroom import Paper

SITE = "https://old-courier.example/wp-content/uploads"


def test_it_works(paper: Paper, tmp_path: Path) -> None:
    folder = uploads(tmp_path, "2012/03/pier.jpg", "2012/03/quay.png")
    run = bring_in(tmp_path, "--uploads", str(folder))
    assert run.row("attachments")["reasons"] == {"no picture": 1}
    assert run.count("attachments", "imported") == 1
    assert Picture.objects.count() == 2  # one is in a text, but not in the library
    again = bring_in(tmp_path, "--uploads", str(folder))
    assert again.written == 0


def test_pictures_that_come_later_take_their_place(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path)
    assert run.row("attachments")["reasons"]["no --uploads folder given"] == 1
    assert article(101).lead_picture is None
    folder = uploads(tmp_path, "2012/03/pier.jpg", "2012/03/quay.png")
    assert bring_in(tmp_path, "--uploads", str(folder)).count("posts", "updated") == 2
    assert article(101).lead_picture


def test_a_file_that_is_no_picture_is_refused(paper: Paper, tmp_path: Path) -> None:
    folder = uploads(tmp_path, "2012/03/quay.png")
    (folder / "2012/03/pier.jpg").write_bytes(b"<svg onload='alert(1)'>")
    run = bring_in(tmp_path, "--uploads", str(folder))
    assert run.row("attachments")["reasons"]["no picture that can be read"] == 1
    assert Picture.objects.count() == 1


def test_what_is_hidden_in_a_file_stays_behind(paper: Paper, tmp_path: Path) -> None:
    folder = uploads(tmp_path, "2012/03/pier.jpg")
    with (folder / "2012/03/pier.jpg").open("ab") as file:
        file.write(b"<?php hidden ?>")
    bring_in(tmp_path, "--uploads", str(folder))
    with Picture.objects.get().file.open() as stored:
        assert b"hidden" not in stored.read()


@pytest.mark.parametrize("given", ["", "..", "../.."])
def test_the_folder_above_will_do(tmp_path: Path, given: str) -> None:
    folder = uploads(tmp_path / "wp-content", "2012/03/pier.jpg")
    assert Uploads(folder / given).find(f"{SITE}/2012/03/pier.jpg")


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/2012/03/pier.jpg",
        f"{SITE}/2012/03/pier-300x200.jpg",
        f"{SITE}/2012/03/pier.jpg?w=300",
        "http://old-courier.files.wordpress.com/2012/03/pier.jpg",
        "//cdn.example/x/wp-content/uploads/sites/2/2012/03/pier.jpg",
        "/wp-content/uploads/2012/03/pi%65r.jpg",
    ],
)
def test_the_whole_picture_is_found(tmp_path: Path, address: str) -> None:
    folder = uploads(tmp_path, "2012/03/pier.jpg", "2012/03/pier-300x200.jpg")
    assert Uploads(folder).find(address) == folder / "2012/03/pier.jpg"


def test_a_smaller_one_is_better_than_none(tmp_path: Path) -> None:
    folder = uploads(tmp_path, "2012/03/pier-300x200.jpg", "2012/03/big-scaled.jpg")
    assert Uploads(folder).find(f"{SITE}/2012/03/pier-300x200.jpg")
    assert Uploads(folder).find(f"{SITE}/2012/03/big.jpg") == folder / "2012/03/big-scaled.jpg"


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/../secret.jpg",
        f"{SITE}/2012/%2e%2e/%2e%2e/secret.jpg",
        f"{SITE}//etc/passwd",
        f"{SITE}/link.jpg",
        f"{SITE}/pier%00.jpg",
        f"{SITE}/2012",
        "http://[broken/uploads/pier.jpg",
        "data:image/png;base64,AAAA",
        "",
    ],
)
def test_nothing_outside_is_found(tmp_path: Path, address: str) -> None:
    folder = uploads(tmp_path, "2012/pier.jpg")
    Image.new("RGB", (4, 4)).save(tmp_path / "secret.jpg")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    assert Uploads(folder).find(address) is None
