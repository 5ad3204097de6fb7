from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from wagtail.images.forms import BaseImageForm

from broadsheet.lib.pictures import NotAPicture, drawn_anew


class PictureForm(BaseImageForm):
    """Every upload of a picture in the admin: one, many at once, and from within an article."""

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):
            return file
        file.seek(0)
        try:
            clean = drawn_anew(file.read())
        except NotAPicture as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        name = PurePath(file.name or "picture").with_suffix(f".{clean.ending}").name
        return SimpleUploadedFile(name, clean.content, file.content_type or "")
