from django.conf import settings

from broadsheet.lib.text import INVISIBLE
from broadsheet.moderation.verdicts import Draft, Reason, Severity


def screen_empty(draft: Draft) -> Reason | None:
    """Nothing to read, or more than fits."""
    if not INVISIBLE.sub("", draft.text).strip():
        return Reason("empty", "There is no text.", severity=Severity.REJECT)
    limit = settings.BROADSHEET_COMMENT_MAX_LENGTH
    if len(draft.text) > limit:
        public = f"The text has {len(draft.text):,} characters; {limit:,} fit."
        return Reason("too_long", public, severity=Severity.REJECT)
    return None
