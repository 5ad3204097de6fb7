"""Mistakes in the settings, found at start, each with the remedy."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from broadsheet.claims.map.base import own
from broadsheet.config import env
from broadsheet.config.wiring import WIRING
from broadsheet.delivery.stale import STALE


@register()
def check_settings(**_: Any) -> list[CheckMessage]:
    return list(problems())


def problems() -> Iterator[CheckMessage]:
    # Django's own settings refuse to be asked for an empty one, without saying what to do.
    if len(env.text("SECRET_KEY")) < 40:
        yield Error(
            "BROADSHEET_SECRET_KEY is empty or short.",
            hint="`broadsheet new` writes one into broadsheet.env; or make one with "
            "`python -c 'import secrets; print(secrets.token_urlsafe(48))'`.",
            id="broadsheet.E001",
        )
    address = urlsplit(settings.BROADSHEET_SITE_URL)
    if address.scheme not in {"http", "https"} or not address.hostname or address.path:
        yield Error(
            f"BROADSHEET_SITE_URL is {settings.BROADSHEET_SITE_URL!r}.",
            hint="Write scheme and host, for example https://news.example",
            id="broadsheet.E002",
        )
    if settings.DEBUG and address.scheme == "https":
        yield Warning(
            "BROADSHEET_DEBUG is on for a public address: errors show the code to readers.",
            hint="Remove it from broadsheet.env.",
            id="broadsheet.W001",
        )
    if problem := problem_with_outlines():
        yield Error(
            f"BROADSHEET_MAP_OUTLINES cannot be used: {problem}",
            hint="Name a GeoJSON file of polygons with names, by its whole path: "
            "docs/explanation/the-map.md",
            id="broadsheet.E004",
        )
    if silent := set(STALE) - set(WIRING):
        yield Error(
            f"These events make pages stale, but nothing in wiring.py reacts: {sorted(silent)}",
            id="broadsheet.E003",
        )


def problem_with_outlines() -> str:
    try:
        own()
    except (OSError, ValueError) as error:
        return str(error)
    return ""
