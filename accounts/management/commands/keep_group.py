"""For whoever runs the portal: a group of settings, its settings and its managers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.actions import groups
from accounts.models import EarlyYearsSetting, User
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused


class Command(BaseCommand):
    help = (
        "Makes a group of settings, or changes it: its managers see counts of each, and no child."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the group's name")
        for option, what in (
            ("--setting", "the name of a setting that belongs to it"),
            ("--without-setting", "the name of a setting that leaves it"),
            ("--manager", "the email of somebody who may see its counts"),
            ("--without-manager", "the email of somebody who may no longer"),
        ):
            parser.add_argument(option, action="append", default=[], help=what)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        by = Actor.system("keep_group")
        group = groups.create_group(name=options["name"], by=by)
        try:
            for name in options["setting"]:
                groups.put_in_group(group=group, setting=_setting(name), by=by)
        except Refused as refusal:
            raise CommandError(refusal.sentence) from None
        for name in options["without_setting"]:
            groups.take_out_of_group(group=group, setting=_setting(name), by=by)
        for email in options["manager"]:
            groups.let_manage_group(group=group, user=_user(email), by=by)
        for email in options["without_manager"]:
            groups.end_managing_group(group=group, user=_user(email), by=by)
        settings, managers = group.places.count(), group.managers.filter(is_ended=False).count()
        self.stdout.write(f"{group}: {settings} settings, {managers} managers.")


def _setting(name: str) -> EarlyYearsSetting:
    found = list(EarlyYearsSetting.objects.filter(name__iexact=name)[:2])
    if len(found) != 1:
        raise CommandError(f"{'No' if not found else 'More than one'} setting is called {name}.")
    return found[0]


def _user(email: str) -> User:
    found = User.objects.filter(email__iexact=email, is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody signs in with {email}.")
    return found
