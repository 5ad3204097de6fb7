"""Names of places as they are compared: without accents, apostrophes, case and hyphens. No Django."""

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:['`‘’ʻʼʾʿ′][^\W_]+)*")
APOSTROPHES = re.compile("['`‘’ʻʼʾʿ′]")
# Letters that are no base letter with an accent, so that taking accents off does not reach them.
LETTERS = str.maketrans(dict(zip("øłđıħŧəŋðæœþ", [*"oldihtend", "ae", "oe", "th"], strict=True)))
# The Persian "of" inside a name is written as it sounds: Qala-e-Naw, Qala i Naw, Qal`eh-ye Now.
OF = {"e", "i", "ye", "yi", "je"}


def words_of(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, hyphens and all other signs left out, with where they stand."""
    return WORD.finditer(text)


def fold_word(word: str) -> str:
    plain = APOSTROPHES.sub("", word).casefold().translate(LETTERS)
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def fold(name: str) -> str:
    """ "Qal'ah-ye Naw" is "qalah i naw"."""
    return join([fold_word(match.group()) for match in words_of(name)])


def join(words: list[str]) -> str:
    """Folded words as one name. "Of" counts only between two others."""
    last = len(words) - 1
    return " ".join(
        "i" if 0 < number < last and word in OF else word for number, word in enumerate(words)
    )
