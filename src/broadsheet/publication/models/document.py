from django.core.files.storage import Storage, storages
from django.db import models
from wagtail.documents.models import AbstractDocument, Document


def documents_storage() -> Storage:
    return storages["documents"]


class SourceDocument(AbstractDocument):
    """One row is one file that articles link to: a report, a letter, a table.

    It lies outside the public folder, so that a document that is private, or not yet published,
    cannot be had by guessing its name.
    """

    file = models.FileField(upload_to="documents", storage=documents_storage, verbose_name="file")

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
