"""What comes in at the claims desk."""

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.widgets import AdminSnippetChooser

from broadsheet.claims.actions.claims import FIELDS, MANY
from broadsheet.claims.actions.sources import Reference, place_of, save_reference
from broadsheet.claims.gazetteer import Entry, places_called
from broadsheet.claims.models import Actor, Claim, Evidence, Outlet, Place, Position, Side
from broadsheet.claims.models.claim import STATUSES
from broadsheet.claims.models.position import STANCES
from broadsheet.claims.queries import standing
from broadsheet.claims.times import earliest
from broadsheet.lib.ids import new_token

CLAIMS_OFFERED = 200  # newer claims that may take a claim's place


class ReferenceForm(WagtailAdminModelForm):
    """A side, an actor, an outlet or a place: what changes is announced."""

    def save(self, commit: bool = True) -> Reference:
        row: Reference = self.instance
        if commit:
            save_reference(row)
        return row


class NewActorForm(ReferenceForm):
    """A new speaker, entered while a position is."""

    class Meta:
        model = Actor
        fields = ["kind", "name", "description", "side"]


class Moment(forms.DateTimeField):
    """A day, or a day and a time."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    input_formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"]

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"input_formats": self.input_formats} | options))


class Figure(forms.DecimalField):
    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_digits=18, decimal_places=6, **options)


class FilterForm(forms.Form):
    """Which claims the desk lists."""

    status = forms.ChoiceField(choices=[("", "Any status"), *STATUSES], required=False)
    words = forms.CharField(
        required=False, max_length=100, widget=forms.SearchInput(attrs={"placeholder": "Words"})
    )


class ClaimForm(forms.ModelForm[Claim]):
    """A new claim, or changes to one. `place_name` is looked up in the gazetteer."""

    event_start = Moment(required=False, label="When")
    event_end = Moment(required=False, label="Until")
    place_name = forms.CharField(
        label="Add a place",
        required=False,
        max_length=160,
        help_text="As the paper writes it. The likeliest place of this name is taken and shown.",
    )
    why = forms.CharField(
        required=False, max_length=300, help_text="Why this changes. Readers can see the reason."
    )

    class Meta:
        model = Claim
        fields = [*FIELDS, *MANY]
        labels = {
            "kind": "It is about",
            "event_precision": "Known",
            "event_words": "When, as printed",
            "unit": "Unit of its figures",
            "loses": "Harmed",
            "parties": "Parties to an agreement",
        }
        widgets = {
            "sentence": forms.Textarea(attrs={"rows": 2}),
            "note": forms.Textarea(attrs={"rows": 2}),
            **{name: forms.CheckboxSelectMultiple() for name in MANY},
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        is_new = self.instance.pk is None
        self.fields["sentence"].widget.attrs["autofocus"] = is_new
        # Only those it has, to be kept or not; others come by their names.
        self.fields["places"].queryset = (  # type: ignore[attr-defined]
            Place.objects.none() if is_new else self.instance.places.all()
        )
        if is_new:
            del self.fields["why"], self.fields["note"]
        if is_new or not self.instance.places.exists():
            del self.fields["places"]
        self.entry: Entry | None = None

    def clean_place_name(self) -> str:
        name: str = self.cleaned_data["place_name"]
        if name:
            found = places_called(name, settings.BROADSHEET_COUNTRY)
            if not found:
                raise ValidationError("No place of this name is known. Make an entry under Places.")
            self.entry = found[0]
        return name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("event_start", "event_end"):
            if moment := cleaned.get(name):
                local = timezone.localtime(moment)
                cleaned[name] = earliest(local, cleaned.get("event_precision", "day"))
        return cleaned

    def _post_clean(self) -> None:
        """Nothing: the action checks, and must find the stored claim unchanged."""

    def places(self) -> list[Place]:
        """Those that were kept, and the one that was named. It is stored when it is new."""
        kept: Sequence[Place] = self.cleaned_data.get("places") or ()
        name = self.cleaned_data["place_name"]
        return [*kept, *([place_of(self.entry, label=name)] if self.entry else [])]

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FIELDS if name in self.cleaned_data}

    def sides(self) -> dict[str, list[Side]]:
        return {name: list(self.cleaned_data[name]) for name in ("gains", "loses", "parties")}


class PositionForm(forms.Form):
    """A position on a claim, new or in the place of another one. Figures are typed as decimals."""

    speaker = forms.ModelChoiceField(
        Actor.objects.select_related("side"), required=False, widget=AdminSnippetChooser(Actor)
    )
    is_ours = forms.BooleanField(required=False, label="Nobody: the article itself says so")
    stance = forms.ChoiceField(choices=STANCES, widget=forms.RadioSelect)
    words = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    is_verbatim = forms.BooleanField(required=False, label="Word for word")
    scope = Position._meta.get_field("scope").formfield()
    said_at = Moment(label="Said on")
    said_precision = Position._meta.get_field("said_precision").formfield(label="Known")
    told_to = forms.ModelChoiceField(Outlet.objects.all(), required=False)
    published_by = forms.ModelChoiceField(Outlet.objects.all(), required=False)
    people = forms.IntegerField(min_value=1, max_value=30_000, initial=1, label="How many people")
    unnamed_why = Position._meta.get_field("unnamed_why").formfield()
    sides = forms.ModelMultipleChoiceField(
        Side.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="For whom they speak. None ticked: for the side that the speaker has. "
        "A joint statement has more than one.",
    )
    figure_low = Figure(label="Figure, at least", help_text="Leave one end empty if it is open.")
    figure_high = Figure(label="Figure, at most")
    same_origin = forms.ModelChoiceField(
        Position.objects.none(),
        required=False,
        empty_label="No",
        label="Goes back to the same source as",
    )
    evidence_title = forms.CharField(required=False, max_length=200)
    evidence_link = forms.URLField(required=False, max_length=500, assume_scheme="https")
    evidence_file = forms.FileField(required=False, help_text="Never shown to readers.")
    why = forms.CharField(max_length=300, help_text="Why this replaces it. Readers can see it.")
    idempotency_key = forms.CharField(max_length=64, widget=forms.HiddenInput, initial=new_token)

    def __init__(
        self, *args: Any, claim: Claim, old: Position | None = None, **options: Any
    ) -> None:
        self.claim, self.old = claim, old
        options["initial"] = initial_of(claim, old) | options.get("initial", {})
        super().__init__(*args, **options)
        origins = standing(claim.positions.exclude(speaker=None)).order_by("-said_at", "-pk")
        if old:
            origins = origins.exclude(pk=old.pk)
        else:
            del self.fields["why"]
        self.fields["same_origin"].queryset = origins.select_related("speaker")[:CLAIMS_OFFERED]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(cleaned.get("speaker")) == cleaned.get("is_ours"):
            self.add_error(
                "speaker", "Choose who speaks, or tick that nobody but the article does."
            )
        if bool(self.evidence_fields()) != bool(cleaned.get("evidence_title")):
            self.add_error("evidence_title", "Evidence has a title, and a link or a file.")
        if said_at := cleaned.get("said_at"):
            local = timezone.localtime(said_at)
            cleaned["said_at"] = earliest(local, cleaned.get("said_precision", "day"))
        for name in ("figure_low", "figure_high"):
            figure = cleaned.get(name)
            if figure is not None and figure.scaleb(self.claim.decimals) % 1:
                self.add_error(name, f"Decimals of figures of this claim: {self.claim.decimals}.")
        return cleaned

    def evidence_fields(self) -> dict[str, Any]:
        link, file = (self.cleaned_data.get(f"evidence_{name}") for name in ("link", "file"))
        if file:
            return {"file": file, "sha256": hash_of(file)}
        return {"link": link} if link else {}

    def position(self) -> Position:
        """As it was typed, unsaved."""
        same = (
            *("speaker", "stance", "words", "is_verbatim", "scope", "said_at", "said_precision"),
            *("told_to", "published_by", "people", "unnamed_why", "same_origin", "idempotency_key"),
        )
        return Position(
            claim=self.claim,
            **{name: self.cleaned_data[name] for name in same},
            figure_low=self.whole("figure_low"),
            figure_high=self.whole("figure_high"),
            article_key=self.old.article_key if self.old else "",
            article_address=self.old.article_address if self.old else "",
            paragraph=self.old.paragraph if self.old else "",
        )

    def whole(self, name: str) -> int | None:
        """A figure as it is stored: whole numbers of the last decimal of the claim's unit."""
        figure: Decimal | None = self.cleaned_data[name]
        return None if figure is None else int(figure.scaleb(self.claim.decimals))

    def spoken_for(self) -> list[Side] | None:
        """The sides that were ticked; None leaves it to the speaker's own."""
        return list(self.cleaned_data["sides"]) or None

    def evidence(self) -> list[Evidence]:
        fields = self.evidence_fields()
        return [Evidence(title=self.cleaned_data["evidence_title"], **fields)] if fields else []


