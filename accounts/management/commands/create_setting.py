"""The first step of a fresh portal: a setting, and the invitation of its manager."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from accounts.actions import create_setting
from accounts.rules.actor import Actor
from accounts.rules.invitations import LASTS_DAYS


class Command(BaseCommand):
    help = "Creates a setting, invites its manager by email, and prints the link."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the setting's name, as it should stand on plans")
        parser.add_argument("--manager-email", required=True)
        parser.add_argument("--manager-name", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["manager_email"])
        except ValidationError:
            raise CommandError("--manager-email is not an email address.") from None
        _, _, address = create_setting(
            name=options["name"],
            manager_email=options["manager_email"],
            manager_name=options["manager_name"],
            by=Actor.system("create_setting"),
        )
        self.stdout.write(f"{options['name']} is created. Its manager joins here, once:")
        self.stdout.write(address)
        self.stdout.write(f"The link works for {LASTS_DAYS} days; whoever holds it is the manager.")
