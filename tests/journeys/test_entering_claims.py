"""Dora enters a claim with three positions while she writes, by the keyboard alone.

What is counted are the keys and the fields that the claim takes, not the prose. A ceiling on seconds
would measure the machine; at three keys a second the ceiling here is some twenty seconds.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.journeys.site import Paper, copied, served, wait_for
from tests.journeys.visitors import Visitor

pytestmark = [pytest.mark.browser]

NEW_PAGE = "/admin/pages/add/broadsheet_publication/articlepage/{}/"
PRESS_FOR_CLAIM = "Control+Alt+c"
MOST_KEYS_AT_FIRST = 65  # when the paper knows neither side nor speaker yet
MOST_KEYS_LATER = 5
MOST_FIELDS = 4

TOLD = (
    "Two senior harbour officials told the Coastal Press on condition of anonymity that the north pier "
    "had fallen to the militia. "
)
DENIED = "The interior ministry denied it. "
CLAIMED = "The militia’s spokesman, Idris Vale, said on Monday that the north pier had fallen to his men. "


class Keys:
    """A keyboard that counts what is pressed for claims, and the fields that change by it."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0
        page.evaluate(
            "addEventListener('input', ({ target }) => { const form = target.closest('.claim-entry');"
            " if (form) (window.touched ??= new Set()).add(form.elements.key.value + target.name); })"
        )

    def press(self, key: str) -> None:
        self.count += 1
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.count += len(words)
        self.page.keyboard.type(words)

    @property
    def fields(self) -> int:
        return int(self.page.evaluate("window.touched?.size ?? 0"))


@pytest.fixture
def paper(founded: Paper, tmp_path: Path) -> Iterator[Paper]:
    """A paper that knows no side and no speaker yet: each journey counts what has to be typed."""
    copy = copied(founded, tmp_path)
    with served(copy):
        yield copy


@pytest.fixture
def section(paper: Paper) -> int:
    found = paper.rows("select basepage_ptr_id from broadsheet_publication_sectionpage")
    return int(str(found[0][0]))


def test_it_works(dora: Visitor, paper: Paper, section: int) -> None:
    start_article(dora.page, section, "North pier changes hands")
    keys = Keys(dora.page)

    write(dora.page, TOLD)
    form = open_form(keys)
    expect(form.get_by_label("Statement")).to_have_value(
        "The north pier had fallen to the militia."
    )
    expect(form.get_by_label("Description as printed")).to_have_value(
        "two senior harbour officials"
    )
    expect(form.get_by_label("Told to")).to_have_value("the Coastal Press")
    expect(form.get_by_label("Not named in print")).to_be_checked()
    keys.type("the militia")
    keys.press("Tab")
    keys.type("the government")
    keys.press("Tab")
    keys.type("the government")
    send(keys, form)

    write(dora.page, DENIED)
    form = open_form(keys)
    expect(form.get_by_label("Add to")).to_contain_text("The north pier had fallen to the militia.")
    expect(form.get_by_label("Stance")).to_have_value("denies")
    keys.type("the government")
    send(keys, form)

    write(dora.page, CLAIMED)
    form = open_form(keys)
    expect(form.get_by_label("Speaker;")).to_have_value("Idris Vale")
    expect(form.get_by_label("The speaker speaks for")).to_have_value("the militia")
    send(keys, form)

    assert keys.count <= MOST_KEYS_AT_FIRST
    assert keys.fields <= MOST_FIELDS
    assert positions(paper, "The north pier had fallen to the militia.") == [
        ("", "two senior harbour officials", "asserts", 2),
        ("the interior ministry", "", "denies", 1),
        ("Idris Vale", "the militia’s spokesman", "asserts", 1),
    ]
    assert status(paper, "The north pier had fallen to the militia.") == "contested"
    wait_for(lambda: len(marks(dora.page)) == 3)
    assert marks(dora.page) == [TOLD.strip(), DENIED.strip(), CLAIMED.strip()]


def test_those_who_spoke_before_take_fewer_keys(dora: Visitor, paper: Paper, section: int) -> None:
    start_article(dora.page, section, "The weir gives way")
    write(dora.page, "The river office said that the weir had been opened. ")
    keys = Keys(dora.page)
    form = open_form(keys)
    form.get_by_label("Who gains if this is true? Another side").fill("the mill owners")
    form.get_by_label("Whom does it harm? Another side").fill("the river office")
    form.get_by_label("The speaker speaks for").fill("the river office")
    send(keys, form)

    start_article(dora.page, section, "The weir gives way again")
    keys = Keys(dora.page)
    write(dora.page, "The river office said that the sluice had been opened. ")
    form = open_form(keys)
    expect(form.get_by_label("The speaker speaks for")).to_have_value("the river office")
    names = form.locator("[data-chips=gains] label").all_inner_texts()
    keys.press(str(number_of(names, "the mill owners")))
    keys.press(f"Shift+Digit{number_of(names, 'the river office')}")
    send(keys, form)
    assert keys.count <= MOST_KEYS_LATER
    assert status(paper, "The sluice had been opened.") == "conceded"


def test_what_is_refused_stays_in_the_form(dora: Visitor, paper: Paper, section: int) -> None:
    start_article(dora.page, section, "A figure too many")
    write(dora.page, "The union said that between 100 and 200 dockers had walked out. ")
    keys = Keys(dora.page)
    form = open_form(keys)
    form.get_by_label("at most").fill("50")
    keys.press("Enter")
    expect(form.get_by_text("The low figure is above the high one.")).to_be_visible()
    expect(form.get_by_label("at most")).to_have_value("50")
    expect(form.get_by_label("Statement")).to_have_value(
        "Between 100 and 200 dockers had walked out."
    )
    form.get_by_label("at most").fill("200")
    send(keys, form)
    assert status(paper, "Between 100 and 200 dockers had walked out.") == "single source"


