"""Who holds which copy, who still waits for one, and the stored file itself."""

import hashlib
from datetime import date

from django.core.files.storage import default_storage

from children.models import ParentCarer
from isp_portal.documents.models import CopyGiven, CopyNotGiven, IssuedDocument, recipients_of
from plans.models import SupportPlan
from plans.rules.lifecycle import PlanStatus


class FileDamaged(Exception):
    """The stored file is gone or is not the one that was issued."""


def copies_of(plan: SupportPlan) -> list[IssuedDocument]:
    """Every copy of this version that was issued, newest first, with how each was given."""
    return list(
        IssuedDocument.objects.of_plan(plan)
        .select_related("recipient")
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


def file_of(document: IssuedDocument) -> bytes:
    """The issued PDF, byte for byte as on the day. Raises `FileDamaged`."""
    try:
        with default_storage.open(document.stored_as) as stored:
            pdf: bytes = stored.read()
    except OSError as error:
        raise FileDamaged("The file of this copy is missing. Restore it from a backup.") from error
    if hashlib.sha256(pdf).hexdigest() != document.pdf_sha256:
        raise FileDamaged("The file of this copy is not as issued. Restore it from a backup.")
    return pdf
