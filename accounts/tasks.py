"""What `manage.py db_worker` does: it sends the mail that waits, and works on what is done in steps."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from accounts.actions.batches import work_due
from accounts.actions.outbox import deliver_due

A_SECOND = timedelta(seconds=1)


@task()
def deliver_mail() -> None:
    """Looks at the whole outbox, so that one mail never depends on one task."""
    deliver_due()


@task()
def work_on_batches() -> None:
    """Looks at all the work in steps, so that none depends on one task."""
    work_due()


def look_at_mail(at: datetime) -> None:
    """Has a worker look at the outbox at that instant."""
    _look(deliver_mail, at)


def look_at_batches(at: datetime) -> None:
    """Has a worker look at the work in steps at that instant."""
    _look(work_on_batches, at)


def _look(looker: Task[..., None], at: datetime) -> None:
    """Kept by the transaction of the caller.

    Later looks within one second are one look. A look at once is never shared: the task that
    stands there may have looked before this transaction shows what waits.
    """
    if at > timezone.now():
        at = at.replace(microsecond=0) + A_SECOND
        looks = DBTaskResult.objects.filter(task_path=looker.module_path, run_after=at)
        if looks.filter(status=TaskResultStatus.READY).exists():
            return
    looker.using(run_after=at).enqueue()
