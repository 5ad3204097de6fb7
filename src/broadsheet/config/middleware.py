from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from broadsheet.lib.headers import page_policy, security_headers

GetResponse = Callable[[HttpRequest], HttpResponse]

# Wagtail's admin runs inline scripts and styles; nobody but staff loads it.
ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; "
    "frame-ancestors 'self'; base-uri 'self'; form-action 'self'"
)


class SecurityHeadersMiddleware:
    """What Django answers carries the same headers as what the front answers from files."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        https = settings.BROADSHEET_SITE_URL.startswith("https:")
        self.headers = security_headers(https=https)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", page_policy(request.path))
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        if request.path.startswith("/admin/"):
            response.headers["Content-Security-Policy"] = ADMIN_POLICY
        return response
