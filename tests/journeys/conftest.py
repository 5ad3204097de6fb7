"""A real paper, a real browser, and readers who each have a browser of their own."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.journeys.site import STORIES, Paper, copied, found_paper, populate, served
from tests.journeys.visitors import DESKTOP, Device, Visitor

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Newcomer = Callable[..., Visitor]
Said = Callable[[str], str]

numbers = count(1)
expect.set_options(timeout=10_000)


def chromium() -> str:
    """The browser to drive: CHROMIUM, or what the system has. None is ever downloaded."""
    names = [os.environ.get("CHROMIUM", ""), "chromium", "/usr/bin/chromium", "google-chrome"]
    found = [path for name in names if name and (path := shutil.which(name))]
    if not found and os.environ.get("CI"):
        pytest.fail("CI must have a Chromium: see .ci/run")
    if not found:
        pytest.skip("No Chromium here. Name one by CHROMIUM=/path, or: apt install chromium")
    return found[0]


# One browser a file, not one a session: Playwright keeps an event loop running in this thread,
# which neither Django's database nor a test with a loop of its own can stand.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    executable = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """A paper with staff and stories, which nobody serves: it is copied."""
    chromium()
    made = found_paper(tmp_path_factory.mktemp("founded"))
    populate(made)
    return made


@pytest.fixture(scope="module")
def paper(founded: Paper, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Paper]:
    """A served paper for the journeys of one file. Readers may write as fast as tests do."""
    copy = copied(founded, tmp_path_factory.mktemp("paper"))
    with served(copy, COMMENTS_PER_MINUTE="1000000"):
        yield copy


@pytest.fixture(scope="session")
def stories() -> Iterator[int]:
    return iter(range(1, STORIES))


@pytest.fixture
def story(stories: Iterator[int]) -> str:
    """The address of an article nobody has written under."""
    return f"/news/story-{next(stories)}/"


@pytest.fixture
def said() -> Said:
    """Words nobody has said before: the same ones twice within half an hour are held."""
    return lambda words: f"{words} ({next(numbers)})"


@pytest.fixture
def device() -> Device:
    return DESKTOP


@pytest.fixture
def newcomer(browser: Browser, paper: Paper, device: Device) -> Iterator[Newcomer]:
    """Opens a browser nobody has used, for somebody of that name and a number: a name belongs to
    whoever took it first, and all journeys are in one paper."""
    visitors: list[Visitor] = []

    def enter(name: str, device: Device = device) -> Visitor:
        context = browser.new_context(base_url=paper.url, **device.options)
        visitors.append(Visitor(context, f"{name} {next(numbers)}"))
        return visitors[-1]

    yield enter
    faults = [fault for visitor in visitors for fault in visitor.faults]
    for visitor in visitors:
        visitor.page.context.close()
    assert not faults


@pytest.fixture
def ann(newcomer: Newcomer) -> Visitor:
    """The guest."""
    return newcomer("Ann")


@pytest.fixture
def ben(newcomer: Newcomer) -> Visitor:
    """Another reader, elsewhere."""
    return newcomer("Ben")


@pytest.fixture
def cem(newcomer: Newcomer) -> Visitor:
    """The moderator, at the desk in the office."""
    return newcomer("Cem", DESKTOP).log_in("cem")


@pytest.fixture
def dora(newcomer: Newcomer) -> Visitor:
    """The editor, at hers."""
    return newcomer("Dora", DESKTOP).log_in("dora")
