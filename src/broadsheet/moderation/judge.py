"""May this text stand? The screens, in their order, are the policy."""

import logging

from broadsheet.moderation.screens import Screen
from broadsheet.moderation.screens.empty import screen_empty
from broadsheet.moderation.screens.links import screen_links
from broadsheet.moderation.screens.rate import screen_rate
from broadsheet.moderation.screens.repeats import screen_repeats
from broadsheet.moderation.screens.words import screen_words
from broadsheet.moderation.verdicts import Draft, Reason, Severity, Verdict

logger = logging.getLogger(__name__)

SCREENS: tuple[Screen, ...] = (
    screen_empty,
    screen_rate,
    screen_repeats,
    screen_links,
    screen_words,
)

BROKEN = "A check did not work, so a person will look at your text first."


def judge(draft: Draft) -> Verdict:
    """Ask every screen until one refuses. A screen that fails holds the text; it never lets it pass."""
    reasons: list[Reason] = []
    for screen in SCREENS:
        try:
            reason = screen(draft)
        except Exception as error:
            logger.exception("Screen %s failed", screen.__name__)
            reason = Reason("screen_failed", BROKEN, f"{screen.__name__}: {error!r}")
        if reason:
            reasons.append(reason)
        if reason and reason.severity is Severity.REJECT:
            break
    return Verdict(tuple(reasons))
