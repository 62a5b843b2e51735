"""From frozen facts to an issued copy, for every kind of paper: the same facts are one copy.

The drawing stands outside the transaction, so that nobody waits for it.
"""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from accounts.rules.actor import Actor
from children.models import ParentCarer
from isp_portal.documents import facts
from isp_portal.documents.models import (
    DocumentKind,
    IssuedDocument,
    IssuedDocumentQuerySet,
    IssuedPaper,
)
from isp_portal.documents.paper import Look, styles_of, template_hash
from isp_portal.documents.renderer import Drawn
from plans.models import SupportPlan
from reviews.models import Review

Row = TypeVar("Row", bound=IssuedPaper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is to be issued. `plan` is the plan, or the version that the review is of.

    `before` are the copies that may say the same already; `as_on` is these facts on the day of
    such a copy; `check` is asked again inside the transaction and holds what the facts rest on.
    """

    kind: DocumentKind
    plan: SupportPlan
    recipient: ParentCarer | None
    facts: Any
    look: Look
    draw: Callable[[], Drawn]
    check: Callable[[], None]
    before: IssuedDocumentQuerySet
    as_on: Callable[[Any], Any]
    review: Review | None = None
    version: int | None = None
    recipient_name: str = ""
    """Where the reader is no contact of the child; otherwise it follows from `recipient`."""


def issue(paper: Paper, by: Actor) -> IssuedDocument:
    """The copy that says this: the one issued before, else a new one with its file.

    Raises `Refused` as `check` does, or `RenderFailed` when no PDF can be made; then nothing is kept.
    """
    if before := _issued_before(paper):
        return before
    drawn = paper.draw()
    try:
        return _keep(paper, drawn, by)
    except IntegrityError:  # somebody issued the same facts in the meantime
        same = _issued_before(paper)
        if same is None:
            raise
        return same


def _issued_before(paper: Paper) -> IssuedDocument | None:
    """An issued copy that says the same but for the day of issue.

    Facts are compared as facts: those of an older copy may lack a key that has come since.
    """
    for document in paper.before.all():
        held = facts.from_json(type(paper.facts), document.facts)
        if held == paper.as_on(held):
            return document
    return None


def _keep(paper: Paper, drawn: Drawn, by: Actor) -> IssuedDocument:
    return keep(drawn, paper.check, lambda stored_as: _row(paper, drawn, stored_as, by), by)


def keep(drawn: Drawn, check: Callable[[], None], row: Callable[[str], Row], by: Actor) -> Row:
    """The file first, then the row; a row that cannot be written takes its file with it."""
    stored_as = default_storage.save(f"issued/{uuid.uuid4().hex}.pdf", ContentFile(drawn.pdf))
    try:
        with transaction.atomic():
            check()
            return row(stored_as).record(by=by, why="Issued")
    except BaseException:
        default_storage.delete(stored_as)
        raise


def _row(paper: Paper, drawn: Drawn, stored_as: str, by: Actor) -> IssuedDocument:
    return IssuedDocument(
        setting=paper.plan.child.setting,
        child=paper.plan.child,
        plan=paper.plan,
        review=paper.review,
        kind=paper.kind,
        version=paper.version,
        recipient=paper.recipient,
        recipient_name=paper.recipient_name or str(paper.recipient or "the child’s file"),
        facts=facts.to_json(paper.facts),
        facts_sha256=facts.fingerprint(paper.facts),
        stored_as=stored_as,
        pdf_sha256=hashlib.sha256(drawn.pdf).hexdigest(),
        page_count=drawn.pages,
        template_hash=template_hash(paper.look, styles_of(paper.look, paper.facts)),
        issued_on=paper.facts.issued_on,
        issued_by=by.label,
    )
