"""Who reacts to what, and what is done from time to time: all of it, in one place.

A reaction gets the event, only writes rows (slow work is a row that a duty of the worker takes up),
may run more than once, and fails alone: see broadsheet/outbox/actions.py.
"""

from collections.abc import Callable

from broadsheet.claims.actions.judge import judge_again
from broadsheet.claims.actions.sources import announce_claims_of
from broadsheet.claims.dump import dump_claims
from broadsheet.config.duties import prune_tasks, publish_scheduled, run_tasks
from broadsheet.delivery.actions import mark_stale, write_redirects
from broadsheet.moderation.actions import forget_networks
from broadsheet.outbox.actions import Wiring, forget_done
from broadsheet.publication.actions import (
    move_threads,
    note_claims,
    open_thread_of_article,
    show_or_hide_threads,
)

WIRING: Wiring = {
    "article_published": (open_thread_of_article, show_or_hide_threads, note_claims, mark_stale),
    "author_changed": (mark_stale,),
    "claim_changed": (judge_again, mark_stale),
    "claim_reference_changed": (announce_claims_of,),
    "claim_status_changed": (mark_stale,),
    "comment_edited": (mark_stale,),
    "comment_held": (),
    "comment_published": (mark_stale,),
    "comment_rejected": (),
    "front_published": (mark_stale,),
    "page_moved": (move_threads, show_or_hide_threads, note_claims, mark_stale),
    "page_unpublished": (show_or_hide_threads, note_claims, mark_stale),
    "privacy_changed": (show_or_hide_threads, note_claims, mark_stale),
    "redirects_changed": (write_redirects,),
    "thread_changed": (mark_stale,),
    "vote_cast": (mark_stale,),
}

# Seconds between two times, and what to do. The worker does each of them at its start, too.
DUTIES: dict[str, tuple[float, Callable[[], int | None]]] = {
    "tasks": (1, run_tasks),
    "scheduled publishing": (30, publish_scheduled),
    "dump claims": (600, dump_claims),
    "forget networks": (3600, forget_networks),
    "forget tasks": (3600, prune_tasks),
    "forget done events": (3600, forget_done),
}
