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
