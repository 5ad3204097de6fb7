from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from broadsheet.discussion.models import Comment, Thread, Vote
from broadsheet.lib.text import clean_line, clean_text, name_key


class TextField(forms.CharField):
    """Lines of plain text, cleaned but never shortened: what a reader typed comes back whole."""

    widget = forms.Textarea

    def __init__(self, **options: object) -> None:
        super().__init__(strip=False, **options)  # type: ignore[arg-type]

    def to_python(self, value: object) -> str:
        text = clean_text(str(value or ""))
        limit = settings.BROADSHEET_COMMENT_MAX_LENGTH
        if len(text) > limit:
            raise ValidationError(f"The text has {len(text):,} characters; {limit:,} fit.")
        return text


class CommentForm(forms.Form):
    """A new comment. `key` is the browser's idempotency key; without script it is empty."""

    name = forms.CharField(label="Your name", max_length=200, required=False)
    text = TextField(label="Your comment", error_messages={"required": "There is no text yet."})
    parent = forms.IntegerField(required=False, widget=forms.HiddenInput)
    key = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)

    def __init__(
        self, thread: Thread, *args: object, needs_name: bool = True, **options: object
    ) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.thread = thread
        self.needs_name = needs_name

    def clean_name(self) -> str:
        name = clean_line(self.cleaned_data["name"])
        if self.needs_name and not name_key(name):
            raise ValidationError("Choose a name to write under.")
        if len(name) > 60:
            raise ValidationError("A name has at most 60 characters.")
        return name

    def clean_parent(self) -> Comment | None:
        number = self.cleaned_data["parent"]
        if number is None:
            return None
        parent = Comment.objects.filter(thread=self.thread, pk=number).first()
        if parent is None or not parent.is_visible:
            raise ValidationError(
                "The comment you answer is no longer here. You can send yours as one of its own."
            )
        return parent


class EditForm(forms.Form):
    text = TextField(label="Your comment", error_messages={"required": "There is no text left."})


class VoteForm(forms.Form):
    """One button pressed: `up` or `down`, with the number of the comment as its value."""

    up = forms.IntegerField(required=False)
    down = forms.IntegerField(required=False)

    @property
    def vote(self) -> tuple[int, Vote.Value] | None:
        for button, value in (("up", Vote.Value.UP), ("down", Vote.Value.DOWN)):
            if number := self.cleaned_data.get(button):
                return number, value
        return None


class RejectForm(forms.Form):
    """Why a moderator refuses a comment. Its author reads this sentence."""

    reason = forms.CharField(max_length=300, initial="It breaks the rules of this discussion.")
