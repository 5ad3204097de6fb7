"""How pages write dates and numbers."""

from datetime import datetime

from django.utils import timezone


def day(moment: datetime) -> str:
    """23 November 2026"""
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B %Y}"


def day_and_time(moment: datetime) -> str:
    """23 Nov 2026, 14:05"""
    local = timezone.localtime(moment)
    return f"{local.day} {local:%b %Y, %H:%M}"


def month(moment: datetime) -> str:
    """November 2026"""
    return f"{timezone.localtime(moment):%B %Y}"


def year(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y}"


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def grouped(number: int) -> str:
    """12,345"""
    return f"{number:,}"


FILTERS = {"day": day, "day_and_time": day_and_time, "grouped": grouped, "iso": iso}
