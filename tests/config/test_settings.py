"""Settings are read from the environment, and a mistake says what would be right."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from broadsheet.config import env
from broadsheet.config.checks import problems
from broadsheet.config.database import database
from tests.settings import SITE

SITE_FOLDER = Path("/srv/paper")


def test_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_EDIT_MINUTES", " 20 ")
    monkeypatch.setenv("BROADSHEET_DEBUG", "Yes")
    monkeypatch.setenv("BROADSHEET_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8")
    assert env.number("EDIT_MINUTES", 15) == 20
    assert env.flag("DEBUG", default=False) is True
    assert env.words("TRUSTED_PROXIES") == ["127.0.0.1", "10.0.0.0/8"]


def test_what_is_not_set_has_its_default() -> None:
    assert env.number("NOT_SET", 15) == 15
    assert env.flag("NOT_SET", default=True) is True
    assert env.words("NOT_SET", "a b") == ["a", "b"]
    assert env.folder("NOT_SET", SITE_FOLDER) == SITE_FOLDER


@pytest.mark.parametrize(
    ("value", "meant"),
    [("1", True), ("on", True), ("TRUE", True), ("0", False), ("off", False), ("", False)],
)
def test_flags_have_many_spellings(monkeypatch: Any, value: str, meant: bool) -> None:
    monkeypatch.setenv("BROADSHEET_DEBUG", value)
    assert env.flag("DEBUG", default=not meant) is meant


def test_a_value_that_cannot_be_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_EDIT_MINUTES", "a while")
    monkeypatch.setenv("BROADSHEET_DEBUG", "perhaps")
    with pytest.raises(env.BadSetting, match=r"BROADSHEET_EDIT_MINUTES.*write a whole number"):
        env.number("EDIT_MINUTES", 15)
    with pytest.raises(env.BadSetting, match=r"BROADSHEET_DEBUG.*write yes or no"):
        env.flag("DEBUG", default=False)


def test_sqlite_lies_in_the_site_folder_and_survives_a_power_cut() -> None:
    values = database("sqlite:///newsroom.sqlite3", SITE_FOLDER)
    assert values["NAME"] == SITE_FOLDER / "newsroom.sqlite3"
    assert values["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in values["OPTIONS"]["init_command"]
    assert "journal_mode=WAL" in values["OPTIONS"]["init_command"]


def test_postgresql_is_read_from_its_address() -> None:
    address = "postgresql://ann:p%40ss@db.test:5433/my%20paper?sslmode=verify-full"
    values = database(address, SITE_FOLDER)
    named = {name: values[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert named == {
        "NAME": "my paper",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.test",
        "PORT": "5433",
    }
    assert values["OPTIONS"]["sslmode"] == "verify-full"


@pytest.mark.parametrize("address", ["", "mysql://localhost/x", "newsroom.sqlite3"])
def test_another_database_is_refused(address: str) -> None:
    with pytest.raises(env.BadSetting, match=r"BROADSHEET_DATABASE.*write sqlite"):
        database(address, SITE_FOLDER)


def mistakes() -> list[str | None]:
    return [problem.id for problem in problems()]


def test_a_site_without_mistakes_has_none() -> None:
    assert mistakes() == []


@pytest.mark.parametrize("key", ["", "short"])
def test_a_secret_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("BROADSHEET_SECRET_KEY", key)
    assert mistakes() == ["broadsheet.E001"]


@pytest.mark.parametrize(
    "address", ["", "news.example", "ftp://news.example", "https://", "https://news.example/paper"]
)
def test_an_address_that_is_none_is_refused(settings: Any, address: str) -> None:
    settings.BROADSHEET_SITE_URL = address
    assert mistakes() == ["broadsheet.E002"]


def test_a_public_paper_in_debug_is_warned(settings: Any) -> None:
    settings.DEBUG = True
    assert mistakes() == []
    settings.BROADSHEET_SITE_URL = "https://news.example"
    assert mistakes() == ["broadsheet.W001"]


def test_every_mistake_has_a_remedy(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_SECRET_KEY", "")
    settings.BROADSHEET_SITE_URL = ""
    assert len(mistakes()) == 2
    assert all(re.search(r"[a-z]", problem.hint or "") for problem in problems())


def test_these_tests_live_in_a_folder_of_their_own() -> None:
    assert os.environ["BROADSHEET_FOLDER"] == str(SITE)
    assert not (SITE / "broadsheet.env").exists()