def initial_of(claim: Claim, old: Position | None) -> dict[str, Any]:
    if old is None:
        return {"said_at": timezone.localtime(), "said_precision": "day", "scope": "named"}
    typed = {
        name: getattr(old, name)
        for name in (
            *("speaker", "stance", "words", "is_verbatim", "scope", "said_precision", "told_to"),
            *("published_by", "people", "unnamed_why", "same_origin"),
        )
    }
    return typed | {
        "is_ours": old.is_ours,
        "said_at": timezone.localtime(old.said_at),
        "sides": list(old.sides.all()),
        "figure_low": decimal_of(old.figure_low, claim.decimals),
        "figure_high": decimal_of(old.figure_high, claim.decimals),
    }


def decimal_of(figure: int | None, decimals: int) -> Decimal | None:
    return None if figure is None else Decimal(figure).scaleb(-decimals)


def hash_of(file: Any) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


class StrikeForm(forms.Form):
    """A position that should never have been entered."""

    why = forms.CharField(max_length=300, label="Why it should not be here")


class SupersedeForm(forms.Form):
    """Which claim takes the place of this one; none, to take that back."""

    newer = forms.SlugField(
        required=False,
        label="The newer claim",
        help_text="The last part of its address. Empty: no claim takes its place.",
        widget=forms.TextInput(attrs={"list": "claims-offered"}),
    )
    why = forms.CharField(max_length=300, help_text="Readers can see the reason.")

    def clean_newer(self) -> Claim | None:
        slug = self.cleaned_data["newer"]
        claim = Claim.objects.filter(slug=slug).first() if slug else None
        if slug and not claim:
            raise ValidationError("There is no claim at this address.")
        return claim
