"""`send_due_digest`: the weekly email of what is due. Run once a week, or every night."""

from argparse import ArgumentParser
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts.actions.digest import queue_digest
from accounts.rules.actor import Actor
from isp_portal.dashboards.queries.digest import digest_of
from isp_portal.dashboards.queries.digest_readers import readers


class Command(BaseCommand):
    help = "Emails each member who wants it what is due for their children; once a week each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on", type=date.fromisoformat, help="The day to say it for, like 2026-11-23 (today)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        today: date = options["on"] or timezone.localdate()
        monday, by = today - timedelta(days=today.weekday()), Actor.system("weekly email")
        queued = looked = 0
        for member in readers(today, monday):
            looked += 1
            letter = digest_of(member, today)
            if letter:
                queued += queue_digest(membership=member, monday=monday, letter=letter, by=by)
        self.stdout.write(f"{looked} people looked at, {queued} emails put into the outbox.")
