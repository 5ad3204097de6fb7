"""Those who use the paper: each with a browser of their own, on a network of their own."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from broadsheet.accounts.models import User
from broadsheet.accounts.queries import GUEST_COOKIE
from broadsheet.discussion.models import Comment, Thread

FRAGMENT = {"X-Broadsheet-Fragment": "1"}


class Person:
    """What a person does is one request, and returns the answer to it, redirects unfollowed.

    `client` is their browser, for all that has no verb here.
    """

    def __init__(self, name: str, *, network: int, user: User | None = None) -> None:
        self.name = name
        self.user = user
        self.client = Client(SERVER_NAME="paper.test", REMOTE_ADDR=f"192.0.2.{network}")
        if user:
            self.client.force_login(user)

    def read(self, address: str, **headers: str) -> HttpResponse:
        return self.client.get(address, headers=headers)

    def post(
        self,
        thread: Thread,
        text: str,
        *,
        parent: Comment | None = None,
        script: bool = False,
        **fields: Any,
    ) -> HttpResponse:
        """Send the comment form; with `script` as reader.js does. `fields` are the form's own."""
        values = {"name": self.name, "text": text} | fields
        if parent:
            values["parent"] = parent.pk
        headers = FRAGMENT if script else {}
        return self.client.post(f"/discussion/{thread.pk}/comments/", values, headers=headers)

    def edit(self, comment: Comment, text: str) -> HttpResponse:
        return self.client.post(f"/discussion/comments/{comment.pk}/edit/", {"text": text})

    def vote(self, comment: Comment, *, up: bool = True, script: bool = False) -> HttpResponse:
        values = {"up" if up else "down": comment.pk}
        headers = FRAGMENT if script else {}
        return self.client.post("/discussion/vote/", values, headers=headers)

    def receipt(self, comment: Comment) -> HttpResponse:
        return self.client.get(f"/discussion/comments/{comment.pk}/receipt/")

    def decide(self, comment: Comment, **buttons: str) -> HttpResponse:
        """Press a button at the desk: `approve="1"`, or `reject="1", reason="..."`."""
        return self.client.post(f"/admin/desk/{comment.pk}/", buttons)

    @property
    def guest_key(self) -> str:
        """The key in this browser's cookie; empty while there is none."""
        cookie = self.client.cookies.get(GUEST_COOKIE)
        return cookie.value if cookie else ""
