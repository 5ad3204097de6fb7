"""The command as an operator types it."""

import sqlite3
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from broadsheet.cli.commands import COMMANDS
from tests.cli.conftest import Terminal
from tests.journeys.site import free_port

pytestmark = pytest.mark.processes


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """What a failed command said: never a traceback, and the last line says it all."""
    assert done.returncode in {1, 2}, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


def rows(site: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(site / "newsroom.sqlite3")) as database:
        return database.execute(query).fetchall()


def test_it_works(founded: Path) -> None:
    [(title, motto)] = rows(
        founded,
        "select title, motto from broadsheet_publication_frontpage"
        " join broadsheet_publication_basepage on id = basepage_ptr_id",
    )
    assert (title, motto) == ("Harbour News", "All of it")
    [(login, is_superuser)] = rows(
        founded, "select username, is_superuser from broadsheet_accounts_user"
    )
    assert (login, is_superuser) == ("editor", 1)


def test_secrets_are_made_anew_and_readable_by_the_owner_alone(
    founded: Path, nowhere: Terminal
) -> None:
    for name in ("broadsheet.env", "newsroom.sqlite3"):
        assert (founded / name).stat().st_mode & 0o077 == 0
    keys = [
        line.partition("=")[2]
        for line in (founded / "broadsheet.env").read_text().splitlines()
        if line.startswith("BROADSHEET_SECRET_KEY=")
    ]
    assert len(keys) == 1
    assert len(keys[0]) > 50


def test_help_names_every_command(nowhere: Terminal) -> None:
    told = nowhere.broadsheet("--help")
    assert told.returncode == 0
    for name, (_, text, _) in COMMANDS.items():
        assert name in told.stdout
        assert text in told.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_anywhere(nowhere: Terminal, name: str) -> None:
    told = nowhere.broadsheet(name, "--help")
    assert told.returncode == 0, told.stderr
    assert f"Usage: broadsheet {name}" in told.stdout


@pytest.mark.parametrize("name", ["serve", "doctor", "backup", "rebuild", "worker", "migrate"])
def test_outside_a_site_the_remedy_is_told(nowhere: Terminal, name: str) -> None:
    assert "broadsheet new my-paper" in one_line(nowhere.broadsheet(name))


@pytest.mark.parametrize("words", [["rebuild"], ["check"]], ids=["ours", "Django's"])
def test_a_site_elsewhere_can_be_named(site: Terminal, words: list[str], tmp_path: Path) -> None:
    elsewhere = Terminal(tmp_path)
    done = elsewhere.broadsheet("--site", str(site.folder), *words)
    assert done.returncode == 0, done.stderr
    assert "not a site folder" in one_line(elsewhere.broadsheet("--site", "nowhere", *words))


def test_a_full_folder_is_left_alone(site: Terminal) -> None:
    said = one_line(site.broadsheet("new", "."))
    assert "not empty" in said


def test_an_address_that_is_none_makes_no_folder(nowhere: Terminal) -> None:
    said = one_line(nowhere.broadsheet("new", "paper", "--address", "news.example"))
    assert "https://news.example" in said
    assert not (nowhere.folder / "paper").exists()


def test_a_word_that_is_no_command_is_told_so(site: Terminal) -> None:
    assert "no command 'frobnicate'" in one_line(site.broadsheet("frobnicate"))


def test_other_words_go_to_django(site: Terminal) -> None:
    done = site.broadsheet("check")
    assert done.returncode == 0
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("setting", "value", "remedy"),
    [
        ("SECRET_KEY", "short", "token_urlsafe"),
        ("SITE_URL", "news.example", "https://news.example"),
        ("EDIT_MINUTES", "soon", "whole number"),
        ("DATABASE", "mysql://x/y", "postgresql://"),
        ("DEBUG", "perhaps", "yes or no"),
    ],
)
def test_a_mistake_in_the_settings_names_the_remedy(
    site: Terminal, setting: str, value: str, remedy: str
) -> None:
    for words in (["doctor"], ["serve", "--port", str(free_port())]):
        done = site.broadsheet(*words, **{setting: value})
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert remedy in done.stdout + done.stderr


