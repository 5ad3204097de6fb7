from wagtail.models import Site

from broadsheet.publication.models.base import BasePage


def address_of(page: BasePage) -> str:
    """The path of a page on its site, "/harbour/ferry-late/"; empty when it is on no site."""
    for site in Site.objects.select_related("root_page"):
        root = site.root_page.url_path
        if page.url_path.startswith(root):
            return f"/{page.url_path[len(root) :]}"
    return ""
