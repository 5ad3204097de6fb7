import json
import logging
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from broadsheet.delivery.files import drop_page, existing_addresses, locked, replace
from broadsheet.delivery.models import StalePage
from broadsheet.delivery.render import make_page
from broadsheet.delivery.stale import STALE, Mark
from broadsheet.outbox.models import Event

logger = logging.getLogger(__name__)

BATCH = 100
FIRST_RETRY = timedelta(seconds=2)
LONGEST_RETRY = timedelta(minutes=10)


def mark_stale(event: Event) -> None:
    """Reaction: note which files no longer tell the truth. Ten comments on a page are one note."""
    mark_pages(STALE[event.kind](event.payload), event.pk)


def mark_pages(marks: Iterable[Mark], number: int) -> None:
    """Mark pages in two statements. One that has to be made again is not deleted instead: it is on
    the way to a reader."""
    rendered, dropped = StalePage.How.RENDER, StalePage.How.DROP
    addresses: dict[StalePage.How, dict[str, None]] = {rendered: {}, dropped: {}}
    for how, address in marks:
        if address:
            addresses[how][address] = None
    save_marks(dropped, addresses[dropped], number, update=["mark", "due_at"])
    save_marks(rendered, addresses[rendered], number, update=["mark", "due_at", "how"])


def save_marks(
    how: StalePage.How, addresses: Iterable[str], number: int, update: list[str]
) -> None:
    StalePage.objects.bulk_create(
        [StalePage(address=address, how=how, mark=number) for address in addresses],
        update_conflicts=True,
        unique_fields=["address"],
        update_fields=update,
    )


def refresh_stale() -> int:
    """Make or delete the files that are marked; return how many were. Duty of the worker."""
    due = StalePage.objects.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")
    pages = list(due[:BATCH])
    done = [page for page in pages if attempt(page)]
    with transaction.atomic():
        for page in done:
            StalePage.objects.filter(pk=page.pk, mark=page.mark).delete()
    return len(pages)


def attempt(page: StalePage) -> bool:
    try:
        refresh(page)
    except Exception as error:
        logger.exception("Could not refresh %s", page.address)
        put_off(page, error)
        return False
    return True


def refresh(page: StalePage) -> None:
    if page.how == StalePage.How.RENDER:
        make_page(page.address, again=True)
        return
    with locked(page.address):
        drop_page(page.address)


def put_off(page: StalePage, error: Exception) -> None:
    delay = min(FIRST_RETRY * 2 ** min(page.failures, 10), LONGEST_RETRY)
    StalePage.objects.filter(pk=page.pk).update(
        failures=F("failures") + 1, error=repr(error), due_at=timezone.now() + delay
    )


def doubt_after_power_cut() -> None:
    """Mark every page when the machine has started anew: what the database remembers as written may
    never have reached the disk. Readers get the old pages until then. Done once, as the worker starts.
    """
    noted = Path(settings.BROADSHEET_RUN_FOLDER) / "boot"
    boot = boot_id()
    if noted.exists() and boot and noted.read_text() != boot:
        doubt_every_page()
    noted.write_text(boot)


def doubt_every_page() -> int:
    """Mark every page that lies in the folder to be made again; return how many those are."""
    marks = [(StalePage.How.RENDER, address) for address in existing_addresses()]
    mark_pages(marks, 0)
    return len(marks)


def boot_id() -> str:
    """Names this run of the machine; empty where Linux' way to tell is missing."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""


def rebuild_all() -> list[str]:
    """The addresses to make again when every page is in doubt: those on disk and the front page.

    The caller makes each by `make_page(address, again=True)`, with a progress bar if it likes.
    """
    return sorted({"/", *existing_addresses()})


def write_redirects(event: Event | None = None) -> None:
    """Reaction: put the redirects where the front finds them without a database."""
    redirects = {
        redirect.old_path: redirect.link
        for redirect in Redirect.objects.filter(is_permanent=True).select_related("redirect_page")
        if redirect.link
    }
    folder = Path(settings.BROADSHEET_PUBLIC_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    replace(folder / "redirects.json", json.dumps(redirects, ensure_ascii=False).encode())
