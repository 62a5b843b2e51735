"""`seed_demo`: the made-up settings and their stories, told once, relative to today."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from isp_portal.demo.stories import tell_everything


class Command(BaseCommand):
    help = "Tells the demo's stories. Run again it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Made-up people have no place among real ones.")
        told = tell_everything(timezone.localdate())
        self.stdout.write(
            f"The stories of {told} children are told." if told else "The stories are told already."
        )
