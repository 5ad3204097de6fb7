"""What goes in and what comes out of judging. No database here."""

from dataclasses import asdict, dataclass, field
from enum import IntEnum


@dataclass(frozen=True)
class Draft:
    """A text that somebody wants to publish, and what is known of who sends it.

    `author` and `network` are opaque keys ("reader:12", a daily hash); empty means unknown.
    `subject` is set when the text replaces one that stands already: it then does not count as a
    repetition of itself.
    """

    text: str
    name: str = ""
    author: str = ""
    network: str = ""
    subject: str = ""
    trusted: bool = False


class Severity(IntEnum):
    PUBLISH = 0
    HOLD = 1
    REJECT = 2


@dataclass(frozen=True)
class Reason:
    """Why a screen objects: a stable code, a sentence for the author, a detail for moderators."""

    code: str
    public: str
    private: str = ""
    severity: Severity = Severity.HOLD


@dataclass(frozen=True)
class Verdict:
    reasons: tuple[Reason, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return max((reason.severity for reason in self.reasons), default=Severity.PUBLISH)

    @property
    def action(self) -> str:
        """One of "publish", "hold" and "reject", as `Decision.Action` spells them."""
        return self.severity.name.lower()

    @property
    def record(self) -> list[dict[str, str]]:
        """The reasons as JSON, for the decision log."""
        return [
            asdict(reason) | {"severity": reason.severity.name.lower()} for reason in self.reasons
        ]
