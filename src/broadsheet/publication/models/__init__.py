from broadsheet.publication.models.article import ArticlePage, Byline, TaggedArticle
from broadsheet.publication.models.author import Author
from broadsheet.publication.models.base import BasePage
from broadsheet.publication.models.document import SourceDocument
from broadsheet.publication.models.fronts import FrontPage, SectionPage
from broadsheet.publication.models.picture import Picture, PictureRendition

__all__ = [
    "ArticlePage",
    "Author",
    "BasePage",
    "Byline",
    "FrontPage",
    "Picture",
    "PictureRendition",
    "SectionPage",
    "SourceDocument",
    "TaggedArticle",
]
