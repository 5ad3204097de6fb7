from broadsheet.discussion.models import Thread
from broadsheet.outbox.actions import announce


def open_thread(key: str, title: str, address: str) -> Thread:
    """The thread of a page, made on first call; later calls bring title and address up to date."""
    thread, made = Thread.objects.get_or_create(
        key=key, defaults={"title": title, "address": address}
    )
    if not made and (thread.title, thread.address) != (title, address):
        before = thread.address
        thread.title, thread.address = title, address
        thread.save(update_fields=["title", "address"])
        announce("thread_changed", thread=thread.pk, address_before=before)
    return thread


def set_thread_public(key: str, *, is_public: bool) -> None:
    """Show or hide the discussion of a page, with all its own pages. None of that key: nothing."""
    changed = Thread.objects.filter(key=key, is_public=not is_public).update(is_public=is_public)
    if changed:
        thread = Thread.objects.get(key=key)
        announce("thread_changed", thread=thread.pk, address_before=thread.address)
