from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from broadsheet.publication.models import Picture
from tests.cast import Person
from tests.newsroom import Paper


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    buffer = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def upload(dora: Person, name: str, content: bytes) -> int:
    form = {"title": "The quay", "file": SimpleUploadedFile(name, content, "image/jpeg")}
    return int(dora.client.post(reverse("wagtailimages:add"), form).status_code)


@pytest.mark.parametrize("name", ["quay.jpg", "quay.jpeg"])
def test_it_works(paper: Paper, dora: Person, name: str) -> None:
    assert upload(dora, name, photo()) == 302
    picture = Picture.objects.get()
    with picture.file.open() as file:
        stored = file.read()
    assert (picture.width, picture.height) == (60, 40)
    assert picture.file_size == len(stored)
    assert b"taken at home" in photo()
    assert b"taken at home" not in stored


@pytest.mark.parametrize(
    ("name", "content"),
    [("quay.svg", b"<svg onload='alert(1)'/>"), ("quay.jpg", b"<script>"), ("quay.png", photo())],
)
def test_what_is_no_picture_is_not_stored(
    paper: Paper, dora: Person, name: str, content: bytes
) -> None:
    assert upload(dora, name, content) == 200
    assert not Picture.objects.exists()
