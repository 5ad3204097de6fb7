"""Who reacts to what: every reaction in the product, in one place.

A reaction gets the event, only writes rows (slow work is a row that a duty of the worker takes up),
may run more than once, and fails alone: see broadsheet/outbox/actions.py.
"""

from broadsheet.delivery.actions import mark_stale, write_redirects
from broadsheet.outbox.actions import Wiring
from broadsheet.publication.actions import move_threads, open_thread_of_article

WIRING: Wiring = {
    "article_published": (open_thread_of_article, mark_stale),
    "author_changed": (mark_stale,),
    "comment_edited": (mark_stale,),
    "comment_held": (),
    "comment_published": (mark_stale,),
    "comment_rejected": (),
    "front_published": (mark_stale,),
    "page_moved": (move_threads, mark_stale),
    "page_unpublished": (mark_stale,),
    "privacy_changed": (mark_stale,),
    "redirects_changed": (write_redirects,),
    "thread_changed": (mark_stale,),
    "vote_cast": (mark_stale,),
}
