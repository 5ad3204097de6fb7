"""What is no archive is refused in one line; what is a broken one is read as far as it goes."""

from pathlib import Path

import pytest

from broadsheet.importers.errors import CannotImport
from broadsheet.importers.pictures import Uploads
from broadsheet.importers.records import Contents
from broadsheet.importers.report import Outcome, Report
from broadsheet.importers.wordpress.archive import WordPressArchive
from broadsheet.importers.write import bring_in as bring_in_archive
from tests.importers.archives import HARBOUR, article, bring_in, comment
from tests.newsroom import Paper

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
REFUSED = {
    "empty": ("", "is empty"),
    "blank": (" \n ", "is empty"),
    "plain words": ("Hello", "is not an XML file"),
    "a web page": ("<!-- x --><html><body></body></html>", "not an export of WordPress"),
    "another feed": ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "RSS, but not"),
    "a file of ours": (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&x;</rss>',
        "declares a document type",
    ),
    "a billion laughs": (
        f'<?xml version="1.0"?>\n<!-- < --><!DOCTYPE rss [{LAUGHS}]><rss a="&a9;"></rss>',
        "declares a document type",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused(tmp_path: Path, what: str) -> None:
    text, reason = REFUSED[what]
    file = tmp_path / "export.xml"
    file.write_text(text)
    with pytest.raises(CannotImport, match=reason) as refusal:
        WordPressArchive(file)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("start", "tool"), [(b"\x1f\x8b\x08", "gunzip"), (b"PK\x03\x04", "unzip")])
def test_what_is_packed_has_to_be_unpacked(tmp_path: Path, start: bytes, tool: str) -> None:
    file = tmp_path / "export.xml.gz"
    file.write_bytes(start + b"abc")
    with pytest.raises(CannotImport, match=tool):
        WordPressArchive(file)


def test_without_a_paper_there_is_no_import(page_tree: None) -> None:
    with pytest.raises(CannotImport, match="broadsheet new"):
        bring_in_archive(WordPressArchive(HARBOUR), Uploads(None), Report())


def test_what_a_server_printed_before_the_file_is_skipped(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text("\n\nNotice: something in php\n" + HARBOUR.read_text())
    assert bring_in(tmp_path, file=file).report["warnings"] == []


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text(HARBOUR.read_text().partition("Nobody saw")[0])
    run = bring_in(tmp_path, file=file)
    assert "not well-formed" in run.report["warnings"][0]
    assert run.count("posts", "imported") == 1
    assert run.row("items without a type")["left_out"] == 1
    assert bring_in(tmp_path).count("posts", "unchanged") == 1


def test_lost_rows_of_a_broken_file_are_told(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text(
        HARBOUR.read_text().replace("<item>", "<item><![CDATA[", 2).replace("]]>", "", 1)
    )
    warnings = bring_in(tmp_path, file=file).report["warnings"]
    assert any("<item> begins" in warning for warning in warnings)


def test_what_was_pasted_by_mistake_costs_no_words(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(
        tmp_path, **{"Nobody saw": "No\x08body \x0bsaw", "First words": "\x1fFirst words"}
    )
    assert run.report["warnings"] == []
    assert article(102).body[0].value.source == "<p>Nobody saw the pier.</p>"
    assert comment(1).text == "First words."


@pytest.mark.parametrize("rest", ["", "<chan", "<channel><item><title>x"])
def test_a_file_with_nothing_in_it_is_no_fault(paper: Paper, tmp_path: Path, rest: str) -> None:
    file = tmp_path / "export.xml"
    file.write_text(f'<rss xmlns:wp="http://wordpress.org/export/1.2/">{rest}')
    assert "not well-formed" in bring_in(tmp_path, file=file).report["warnings"][0]


def test_an_entity_that_is_unknown_harms_nothing(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, **{"<title>A draft</title>": "<title>A &nbsp; draft</title>"})
    assert run.report["warnings"]
    assert article(105).title.split() == ["A", "draft"]


def test_a_report_that_does_not_add_up_is_refused() -> None:
    report = Report()
    report.found["posts"] = 2
    report.count("posts", Outcome.IMPORTED)
    with pytest.raises(CannotImport, match="posts: 2 in the file, 1 accounted for"):
        report.check()
    report.leave_out("posts", "in the trash")
    report.check()


def test_a_row_that_the_reader_loses_is_found_out(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = WordPressArchive.contents

    def one_too_many(archive: WordPressArchive) -> Contents:
        found = contents(archive)
        found.rows["comments, published"] += 1
        return found

    monkeypatch.setattr(WordPressArchive, "contents", one_too_many)
    with pytest.raises(CannotImport, match="does not add up"):
        bring_in_archive(WordPressArchive(HARBOUR), Uploads(None), Report())
