"""For whoever runs the portal: lets somebody who lost their second step set up a new one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.actions import forget_second_step
from accounts.models import Membership
from accounts.rules.actor import Actor


class Command(BaseCommand):
    help = "Removes a person's app, passkeys and recovery codes, and signs them out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("setting", help="the name of a setting they work for")

    def handle(self, *args: Any, **options: Any) -> None:
        found = (
            Membership.objects.active(timezone.localdate())
            .filter(user__email__iexact=options["email"], setting__name__iexact=options["setting"])
            .first()
        )
        if found is None:
            raise CommandError("Nobody with this email works for a setting of this name.")
        forget_second_step(membership=found, by=Actor.system("forget_second_step"))
        self.stdout.write("Done. They set up a new second step at the next sign-in.")
