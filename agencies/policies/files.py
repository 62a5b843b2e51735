"""Which file may be put on a report, and which may be taken off."""

from django.utils import timezone

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.intake.examiner import Examined
from agencies.models import KeptFile, ReportFile
from agencies.rules.naming import names_child
from children.models import Child


def check_file_is_new(child: Child, file: Examined) -> None:
    """The same bytes are kept once for a child, whatever they are called."""
    same = ReportFile.objects.standing().same_as(file.sent_sha256).filter(report__child=child)
    if found := same.select_related("report").first():
        on = say_day(found.report.dated_on, timezone.localdate())
        raise Refused(f"This file is already on the report of {on}, as {found.name}.", "file")


def check_can_take_off_file(file: KeptFile) -> None:
    if file.removed_on:
        raise Refused("This file is taken off already.")


LOOK_AGAIN = (
    "It was not kept. Look whether it is the right file, and choose one again; "
    "if it is right after all, tick the box below."
)


def check_file_is_nobody_elses(child: Child, file: Examined) -> None:
    """The same bytes on another child's record are asked about. The sentence does not say whose."""
    same = ReportFile.objects.standing().same_as(file.sent_sha256)
    if same.filter(report__child__setting=child.setting_id).exclude(report__child=child).exists():
        raise Refused(f"This file came before, about somebody else. {LOOK_AGAIN}", "checked")


def check_file_names(child: Child, file: Examined) -> None:
    if not may_be_about(child, file):
        raise Refused(f"The name of the child is not in this file. {LOOK_AGAIN}", "checked")


def may_be_about(child: Child, file: Examined) -> bool:
    """Does it name the child? What has no words, such as a scan, may be about anybody."""
    words = "\n".join(file.texts)
    names = (child.legal_name, child.preferred_name)
    return not words.strip() or names_child(words, names, child.date_of_birth)
