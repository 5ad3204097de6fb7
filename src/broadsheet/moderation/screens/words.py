import re
import unicodedata
from collections.abc import Iterable

from broadsheet.lib.text import INVISIBLE
from broadsheet.moderation.models import Word
from broadsheet.moderation.verdicts import Draft, Reason, Severity


def screen_words(draft: Draft) -> Reason | None:
    """A word on the outlet's list, in the text or in the name."""
    listed = list(Word.objects.all())
    text = plain(f"{draft.name} \n {draft.text}")
    found = [word for word in listed if contains(text, plain(word.text))]
    if not found:
        return None
    refused = any(word.effect == Word.Effect.REJECT for word in found)
    return Reason(
        "words",
        "The text has a word that this paper does not let pass unseen.",
        f"listed: {', '.join(word_list(found))}",
        Severity.REJECT if refused else Severity.HOLD,
    )


def plain(text: str) -> str:
    """Text as the list compares it: width, case, accents and invisible characters removed."""
    folded = unicodedata.normalize("NFKD", INVISIBLE.sub("", text)).casefold()
    return "".join(char for char in folded if not unicodedata.combining(char))


def contains(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def word_list(words: Iterable[Word]) -> list[str]:
    return sorted(word.text for word in words)
