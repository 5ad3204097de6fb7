from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from broadsheet.publication.models import SourceDocument
from tests.cast import Person
from tests.newsroom import Paper


def upload(dora: Person, name: str = "report.pdf") -> int:
    form = {
        "title": "The wall",
        "file": SimpleUploadedFile(name, b"%PDF-1.7 the wall"),
        "collection": Collection.get_first_root_node().pk,
    }
    return int(dora.client.post(reverse("wagtaildocs:add"), form).status_code)


def content(person: Person, document: SourceDocument) -> bytes:
    answer = person.read(document.url)
    return b"".join(answer.streaming_content) if answer.streaming else b""


def test_it_works(paper: Paper, dora: Person, ann: Person) -> None:
    assert upload(dora) == 302
    document = SourceDocument.objects.get()
    assert content(ann, document) == b"%PDF-1.7 the wall"
    stored = Path(document.file.path)
    assert stored.is_relative_to(settings.PRIVATE_ROOT)
    assert not stored.is_relative_to(settings.BROADSHEET_PUBLIC_FOLDER)
    assert stored.stat().st_mode & 0o077 == 0


def test_a_private_document_is_for_staff(paper: Paper, dora: Person, ann: Person) -> None:
    upload(dora)
    document = SourceDocument.objects.get()
    CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert content(dora, document) == b"%PDF-1.7 the wall"
    assert content(ann, document) == b""


@pytest.mark.parametrize("name", ["report.html", "report.svg", "report", "report.pdf.js"])
def test_what_a_browser_would_run_is_refused(paper: Paper, dora: Person, name: str) -> None:
    assert upload(dora, name) == 200
    assert not SourceDocument.objects.exists()
