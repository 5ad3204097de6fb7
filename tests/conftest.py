"""What every test finds: folders of its own, a paper, and the standing cast."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from hypothesis import settings as hypothesis

from broadsheet.accounts.models import User
from broadsheet.cli.founding import COMMENT_DESK, make_roles
from broadsheet.config.worker import work_until_idle
from tests.cast import Person
from tests.newsroom import Paper, make_paper, plant_page_tree
from tests.settings import SITE, TEST_DATABASE

# The same examples each time: a failure can be seen again, and a run that passed passes again.
hypothesis.register_profile("the same each time", derandomize=True, deadline=None, database=None)
hypothesis.load_profile("the same each time")


def pytest_configure(config: pytest.Config) -> None:
    # Wagtail leaves the file behind in which it draws a rendition; it is no fault of ours.
    ignored = "ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"
    config.addinivalue_line("filterwarnings", ignored)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what touches the database; on SQLite, all that does not need the other."""
    kept = [item for item in items if is_for_this_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def is_for_this_database(item: pytest.Item) -> bool:
    if not TEST_DATABASE:
        return item.get_closest_marker("postgres") is None
    if item.get_closest_marker("browser") or item.get_closest_marker("processes"):
        return False
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return "db" in fixtures or item.get_closest_marker("django_db") is not None


def pytest_unconfigure() -> None:
    shutil.rmtree(SITE, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """Tables straight from the models. That the migrations make the same is a test of its own."""
    return False


@pytest.fixture(autouse=True)
def own_folders(settings: Any, tmp_path: Path) -> None:
    """No test finds the pages, pictures or sockets of another."""
    settings.BROADSHEET_FOLDER = tmp_path
    settings.BROADSHEET_PUBLIC_FOLDER = tmp_path / "public"
    settings.BROADSHEET_RUN_FOLDER = tmp_path / "run"
    settings.MEDIA_ROOT = tmp_path / "public" / "media"
    settings.BROADSHEET_RUN_FOLDER.mkdir()


@pytest.fixture
def page_tree(db: None) -> None:
    """What Wagtail's migrations put in place: a root page, a site, a collection for pictures."""
    plant_page_tree()


@pytest.fixture
def paper(page_tree: None) -> Paper:
    """A paper with one section and one article, whose thread is open and empty."""
    return make_paper()


@pytest.fixture
def printed(paper: Paper) -> Paper:
    """The paper after the worker has been there: what a test changes then is all that is stale."""
    work_until_idle()
    return paper


@pytest.fixture
def work() -> Callable[[], None]:
    """Let the worker do all there is to do."""
    return work_until_idle


@pytest.fixture
def ann(db: None) -> Person:
    """The guest."""
    return Person("Ann", network=1)


@pytest.fixture
def ben(db: None) -> Person:
    """The registered reader."""
    return Person("Ben", network=2, user=User.objects.create_user("ben", first_name="Ben"))


@pytest.fixture
def cem(db: None) -> Person:
    """The moderator."""
    make_roles()
    user = User.objects.create_user("cem", first_name="Cem", is_staff=True)
    user.groups.add(Group.objects.get(name=COMMENT_DESK))
    return Person("Cem", network=3, user=user)


@pytest.fixture
def dora(db: None) -> Person:
    """The editor."""
    user = User.objects.create_superuser("dora", first_name="Dora")
    return Person("Dora", network=4, user=user)
