"""Who holds which copy, who still waits for one, and the stored file itself."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.core.files.storage import default_storage

from children.models import ParentCarer
from isp_portal.documents.models import (
    CopyGiven,
    CopyNotGiven,
    IssuedDocument,
    IssuedPaper,
    recipients_of,
)
from plans.models import SupportPlan
from plans.rules.lifecycle import PlanStatus
from reviews.models import Participant, PresentAs, Review
from reviews.queries.review_people import adults_of


class FileDamaged(Exception):
    """The stored file is gone or is not the one that was issued."""


def copies_of(plan: SupportPlan) -> list[IssuedDocument]:
    """Every copy of this version that was issued, newest first, with how each was given."""
    return list(
        IssuedDocument.objects.of_plan(plan)
        .told_apart()
        .prefetch_related("copies_given")
        .order_by("-issued_at")
    )


def waiting_for_a_copy(plan: SupportPlan, on: date) -> list[ParentCarer]:
    """Parents who may receive a copy, hold none of this version, and no reason is recorded."""
    given = CopyGiven.objects.of_plan(plan).filter(document__recipient__isnull=False)
    done = set(given.values_list("document__recipient", flat=True))
    done |= set(CopyNotGiven.objects.of_plan(plan).values_list("contact", flat=True))
    return [contact for contact in recipients_of(plan.child, on) if contact.pk not in done]


def is_finished(plan: SupportPlan, on: date) -> bool:
    """Finalised, and every parent who may receive a copy holds it or it is said why not (C3.2)."""
    return plan.state is PlanStatus.FINALISED and not waiting_for_a_copy(plan, on)


def has_nobody_to_share_with(plan: SupportPlan, on: date) -> bool:
    """In force, given to nobody, and nobody may receive it: nothing to wait for, nothing shared."""
    in_force = plan.state is PlanStatus.FINALISED and not recipients_of(plan.child, on)
    given, not_given = CopyGiven.objects.of_plan(plan), CopyNotGiven.objects.of_plan(plan)
    return in_force and not given.exists() and not not_given.exists()


@dataclass(frozen=True, slots=True)
class MinutesStanding:
    """Where the copies of a review's minutes stand: which version is current, who waits for it."""

    version: int
    documents: tuple[IssuedDocument, ...]
    waiting: tuple[ParentCarer, ...]
    not_given: tuple[CopyNotGiven, ...]
    has_nobody: bool

    @property
    def is_shared(self) -> bool:
        """Every parent who may receive copies holds this version, or it is said why not."""
        return not self.waiting and not self.has_nobody

    @property
    def has_a_copy_for_the_file(self) -> bool:
        return any(not d.recipient_id and d.version == self.version for d in self.documents)


def minutes_standing(review: Review, on: date) -> MinutesStanding:
    """Of finalised minutes; a correction makes everybody wait again for the new version (C8.1)."""
    version = 1 + review.corrections.count()
    documents = IssuedDocument.objects.minutes_of(review).told_apart()
    not_given = tuple(review.copies_not_given.select_related("contact"))
    may_have = recipients_of(review.child, on)
    given = CopyGiven.objects.of_minutes(review, version).values_list("document__recipient")
    done = {pk for (pk,) in given} | {row.contact_id for row in not_given}
    return MinutesStanding(
        version=version,
        documents=tuple(documents.prefetch_related("copies_given")),
        waiting=tuple(contact for contact in may_have if contact.pk not in done),
        not_given=not_given,
        has_nobody=not may_have and not done,
    )


def letters_of(review: Review) -> list[IssuedDocument]:
    """Every letter that was issued for the review, newest first."""
    return list(IssuedDocument.objects.letters_of(review).told_apart())


def letter_readers(review: Review) -> list[Participant]:
    """Everybody who is down for the review and on file, each adult once: parents first."""
    known = [adult.first for adult in adults_of(review) if adult.first.is_on_file]
    return sorted(known, key=lambda row: row.capacity != PresentAs.PARENT)


def file_of(document: IssuedPaper) -> bytes:
    """The issued PDF, byte for byte as on the day. Raises `FileDamaged`."""
    try:
        pdf = stored_file(document.stored_as)
    except OSError as error:
        raise FileDamaged("The file of this copy is missing. Restore it from a backup.") from error
    if hashlib.sha256(pdf).hexdigest() != document.pdf_sha256:
        raise FileDamaged("The file of this copy is not as issued. Restore it from a backup.")
    return pdf


def stored_file(name: str) -> bytes:
    """What is stored under this name. Raises `OSError`."""
    with default_storage.open(name) as stored:
        content: bytes = stored.read()
    return content
