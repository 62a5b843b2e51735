"""Which file may be put on a report, and which may be taken off."""

from django.utils import timezone

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.intake.examiner import Examined
from agencies.models import ReportFile
from children.models import Child


def check_file_is_new(child: Child, file: Examined) -> None:
    """The same bytes are kept once for a child, whatever they are called."""
    same = ReportFile.objects.standing().same_as(file.sent_sha256).filter(report__child=child)
    if found := same.select_related("report").first():
        on = say_day(found.report.dated_on, timezone.localdate())
        raise Refused(f"This file is already on the report of {on}, as {found.name}.", "file")


def check_can_take_off_file(file: ReportFile) -> None:
    if file.removed_on:
        raise Refused("This file is taken off already.")
