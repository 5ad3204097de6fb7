from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "broadsheet/theme/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for an error of ours: plain text, since the templates may be what failed."""
    text = "Something went wrong on our side. It has been noted. Please try again in a minute."
    return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")
