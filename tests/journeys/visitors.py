"""Those who use the paper by a browser, and what they do there."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.journeys.site import PASSWORD


@dataclass(frozen=True)
class Device:
    name: str
    width: int
    script: bool = True

    @property
    def options(self) -> dict[str, Any]:
        """What Playwright makes a browser context from."""
        is_phone = self.width < 600
        return {
            "viewport": {"width": self.width, "height": 800},
            "is_mobile": is_phone,
            "has_touch": is_phone,
            "java_script_enabled": self.script,
        }


DESKTOP = Device("desktop", 1280)
PHONE = Device("phone", 390)
PLAIN_DESKTOP = Device("desktop without script", 1280, script=False)
PLAIN_PHONE = Device("phone without script", 390, script=False)
ALL_DEVICES = [DESKTOP, PHONE, PLAIN_DESKTOP, PLAIN_PHONE]


class Visitor:
    """What a visitor does is the same with and without script; only the way there differs."""

    def __init__(self, context: BrowserContext, name: str) -> None:
        self.page: Page = context.new_page()
        self.name = name
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self.note)

    def note(self, message: ConsoleMessage) -> None:
        # An answer of 422 is not a fault of the page; that a file is missing, the headers' test sees.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(message.text)

    @property
    def origin(self) -> str:
        return "/".join(self.page.url.split("/")[:3])

    def read(self, address: str) -> "Visitor":
        self.page.goto(address)
        return self

    def write(self, text: str, name: str = "") -> None:
        self.fill(self.page.get_by_label("Your comment"), text, name)
        self.page.get_by_role("button", name="Send the comment").click()

    def answer(self, comment: Locator, text: str) -> None:
        comment.get_by_role("link", name="Reply").click()
        self.fill(self.page.get_by_label("Your reply"), text)
        self.page.get_by_role("button", name="Send the reply").click()

    def fill(self, field: Locator, text: str, name: str = "") -> None:
        expect(field).to_be_visible()
        form = self.page.locator("form.comment-form").filter(has=field)
        form.get_by_label("Your name").fill(name or self.name)
        field.fill(text)

    def comment(self, text: str) -> Locator:
        """The comment that says `text`, without its replies."""
        return self.page.locator("article.comment").filter(has_text=text)

    def log_in(self, login: str) -> "Visitor":
        self.page.goto("/admin/login/")
        self.page.get_by_label("Username").fill(login)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url("**/admin/")
        return self


def place_of(comment: Locator) -> Locator:
    """The list entry of a comment, which holds its replies too."""
    return comment.locator("xpath=..")
