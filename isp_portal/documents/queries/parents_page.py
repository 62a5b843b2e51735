"""Gathers the parents' page from the plan it goes with, and says who holds which (C3.2)."""

from dataclasses import dataclass
from datetime import date

from children.models import ParentCarer
from isp_portal.documents import facts
from isp_portal.documents.models import DocumentKind, IssuedDocument, recipients_of
from isp_portal.documents.queries.changes import changed_since, copy_held
from isp_portal.documents.queries.gather import (
    child_facts,
    recipient_facts,
    replaces_words,
    setting_facts,
    version_day,
)
from isp_portal.documents.queries.lines import standing
from plans.models import Capacity, Strategy, SupportPlan
from plans.queries.calendar import ruleset_of
from reviews.models import Review


def parents_page_facts(plan: SupportPlan, recipient: ParentCarer, on: date) -> facts.ParentsPage:
    """What the page says to this parent on the day. It names no other contact of the child."""
    copy = copy_held(plan, recipient, DocumentKind.PARENTS_PAGE)
    lines = [line for line in standing(plan, Strategy) if isinstance(line, Strategy)]
    review = Review.objects.open().filter(cycle=plan.cycle, held_on__isnull=True).first()
    return facts.ParentsPage(
        setting=setting_facts(plan.child.setting),
        child=child_facts(plan.child, on),
        recipient=recipient_facts(recipient),
        plan_title=ruleset_of(plan.child.setting, on).title("support_plan"),
        number=plan.cycle.number,
        version=plan.version,
        version_of=version_day(plan, on),
        issued_on=on,
        replaces=replaces_words(plan, on),
        changed=changed_since(copy, plan, recipient) if copy else None,
        we_do=tuple(
            facts.PageLine(number=number, words=line.what_adults_do)
            for number, line in enumerate(lines, start=1)
        ),
        at_home=tuple(
            facts.PageLine(number=number, words=line.at_home)
            for number, line in enumerate(lines, start=1)
            if line.at_home
        ),
        meets_on=review.planned_on if review else None,
        meets_at=review.planned_time if review else None,
        place=review.place if review else "",
        interpreter=review.interpreter if review else "",
        window_opens_on=plan.cycle.opens_on,
        due_on=plan.cycle.due_on,
        senco=_senco(plan),
    )


def _senco(plan: SupportPlan) -> str:
    """Whoever signed the plan as SENCO."""
    row = plan.sign_offs.filter(capacity=Capacity.SENCO).first()
    return row.person_name if row else ""


@dataclass(frozen=True, slots=True)
class PagesStanding:
    """The pages issued with a version of a plan, and the parents who have none yet."""

    documents: tuple[IssuedDocument, ...]
    without: tuple[ParentCarer, ...]


def pages_standing(plan: SupportPlan, on: date) -> PagesStanding:
    """Newest first. A page is beside the plan: C3.2 asks for a copy of the plan itself."""
    issued = IssuedDocument.objects.pages_of(plan).told_apart()
    documents = tuple(issued.prefetch_related("copies_given").order_by("-issued_at"))
    have = {document.recipient_id for document in documents}
    without = (contact for contact in recipients_of(plan.child, on) if contact.pk not in have)
    return PagesStanding(documents, tuple(without))