def test_the_doctor_tells_what_is_wrong(site: Terminal) -> None:
    done = site.broadsheet("doctor")
    assert done.returncode == 1
    assert "worker" in done.stdout
    assert "It never ran here" in done.stdout
    with closing(sqlite3.connect(site.folder / "newsroom.sqlite3")) as database:
        database.execute("drop table broadsheet_moderation_word")
        database.execute("delete from django_migrations where app = 'broadsheet_moderation'")
        database.commit()
    assert "broadsheet upgrade" in site.broadsheet("doctor").stdout


def test_a_site_is_brought_up_to_this_version(site: Terminal) -> None:
    page = site.folder / "public/pages/index.html"
    page.write_text("as the version before made it")
    with closing(sqlite3.connect(site.folder / "newsroom.sqlite3")) as database:
        database.execute("delete from broadsheet_accounts_user_groups")
        database.execute("delete from auth_group_permissions")
        database.execute("delete from auth_group where name = 'Comment desk'")
        database.commit()
    done = site.broadsheet("upgrade")
    assert done.returncode == 0, done.stderr
    assert "1 pages" in done.stdout
    assert rows(site.folder, "select name from auth_group where name = 'Comment desk'")
    marked = "select address, how from broadsheet_delivery_stalepage where address = '/'"
    assert rows(site.folder, marked) == [("/", "render")]


def test_the_doctor_finds_a_damaged_database(site: Terminal) -> None:
    path = site.folder / "newsroom.sqlite3"
    content = bytearray(path.read_bytes())
    content[40_000:90_000] = b"\xff" * 50_000
    path.write_bytes(content)
    done = site.broadsheet("doctor")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_backup_brings_everything_back(site: Terminal, tmp_path: Path) -> None:
    (site.folder / "public/media/original_images").mkdir()
    (site.folder / "public/media/original_images/quay.jpg").write_bytes(b"picture")
    (site.folder / "templates/extra.html").write_text("ours")
    (site.folder / "static").mkdir()
    (site.folder / "static/ours.css").write_text("body { color: green }")
    archive = tmp_path / "b.tar.gz"
    assert site.broadsheet("backup", str(archive)).returncode == 0
    assert archive.stat().st_mode & 0o077 == 0
    restored = Terminal(tmp_path / "again")
    done = site.broadsheet("restore", str(archive), str(restored.folder))
    assert done.returncode == 0, done.stderr
    users = "select username, password from broadsheet_accounts_user"
    assert rows(restored.folder, users) == rows(site.folder, users)
    assert (restored.folder / "public/media/original_images/quay.jpg").read_bytes() == b"picture"
    assert (restored.folder / "templates/extra.html").read_text() == "ours"
    assert (restored.folder / "static/ours.css").exists()
    for name in ("broadsheet.env", "newsroom.sqlite3"):
        assert (restored.folder / name).stat().st_mode & 0o077 == 0
    assert restored.broadsheet("check").returncode == 0


def test_what_is_no_backup_is_not_restored(site: Terminal, tmp_path: Path) -> None:
    plain = tmp_path / "plain.tar.gz"
    with tarfile.open(plain, "w:gz") as tar:
        tar.add(site.folder / "templates", "templates")
    (tmp_path / "broken.tar.gz").write_bytes(b"\x1f\x8b broken")
    for name, fault in (("plain.tar.gz", "is no backup"), ("broken.tar.gz", "is damaged")):
        said = one_line(site.broadsheet("restore", str(tmp_path / name), str(tmp_path / "new")))
        assert fault in said
        assert not (tmp_path / "new").exists()
    assert "not empty" in one_line(site.broadsheet("restore", str(plain), "."))
