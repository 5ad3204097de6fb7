"""Reactions for tests. What they leave behind is a listed word, since that is one short row."""

from broadsheet.moderation.models import Word
from broadsheet.outbox.models import Event
from tests.at_once import die


def write(event: Event) -> None:
    Word.objects.create(text=f"written for {event.pk}")


def fail(event: Event) -> None:
    Word.objects.create(text=f"half done for {event.pk}")
    raise RuntimeError("The crane is stuck.")


def end_the_process(event: Event) -> None:
    Word.objects.create(text=f"half done for {event.pk}")
    die()


def written() -> list[str]:
    """What reactions left behind, by the number of the event: 99 comes before 100."""
    return sorted(Word.objects.values_list("text", flat=True), key=lambda text: (len(text), text))
