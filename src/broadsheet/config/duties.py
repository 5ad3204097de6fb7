"""Duties of the worker that belong to no part of ours: Wagtail's tasks and its schedule."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

LONGEST_TASK = timedelta(minutes=10)


def run_tasks() -> None:
    """Run what Wagtail put aside (search index, reference index), first what a dead worker left."""
    left = DBTaskResult.objects.filter(
        status="RUNNING", started_at__lt=timezone.now() - LONGEST_TASK
    )
    left.update(status="READY", started_at=None)
    if DBTaskResult.objects.ready().exists():
        Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=50,
            worker_id="broadsheet",
            excluded_queue_names=[],
        ).run()


def publish_scheduled() -> None:
    """Publish and withdraw what is due, also what was due while the machine slept."""
    call_command("publish_scheduled", verbosity=0)


def prune_tasks() -> None:
    """Forget the results of tasks that ended days ago."""
    call_command("prune_db_task_results", min_age_days=3, verbosity=0)
