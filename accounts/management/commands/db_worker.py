"""The one worker process: mail now, and every other background task that the portal will have."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from accounts.actions.outbox import look_again


class Command(db_worker.Command):
    help = "Sends mail and does other background work, until it is stopped. Several may run."

    def handle(self, **options: Any) -> None:
        look_again()
        super().handle(**options)