def test_leaving_changes_nothing_and_a_mark_can_be_taken_away(dora: Visitor, section: int) -> None:
    page = dora.page
    start_article(page, section, "Second thoughts")
    write(page, "The board says the lamp is lit. ")
    keys = Keys(page)
    form = open_form(keys)
    keys.press("Escape")
    expect(form).to_be_hidden()
    expect(page.locator("[contenteditable=true]").last).to_be_focused()
    assert marks(page) == []

    send(keys, open_form(keys))
    wait_for(lambda: len(marks(page)) == 1)
    keys.press("ArrowLeft")
    keys.press("ArrowLeft")
    form = open_form(keys)
    expect(form.get_by_label("Add to")).to_contain_text("The lamp is lit.")
    form.get_by_role("button", name="Take away the mark").press("Enter")
    expect(form).to_be_hidden()
    wait_for(lambda: marks(page) == [])
    assert "The board says the lamp is lit." in page.locator("[name=body-0-value]").input_value()


def test_the_form_is_accessible_and_has_a_button(dora: Visitor, section: int) -> None:
    page = dora.page
    start_article(page, section, "For everybody")
    write(page, "The board says the gate is open.")
    page.keyboard.press("Shift+Home")
    page.get_by_role("button", name="Claim Ctrl + Alt + C").click()
    form = page.get_by_role("dialog", name="Claim")
    expect(form.get_by_role("button", name="Enter")).to_be_visible()
    found = Axe().run(page, context=".claim-dialog").response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_a_link_within_the_words_is_kept(dora: Visitor, section: int) -> None:
    page = dora.page
    start_article(page, section, "A linked claim")
    write(page, "The board says the crane is safe.")
    for _ in range(len("safe.")):
        page.keyboard.press("Shift+ArrowLeft")
    page.evaluate(LINK_SELECTION)
    page.keyboard.press("Home")
    keys = Keys(page)
    send(keys, open_form(keys))
    wait_for(lambda: len(marks(page)) == 1)
    assert marks(page) == ["The board says the crane is "]


def test_the_box_warns_before_publishing_and_blocks_nothing(dora: Visitor, section: int) -> None:
    page = dora.page
    start_article(page, section, "South mole falls to the militia")
    write(
        page,
        "Two guards were killed. The militia said that the south mole had fallen to the militia. ",
    )
    box = page.locator("[data-before-publishing]")
    expect(box).to_contain_text("Two guards were killed.")
    keys = Keys(page)
    send(keys, open_form(keys))
    expect(box).to_contain_text("The headline is firmer than the claim")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile("published"))).to_be_visible()


# What the link button does, without its chooser.
LINK_SELECTION = """() => {
  const editor = document.querySelector(".Draftail-Editor__wrapper").parentElement
    .querySelector("input[type=hidden]").draftailEditor;
  const state = editor.getEditorState();
  const link = state.getCurrentContent().createEntity("LINK", "MUTABLE", { url: "https://a.test/" });
  const key = link.getLastCreatedEntityKey();
  editor.onChange(DraftJS.RichUtils.toggleLink(state, state.getSelection(), key));
}"""


def start_article(page: Page, section: int, headline: str) -> None:
    page.goto(NEW_PAGE.format(section))
    page.get_by_placeholder("Headline").fill(headline)
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Paragraph").click()
    page.locator("[contenteditable=true]").last.click()


def write(page: Page, words: str) -> None:
    page.locator("[contenteditable=true]").last.focus()
    page.keyboard.type(words)
    # The editor hands on what is typed a moment later.
    written = re.compile(re.escape(json.dumps(words.strip(), ensure_ascii=False)[1:-1]))
    expect(page.locator("[name=body-0-value]")).to_have_value(written)


def open_form(keys: Keys) -> Locator:
    keys.press(PRESS_FOR_CLAIM)
    form = keys.page.get_by_role("dialog", name="Claim")
    expect(form.get_by_role("button", name="Enter")).to_be_visible()
    return form


def send(keys: Keys, form: Locator) -> None:
    keys.press("Enter")
    expect(form).to_be_hidden()


def marks(page: Page) -> list[str]:
    """The words that carry the mark of a claim, as the editor will send them."""
    return list(marked_in(json.loads(page.locator("[name=body-0-value]").input_value())))


def marked_in(content: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    for block in content["blocks"]:
        for span in block["entityRanges"]:  # type: ignore[attr-defined]
            if content["entityMap"][str(span["key"])]["type"] == "CLAIM":  # type: ignore[call-overload]
                yield str(block["text"])[span["offset"] : span["offset"] + span["length"]]


def positions(paper: Paper, sentence: str) -> list[tuple[object, ...]]:
    return paper.rows(
        "select a.name, a.description, p.stance, p.people from broadsheet_claims_position p"
        " join broadsheet_claims_claim c on c.id = p.claim_id"
        " join broadsheet_claims_actor a on a.id = p.speaker_id"
        f" where c.sentence = '{sentence}' order by p.id"
    )


def status(paper: Paper, sentence: str) -> object:
    found = paper.rows(f"select status from broadsheet_claims_claim where sentence = '{sentence}'")
    assert len(found) == 1, found
    return found[0][0]


def number_of(names: list[str], name: str) -> int:
    return next(number for number, text in enumerate(names, 1) if text.strip().endswith(name))
