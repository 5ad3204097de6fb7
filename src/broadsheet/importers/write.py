"""Bringing an archive in: each record to the part that writes its kind, every row accounted for."""

from collections.abc import Callable

from broadsheet.importers.errors import CannotImport
from broadsheet.importers.pictures import Uploads
from broadsheet.importers.records import Archive, ArticleRecord, Contents, LeftOut, PictureRecord
from broadsheet.importers.report import Report
from broadsheet.importers.write_articles import ArticleWriter
from broadsheet.importers.write_authors import AuthorWriter
from broadsheet.importers.write_comments import CommentWriter
from broadsheet.importers.write_labels import LabelWriter
from broadsheet.importers.write_pictures import PictureWriter
from broadsheet.importers.write_redirects import RedirectWriter
from broadsheet.publication.frame import front_page

Stage = Callable[[str], None]


def bring_in(
    archive: Archive, uploads: Uploads, report: Report, stage: Stage = lambda name: None
) -> None:
    """Write what is not here yet, bring up to date what has changed there and not here, and count
    all of it in `report`; of a dry run only the counts. `stage` is told what is done now.

    May be broken off at any moment: what was written is whole, and the next run does the rest.
    Raises CannotImport.
    """
    front = front_page()
    if front is None:
        raise CannotImport("There is no paper here yet. Make one with `broadsheet new`.")
    stage("Counting")
    contents = archive.contents()
    report.found.update(contents.rows)
    report.warnings += contents.warnings
    labels = LabelWriter(front, report)
    pictures = PictureWriter(contents.source, uploads, report)
    articles = ArticleWriter(
        AuthorWriter(contents.authors, report), labels, pictures, RedirectWriter(report)
    )
    comments = CommentWriter(contents.source, report)
    labels.write(contents.labels)
    if comments.were_here_before():
        stage("Recognising")
        comments.recognise(archive.voices())
    stage("Writing")
    write_records(archive, contents, articles, comments, report)
    report.notes.update(archive.notes)
    report.check()


def write_records(
    archive: Archive,
    contents: Contents,
    articles: ArticleWriter,
    comments: CommentWriter,
    report: Report,
) -> None:
    for record in archive.records():
        if isinstance(record, ArticleRecord):
            article = articles.write(record)
            comments.write(article, record)
        elif isinstance(record, PictureRecord):
            articles.pictures.write(record)
        elif isinstance(record, LeftOut):
            articles.leave_out(record)
    comments.flush()
    articles.redirects.write_feed(contents.feed)
    articles.redirects.flush()
