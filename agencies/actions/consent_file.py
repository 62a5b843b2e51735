"""The evidence of a consent: kept when it has been looked through, taken off with the reason (C7)."""

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from agencies.intake import store
from agencies.intake.examiner import Examined
from agencies.models import Consent, ConsentFile
from agencies.policies import check_can_take_off_file
from children.models import Child
from children.policies import check_can_change


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
    kept = store.keep(file)
    row = ConsentFile(consent=consent)
    row.describe(file, kept, by.label)
    try:
        return row.record(by=by, why="Came in")
    except BaseException:
        store.let_go(kept)
        raise


@transaction.atomic
def take_off_consent_file(*, file: ConsentFile, because: str, by: Actor) -> ConsentFile:
    """Nobody can open the file any more. What it was, and why it was taken off, stays on record."""
    check_can_change(file.consent.child)
    stored: ConsentFile = ConsentFile.objects.select_for_update().get(pk=file.pk)
    check_can_take_off_file(stored)
    stored.removed_on, stored.removed_because = timezone.localdate(), because
    stored.removed_by = by.label
    return stored.record(by=by, why=f"Taken off: {because}")
