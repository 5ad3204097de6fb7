"""One screen a file: a function from a draft to the reason it objects, or None."""

from typing import Protocol

from broadsheet.moderation.verdicts import Draft, Reason


class Screen(Protocol):
    __name__: str

    def __call__(self, draft: Draft, /) -> Reason | None: ...
