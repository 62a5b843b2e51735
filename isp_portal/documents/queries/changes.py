"""What differs from the copy that this recipient holds, line by line, in words."""

from django.utils import timezone

from children.models import ParentCarer
from isp_portal.documents import facts, words
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.queries.lines import (
    STRATEGY_WORDS,
    TARGET_WORDS,
    differences,
    held_before,
    standing,
)
from plans.models import PlanLine, Strategy, SupportPlan, Target
from plans.rules.content import LETTERS

SECTION_WORDS = {
    "strengths": "Strengths",
    "matters_to_child": "What matters",
    "how_child_showed_it": "How it was shown",
    "what_is_difficult": "What is hard just now",
    "starting_point_on": "The starting point",
    "starting_point_tracker": "The starting point",
    "starting_point_band": "The starting point",
    "parents_view": "What the family say",
    "parents_view_by_id": "What the family say",
    "parents_view_on": "What the family say",
    "why_no_parents_view": "What the family say",
    "primary_area": "The main need",
}


def changed_since(
    copy: IssuedDocument, plan: SupportPlan, recipient: ParentCarer | None
) -> facts.ChangedSince:
    """The rows of the change box for the recipient of `copy`."""
    held = copy.plan
    sections = [
        said for name, said in SECTION_WORDS.items() if getattr(plan, name) != getattr(held, name)
    ]
    said_once = list(dict.fromkeys(sections))
    rows = [f"{words.listed(said_once)}: changed."] if said_once else []
    rows += _lines(plan, held, Strategy, "Strategy", STRATEGY_WORDS)
    rows += _lines(plan, held, Target, "Target", TARGET_WORDS)
    return facts.ChangedSince(
        copy_of=timezone.localdate(copy.issued_at),
        rows=tuple(facts.Change(words=row) for row in rows),
        sign_again=recipient is not None and not plan.sign_offs.filter(contact=recipient).exists(),
    )


def _lines(
    plan: SupportPlan,
    held: SupportPlan,
    kind: type[PlanLine],
    noun: str,
    names: dict[str, str],
) -> list[str]:
    before, rows = held_before(held, kind), []
    for place, line in enumerate(standing(plan, kind)):
        label = LETTERS[place] if noun == "Target" else str(place + 1)
        old = before.pop(line.line_key, None)
        if old is None:
            rows.append(f"{noun} {label}: new.")
        elif changed := differences(line, old, names):
            rows.append(f"{noun} {label}: {words.listed(changed)} changed.")
    return rows + [f"Taken out: “{words.shortened(str(line))}”." for line in before.values()]
