import re
import unicodedata
from collections.abc import Iterable

from broadsheet.lib.text import INVISIBLE
from broadsheet.moderation.models import Word
from broadsheet.moderation.verdicts import Draft, Reason, Severity


def screen_words(draft: Draft) -> Reason | None:
    """A word on the outlet's list, in the text or in the name."""
    texts = plain(draft.name), plain(draft.text)
    found = [word for word in Word.objects.all() if is_in(texts, plain(word.text))]
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
    """Text as the list compares it: without width, case, accents, what is invisible, line ends."""
    folded = unicodedata.normalize("NFKD", INVISIBLE.sub("", text)).casefold()
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(letters.split())


def is_in(texts: Iterable[str], word: str) -> bool:
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return bool(word) and any(whole.search(text) for text in texts)


def word_list(words: Iterable[Word]) -> list[str]:
    return sorted(word.text for word in words)
