"""The evidence of a consent: kept when it has been looked through, taken off with the reason (C7)."""

from django.db import transaction

from accounts.rules.actor import Actor
from agencies.intake.examiner import Examined
from agencies.models import Consent, ConsentFile
from children.models import Child
from children.policies import check_can_change

from .kept_files import laid_down, taken_off


@transaction.atomic
def add_consent_file(*, consent: Consent, file: Examined, by: Actor) -> ConsentFile:
    """Keeps what shows an answer: the bytes first, then the row; without a row no bytes stay.

    The same file of the same answer is kept once. An answer that is over keeps its evidence too.
    """
    child = Child.objects.select_for_update().get(pk=consent.child_id)
    check_can_change(child)
    same = ConsentFile.objects.standing().same_as(file.sent_sha256).filter(consent=consent)
    already: ConsentFile | None = same.first()
    if already:
        return already
    with laid_down(ConsentFile(consent=consent), file, by) as row:
        return row


@transaction.atomic
def take_off_consent_file(*, file: ConsentFile, because: str, by: Actor) -> ConsentFile:
    """Nobody can open the file any more. What it was, and why it was taken off, stays on record."""
    check_can_change(file.consent.child)
    stored: ConsentFile = ConsentFile.objects.select_for_update().get(pk=file.pk)
    return taken_off(stored, because, by)
