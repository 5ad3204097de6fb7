"""What comes in from the form over the editor."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from broadsheet.claims.entry.queries import OfferedClaims, unnamed_of
from broadsheet.claims.models import Actor, Claim, Side
from broadsheet.claims.models.claim import KINDS, TIME_PRECISIONS
from broadsheet.claims.models.position import STANCES
from broadsheet.claims.times import TimePrecision

# Where a mistake that an action finds is shown.
SHOWN_AT = {
    "places": "place",
    "label": "place",
    "event_start": "event_on",
    "event_end": "event_on",
    "said_at": "said_on",
    "figure_low": "low",
    "figure_high": "high",
    "decimals": "low",
    "scope": "is_implied",
    "name": "speaker",
}
NO_PLACE = "none"


class NumbersField(forms.CharField):
    """Numbers of rows, parted by commas: "3,12"."""

    def clean(self, value: Any) -> list[int]:
        return [int(number) for number in str(value or "").split(",") if number.strip().isdecimal()]


class SelectionForm(forms.Form):
    """What is marked in the editor. Characters are counted as Python does, not as the browser."""

    text = forms.CharField(max_length=20_000, strip=False)
    start = forms.IntegerField(min_value=0)
    end = forms.IntegerField(min_value=0)
    marked = NumbersField(required=False)
    claim = forms.IntegerField(required=False)  # in whose mark the selection lies


class EntryForm(forms.Form):
    """One position and, unless it is added to a claim that is there, the claim."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    claim = forms.ModelChoiceField(Claim.objects.all(), required=False, empty_label="A new claim")
    gains = forms.ModelMultipleChoiceField(Side.objects.all(), required=False)
    gains_also = forms.CharField(max_length=80, required=False)
    loses = forms.ModelMultipleChoiceField(Side.objects.all(), required=False)
    loses_also = forms.CharField(max_length=80, required=False)
    sentence = forms.CharField(max_length=400, required=False)
    kind = forms.ChoiceField(choices=KINDS, required=False)
    place = forms.CharField(max_length=200, required=False)
    event_on = forms.DateField(required=False)
    event_precision = forms.ChoiceField(choices=TIME_PRECISIONS, required=False)
    event_words = forms.CharField(max_length=120, required=False)
    unit = forms.CharField(max_length=60, required=False)

    stance = forms.ChoiceField(choices=STANCES)
    speaker = forms.CharField(max_length=160, required=False)
    description = forms.CharField(max_length=160, required=False)
    side = forms.CharField(max_length=80, required=False)
    people = forms.IntegerField(min_value=1, max_value=1000)
    is_unnamed = forms.BooleanField(required=False)
    unnamed_why = forms.CharField(max_length=200, required=False)
    same_source = forms.ModelChoiceField(
        Actor.objects.filter(kind=Actor.Kind.UNNAMED), required=False, empty_label="nobody so far"
    )
    told_to = forms.CharField(max_length=120, required=False)
    published_by = forms.CharField(max_length=120, required=False)
    is_implied = forms.BooleanField(required=False)
    words = forms.CharField(max_length=2000, required=False, widget=forms.Textarea)
    is_verbatim = forms.BooleanField(required=False)
    said_on = forms.DateField()
    low = forms.DecimalField(max_digits=18, decimal_places=6, required=False)
    high = forms.DecimalField(max_digits=18, decimal_places=6, required=False)
    paragraph = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        offered: OfferedClaims,
        sides: Sequence[Side],
        places: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.offered, self.sides = offered, sides
        self.places = [*places, (NO_PLACE, "no place")]
        # Each with the claim it belongs to: the script shows those of the claim that is chosen.
        self.unnamed = [(claim.pk, actor) for claim in offered.here for actor in unnamed_of(claim)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("claim") and not cleaned.get("sentence"):
            self.add_error("sentence", "What is stated? Or choose the claim that this adds to.")
        if cleaned.get("is_unnamed") and not cleaned.get("speaker"):
            self.add_error("speaker", "How is the source described?")
        return cleaned

    def clean_event_precision(self) -> str:
        return self.cleaned_data["event_precision"] or TimePrecision.DAY

    def take_over(self, error: ValidationError) -> None:
        """Show what an action refused beside the fields that it concerns."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            field = SHOWN_AT.get(name, name)
            self.add_error(field if field in self.fields else None, errors)

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """Every mistake with the id of its field, for the list above the form."""
        return [
            ("" if name == NON_FIELD_ERRORS else str(self[name].id_for_label), str(message))
            for name, messages in self.errors.items()
            for message in messages
        ]

    @property
    def chosen_sides(self) -> dict[str, list[str]]:
        return {
            name: [str(getattr(value, "pk", value)) for value in self[name].value() or []]
            for name in ("gains", "loses")
        }
