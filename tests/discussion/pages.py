"""What stands on a page of a thread."""

import re

from django.http import HttpResponse

from tests.cast import Person


def fresh(reader: Person, address: str) -> HttpResponse:
    """The page as it is made now, not as its file was."""
    response = reader.read(f"{address.partition('#')[0]}?fresh")
    assert response.status_code == 200, address
    return response


def comments_on(response: HttpResponse) -> list[int]:
    """The numbers of the comments on a page, in their order."""
    return [int(number) for number in re.findall(r'id="comment-(\d+)"', response.text)]


def link_on(response: HttpResponse, rel: str) -> str:
    """The address of the page's link to the next or previous page; empty when there is none."""
    found = re.search(rf'<a rel="{rel}" href="([^"#]+)', response.text)
    return found.group(1) if found else ""
