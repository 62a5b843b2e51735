"""`decide_requirements`: every child's answer worked out afresh. Run nightly."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand

from accounts.rules.actor import Actor
from plans.actions.decision import decide_requirements


class Command(BaseCommand):
    help = "Works every child's answer to “is an ISP required?” out afresh; keeps what changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--on", type=date.fromisoformat, help="The day to decide on, like 2026-09-01 (today)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        swept = decide_requirements(on=options["on"], by=Actor.system("nightly check"))
        self.stdout.write(f"{swept.checked} children checked, {swept.changed} answers changed.")
