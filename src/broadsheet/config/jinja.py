from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from broadsheet.publication.frame import paper
from broadsheet.theme.formats import FILTERS


def environment(**options: Any) -> Environment:
    """Jinja as every page of ours finds it. A name that is missing is an error, not a gap."""
    options.pop("undefined", None)  # Django's choice is a gap
    options.pop("autoescape", None)  # ours is in sight of whoever looks for it
    env = Environment(autoescape=True, undefined=StrictUndefined, **options)
    env.globals.update(
        static=static,
        url=reverse_url,
        paper=paper,
        site_url=settings.BROADSHEET_SITE_URL,
        language=settings.LANGUAGE_CODE,
    )
    env.filters.update(FILTERS)
    return env


def reverse_url(name: str, *args: Any) -> str:
    return reverse(name, args=args)
