"""The one worker process: mail now, and every other background task that the portal will have."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from accounts.actions import batches, outbox


class Command(db_worker.Command):
    help = "Sends mail and does other background work, until it is stopped. Several may run."

    def handle(self, **options: Any) -> None:
        outbox.look_again()
        batches.look_again()
        super().handle(**options)
