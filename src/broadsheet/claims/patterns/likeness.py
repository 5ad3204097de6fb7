"""How much two sentences speak of the same thing, by the words they share."""

import re

# Words that say little of what a sentence is about.
COMMON = re.compile(
    r"(?:a|about|after|against|all|also|an|and|any|are|as|at|be|been|before|but|by|can|could|did"
    r"|do|does|for|from|had|has|have|he|her|his|if|in|into|is|it|its|may|might|more|most|no"
    r"|not|of|on|or|our|out|over|said|says|she|should|so|some|than|that|the|their|them|then"
    r"|there|these|they|this|those|to|under|until|up|was|we|were|what|when|where|which|who"
    r"|will|with|would)"
)
ENDING = re.compile(r"(?:ing|ed|es|s)$")


def likeness(text: str, sentence: str) -> float:
    """The share of the words of the shorter one that the other has, from 0 to 1."""
    here, there = stems(text), stems(sentence)
    fewer = min(len(here), len(there))
    return len(here & there) / fewer if fewer > 1 else 0.0


def stems(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {
        ENDING.sub("", word) if len(word) > 4 else word
        for word in words
        if not COMMON.fullmatch(word)
    }
