"""The blocks of an article's body: few, flat and stable."""

from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

PARAGRAPH_FEATURES = [
    "bold",
    "italic",
    "link",
    "superscript",
    "subscript",
    "strikethrough",
    "claim",
]


class PictureBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False, help_text="Empty: the picture's own caption.")

    class Meta:
        icon = "image"
        template = "broadsheet/publication/blocks/picture.html"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock()
    attribution = blocks.CharBlock(required=False, help_text="Who said it, and in what office.")

    class Meta:
        icon = "openquote"
        template = "broadsheet/publication/blocks/quote.html"


class ArchiveHTMLBlock(blocks.RawHTMLBlock):
    """Markup of an imported article that no other block can hold. It went through the sanitiser."""

    class Meta:
        icon = "code"
        label = "Archive HTML"
        template = "broadsheet/publication/blocks/archive_html.html"


BODY_BLOCKS: list[tuple[str, blocks.Block]] = [
    ("paragraph", blocks.RichTextBlock(features=PARAGRAPH_FEATURES, icon="pilcrow")),
    (
        "heading",
        blocks.CharBlock(icon="title", template="broadsheet/publication/blocks/heading.html"),
    ),
    ("picture", PictureBlock()),
    ("quote", QuoteBlock()),
    ("list", blocks.RichTextBlock(features=["ul", "ol", *PARAGRAPH_FEATURES], icon="list-ul")),
    ("archive_html", ArchiveHTMLBlock()),
]


class BodyField(StreamField):
    """A StreamField whose blocks are not written into migrations: a new block is no new schema."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(BODY_BLOCKS, **(options | {"blank": True}))

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _, options = super().deconstruct()
        return name, path, [], {"blank": options.get("blank", True)}
