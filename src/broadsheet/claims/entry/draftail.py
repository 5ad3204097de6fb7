"""The claim in Wagtail's editor: its button, its key, and how a mark is stored."""

from typing import Any

from django.urls import reverse_lazy
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from broadsheet.claims.models import Claim

FEATURE = "claim"
ENTITY = "CLAIM"  # the name that entry.js registers


class ClaimFeature(EntityFeature):
    """An entity, and the plugin that listens to its key."""

    def construct_options(self, options: dict[str, Any]) -> None:
        super().construct_options(options)
        options.setdefault("plugins", []).append({"type": ENTITY})


class ClaimElementHandler(InlineEntityElementHandler):
    """`<a linktype="claim" id="12">`: the words stay, also when there is no such claim any more."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        number = attrs.get("id", "")
        claim = Claim.objects.filter(pk=number).first() if number.isdecimal() else None
        return {
            "id": number,
            "sentence": claim.sentence if claim else "This claim is gone.",
            "status": claim.status if claim else "",
        }


def claim_element(props: dict[str, Any]) -> Any:
    return DOM.create_element("a", {"linktype": FEATURE, "id": props["id"]}, props["children"])


def register_claim_feature(features: FeatureRegistry) -> None:
    features.register_editor_plugin(
        "draftail",
        FEATURE,
        ClaimFeature(
            {
                "type": ENTITY,
                "icon": "openquote",
                "description": "Claim\nCtrl + Alt + C",
                "attributes": ["id", "sentence", "status"],
                "address": reverse_lazy("claim_entry:enter"),
            },
            js=["broadsheet/claims/entry.js"],
            css={"all": ["broadsheet/claims/entry.css"]},
        ),
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {f'a[linktype="{FEATURE}"]': ClaimElementHandler(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: claim_element}},
        },
    )
