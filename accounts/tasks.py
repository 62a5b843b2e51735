"""What `manage.py db_worker` does for this floor: it sends the mail that waits."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from accounts.actions.outbox import deliver_due

A_SECOND = timedelta(seconds=1)


@task()
def deliver_mail() -> None:
    """Looks at the whole outbox, so that one mail never depends on one task."""
    deliver_due()


def look_at_mail(at: datetime) -> None:
    """Has a worker look at the outbox at that instant. Kept by the transaction of the caller.

    Later looks within one second are one look. A look at once is never shared: the task that
    stands there may have looked before this transaction shows its mail.
    """
    if at > timezone.now():
        at = at.replace(microsecond=0) + A_SECOND
        looks = DBTaskResult.objects.filter(task_path=deliver_mail.module_path, run_after=at)
        if looks.filter(status=TaskResultStatus.READY).exists():
            return
    deliver_mail.using(run_after=at).enqueue()
