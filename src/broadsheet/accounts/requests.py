"""Where a request comes from."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from broadsheet.lib.ids import keyed_hash, network_of

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def from_our_pages(view: View[P]) -> View[P]:
    """Refuse a POST that another site's page sends with our reader's cookies.

    Public pages are files and carry no token, so the browser's own word is taken: `Sec-Fetch-Site`,
    else `Origin`, else `Referer`. A request with none of them comes from no current browser.
    """

    @csrf_exempt
    @wraps(view)
    def checked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST" and not is_from_our_pages(request):
            context = {"text": request.POST.get("text", "")}
            return render(request, "broadsheet/theme/foreign_form.html", context, status=403)
        return view(request, *args, **kwargs)

    return checked


def is_from_our_pages(request: HttpRequest) -> bool:
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in {"same-origin", "none"}
    source = request.headers.get("Origin") or request.headers.get("Referer")
    return not source or urlsplit(source).netloc == request.get_host()


def network_key(request: HttpRequest) -> str:
    """A fingerprint of the sender's network that changes each day: nobody's address is kept.

    Empty when there is no address, as for a request from the same machine over a Unix socket.
    """
    try:
        network = network_of(client_address(request))
    except ValueError:
        return ""
    return keyed_hash(settings.SECRET_KEY, "network", timezone.now().date().isoformat(), network)


def client_address(request: HttpRequest) -> str:
    """The sender's address. The header counts only when our own front has set it."""
    if settings.BROADSHEET_BEHIND_FRONT:
        return request.headers.get("X-Forwarded-For", "").strip()
    return str(request.META.get("REMOTE_ADDR", ""))
