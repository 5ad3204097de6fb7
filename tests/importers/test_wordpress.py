"""An old paper comes in: its articles, its discussions, its addresses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField

from broadsheet.accounts.models import Reader
from broadsheet.discussion.models import Comment, Thread
from broadsheet.publication.models import ArticlePage, Author, Picture, SectionPage
from tests.cast import Person
from tests.importers.archives import article, bring_in, comment, uploads
from tests.newsroom import Paper

Work = Callable[[], None]
ADDRESS = "/politics/ferry-late/"


def test_it_works(paper: Paper, tmp_path: Path, ann: Person, work: Work) -> None:
    run = bring_in(tmp_path)
    work()
    page = ann.read(ADDRESS).content.decode()
    assert "<h1>Ferry late &amp; loud</h1>" in page
    assert "An hour on the quay." in page
    assert "Nora Quay" in page
    assert "5 Mar 2012, 09:30" in page
    assert "<p>The ferry left at <b>nine</b>,<br/>an hour late.</p>" in page
    assert "First words." in page
    assert "Every row is accounted for" in run.output
    assert ann.read("/2012/03/ferry-late/").headers["Location"] == ADDRESS


def test_an_article_becomes_blocks(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path, "--uploads", str(uploads(tmp_path, "2012/03/pier.jpg", "2012/03/quay.png")))
    pier, quay = (Picture.objects.get(title=title) for title in ("The pier", "quay"))
    found = article(101)
    assert found.lead_picture == pier
    assert (pier.description, pier.caption) == ("A pier", "The pier at low tide")
    # The picture that began the text is the lead picture already.
    assert [(block["type"], block["value"]) for block in found.body.raw_data] == [
        ("paragraph", "<p>The ferry left at <b>nine</b>,<br/>an hour late.</p>"),
        (
            "picture",
            {
                "image": {"image": quay.pk, "decorative": False, "alt_text": "The quay"},
                "caption": "The quay in June",
            },
        ),
        ("heading", "What the port says"),
        ("quote", {"text": "We run on time.", "attribution": "The harbour master"}),
        (
            "list",
            '<ul><li>One</li><li>Two <a href="/2012/04/fog/" rel="noopener">of fog</a></li></ul>',
        ),
        ("paragraph", "<p>Read the whole of it [sic]. Bought words</p>"),
        (
            "archive_html",
            "<table><tbody><tr><td>Fare</td><td>12</td></tr></tbody></table>",
        ),
        (
            "paragraph",
            (
                '<p><a href="https://video.example/watch?v=1&amp;t=2" rel="noopener">'
                "video.example/watch?v=1&amp;t=2</a></p>"
            ),
        ),
    ]


def test_blocks_and_older_words_stand_side_by_side(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    found = article(102)
    assert found.slug == "ομίχλη"
    assert not found.comments_open
    assert [block["value"] for block in found.body.raw_data] == [
        "<p>Nobody saw the pier.</p>",
        (
            '<p><a href="https://old-courier.example/wp-content/uploads/2012/03/quay.png" '
            'rel="noopener">Picture: Grey on grey</a></p>'
        ),
        "<p>Words from before there were blocks,<br/>in two lines.</p>",
        "<p>And another paragraph.</p>",
    ]


def test_categories_become_sections_and_tags(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    sections = SectionPage.objects.child_of(paper.front)
    titles = {"Harbour": "harbour", "Politics & Power": "politics", "Media": "media-section"}
    assert dict(sections.values_list("title", "slug")) == titles
    assert article(101).get_parent().slug == "politics"
    assert set(article(101).tags.names()) == {"Ferry", "Council", "Media"}
    assert article(103).get_parent().slug == "harbour"  # the first section, for those without


def test_tags_that_differ_in_case_are_one(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path, **{"CDATA[Ferry]": "CDATA[council]"})
    assert set(article(101).tags.names()) == {"Council", "Media"}
    assert bring_in(tmp_path, **{"CDATA[Ferry]": "CDATA[council]"}).written == 0


def test_few_sections_are_the_largest(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, "--sections", "1")
    assert article(102).get_parent().slug == "media-section"
    assert run.row("categories")["reasons"] == {"on no article that is taken over": 2}


def test_an_article_without_a_headline_gets_its_first_words(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    assert article(103).title == "A note that nobody gave a headline."
    assert article(103).slug == "a-note-that-nobody-gave-a-headline"


def test_what_was_not_public_is_a_draft(paper: Paper, tmp_path: Path, ann: Person) -> None:
    run = bring_in(tmp_path)
    for number in (104, 105):
        draft = article(number)
        assert not draft.live
        assert draft.latest_revision
        assert ann.read(f"/harbour/{draft.slug}/").status_code == 404
    assert run.row("posts")["reasons"] == {"in the trash": 1}
    assert run.report["notes"]["articles behind a password, kept as drafts"] == 1


def test_pages_come_when_they_are_asked_for(paper: Paper, tmp_path: Path, ann: Person) -> None:
    run = bring_in(tmp_path)
    assert run.row("pages")["reasons"] == {"no article; --pages takes them along": 1}
    bring_in(tmp_path, "--pages")
    assert article(107).get_parent().title == "Pages"
    assert "Good to know." in ann.read("/pages/about/").content.decode()


def test_comments_keep_their_tree(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    thread = Thread.objects.get(key=article(101).thread_key)
    placed = Comment.objects.filter(thread=thread).exclude(root_number=None)
    tree = [
        (
            each.source_key.rpartition(":")[2],
            each.root_number,
            each.reply_number,
            key_of(each.parent),
        )
        for each in placed.order_by("root_number", "reply_number")
    ]
    assert tree == [
        ("1", 1, 0, ""),
        ("2", 1, 1, "1"),
        ("3", 1, 2, "2"),
        ("7", 1, 3, "1"),  # it answered one that was thrown away
        ("14", 1, 4, "1"),
        ("5", 2, 0, ""),  # it answered one that waits
        ("8", 3, 0, ""),  # it answered one that is not in the file
        ("9", 4, 0, ""),
    ]
    assert (thread.root_count, thread.comment_count) == (4, 8)
    assert comment(1).numbered_replies == 4


def key_of(parent: Comment | None) -> str:
    return str(parent.source_key).rpartition(":")[2] if parent else ""


def test_comments_keep_what_was_known_of_them(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    first, answer, staff = comment(1), comment(2), comment(14)
    assert (first.votes_up, first.votes_down, first.score) == (7, 2, 5)
    assert first.created_at.isoformat() == "2012-03-05T10:00:00+00:00"
    assert first.edited_at.isoformat() == "2012-03-05T10:05:00+00:00"
    assert first.edited_by == "Mia"
    assert answer.body_html == (
        '<p>An <strong>answer</strong> with <a href="https://port.example/a?b=1&amp;c=2" '
        'rel="nofollow ugc noopener">a link</a> &amp;  more.</p>'
    )
    assert answer.text == "An answer with a link (https://port.example/a?b=1&c=2) &  more."
    assert (staff.by_staff, staff.edited_by) == (True, "a moderator")
    assert comment(9).author_name == "Anonymous"
    assert comment(8).author_name == "pia"


def test_one_person_is_one_reader(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    assert comment(1).author == comment(3).author
    assert comment(1).author != comment(2).author
    assert Reader.objects.filter(user=None, key_hash=None).count() == Reader.objects.count()


def test_what_waits_waits_at_the_desk(
    paper: Paper, tmp_path: Path, cem: Person, work: Work, ann: Person
) -> None:
    bring_in(tmp_path)
    work()
    waiting = comment(4)
    assert waiting.status == Comment.Status.HELD
    assert "waiting words" in cem.read("/admin/desk/").content.decode()
    cem.decide(waiting, approve="1")
    work()
    assert "waiting words" in ann.read(ADDRESS).content.decode()
    again = bring_in(tmp_path)
    assert comment(4).is_visible
    assert again.written == 0


def test_what_was_not_public_is_nowhere(
    paper: Paper, tmp_path: Path, ann: Person, work: Work
) -> None:
    run = bring_in(tmp_path, "--pages")
    work()
    pages = ["/", ADDRESS, "/feed.xml", "/politics/", "/harbour/"]
    for thread in Thread.objects.all():
        pages += [f"/discussion/{thread.pk}/{sort}/" for sort in ("newest", "oldest", "most-voted")]
    for page in pages:
        answer = ann.read(page)
        assert answer.status_code == 200, page
        assert "Secret" not in answer.content.decode(), page
    assert run.count("comments, pingbacks", "left_out") == 1
    assert run.count("comments, private", "left_out") == 1
    assert not Comment.objects.filter(text__startswith="Secret: thrown").exists()


def test_nobody_can_be_traced(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path, "--pages")
    traces = ("mail.invalid", "198.51.100", "mia.invalid", "swordfish")
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, CharField | TextField | JSONField):
                for value in model._default_manager.values_list(field.name, flat=True):
                    assert not [trace for trace in traces if trace in str(value)], (model, value)


def test_an_author_who_is_here_already_stays(paper: Paper, tmp_path: Path) -> None:
    nora = Author.objects.create(name="Nora Quay", slug="nora", bio="On the quay since 1990.")
    run = bring_in(tmp_path)
    nora.refresh_from_db()
    assert nora.bio == "On the quay since 1990."
    assert article(101).authors == [nora]
    assert (run.count("authors", "updated"), run.count("authors", "imported")) == (1, 1)
    assert {author.name for author in Author.objects.all()} == {"Nora Quay", "guest"}


@pytest.mark.parametrize("number", [101, 102, 103])
def test_editors_can_open_and_save_it(
    paper: Paper, tmp_path: Path, dora: Person, number: int
) -> None:
    bring_in(tmp_path, "--uploads", str(uploads(tmp_path, "2012/03/pier.jpg", "2012/03/quay.png")))
    found = article(number)
    assert dora.read(f"/admin/pages/{found.pk}/edit/").status_code == 200
    assert dora.read(f"/admin/pages/{found.pk}/history/").status_code == 200
    found.full_clean()
    assert list(ArticlePage.objects.get(pk=found.pk).body.raw_data) == list(found.body.raw_data)
