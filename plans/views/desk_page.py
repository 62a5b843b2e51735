"""What the editor shows: sections with their state, gaps with their places, lines with their forms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from accounts.forms.base import PortalForm
from accounts.rules.day_words import say_number
from plans.forms.lines import LineForm, StrategyForm, TargetForm
from plans.forms.sections import PART_FORMS, PartForm, part_form
from plans.models import Strategy, SupportPlan, Target
from plans.queries.content import serving
from plans.queries.desk import Desk, is_passed, nudges_of, worth_a_thought
from plans.rules.content import LETTERS
from plans.rules.gaps import Gap
from plans.rules.nudges import Nudge, SmartPart

from .door import desk_url

PART_OF_GAP = {
    "starts_on": "start",
    "primary_area": "area",
    "strengths": "strengths",
    "matters_to_child": "strengths",
    "how_child_showed_it": "strengths",
    "parents_view": "parents-view",
    "what_is_difficult": "difficult",
    "strategies": "strategies",
    "targets": "targets",
}
FIELD_OF_GAP = {
    "source": "source_kind",
    "report": "source_report",
    "page": "source_page",
    "served_by": "strategies",
}
SECTIONS = (
    ("about", "About this plan", ("start", "area")),
    ("strengths", "Strengths and interests", ("strengths",)),
    ("parents-view", "Parents' view", ("parents-view",)),
    ("difficult", "What is difficult", ("difficult",)),
    ("strategies", "Strategies", ("strategies",)),
    ("targets", "Targets", ("targets",)),
)
PART_TITLES: dict[SmartPart, str] = {
    SmartPart.WHAT: "What",
    SmartPart.WHERE: "Where",
    SmartPart.WHO: "With whom",
    SmartPart.HOW_OFTEN: "How often",
    SmartPart.STARTING_POINT: "Starting point",
    SmartPart.KNOW_WHEN: "We will know when",
}


@dataclass(frozen=True)
class Place:
    """Something to put right or think about, and where."""

    title: str
    url: str
    words: str = ""


@dataclass(frozen=True)
class Step:
    """A section in the list at the side."""

    url: str
    title: str
    words: str
    icon: str
    css: str
    is_current: bool = False


@dataclass(frozen=True)
class Part:
    """One of the six parts of a target that can be seen; `is_wanted` while a nudge asks for it."""

    title: str
    words: str
    is_there: bool
    is_wanted: bool


@dataclass(frozen=True)
class Row:
    """A line of the plan on its desk: read, or open as a form."""

    line: Any
    kind: str
    mark: str
    form: LineForm | None
    is_first: bool
    is_last: bool
    parts: tuple[Part, ...] = ()

    @property
    def there(self) -> int:
        return sum(part.is_there for part in self.parts)

    @property
    def served_by(self) -> list[Strategy]:
        return serving(self.line)


def mark_of(desk: Desk, line: Strategy | Target) -> str:
    """Strategies are numbered and targets lettered, as on paper."""
    if isinstance(line, Strategy):
        return str(desk.lines.strategies.index(line) + 1)
    return LETTERS[desk.lines.targets.index(line)]


def gap_places(desk: Desk) -> list[Place]:
    return [Place(gap.sentence, _gap_url(desk.plan, gap)) for gap in desk.missing]


def _gap_url(plan: SupportPlan, gap: Gap) -> str:
    if gap.line_key:
        field = FIELD_OF_GAP.get(gap.field, gap.field)
        box = f"{field}_0" if field == "strategies" else field
        return desk_url(plan.pk, f"line-{gap.line_key}-{box}", gap.line_key)
    part = PART_OF_GAP[gap.section]
    return desk_url(plan.pk, f"{part}-{gap.field}" if part in PART_FORMS else part)


def thought_places(desk: Desk) -> list[Place]:
    found = [(line, worth_a_thought(line)) for line in desk.lines.targets]
    return [
        Place(
            f"Target {mark_of(desk, line)} does not say {wanted}.",
            desk_url(desk.plan.pk, f"line-{line.line_key}", line.line_key),
        )
        for line, wanted in found
        if wanted
    ]


def gaps_heading(desk: Desk) -> str:
    count = len(desk.missing)
    words = "gap" if count == 1 else "gaps"
    return f"{say_number(count).capitalize()} {words} to close before this is final"


def steps_of(desk: Desk) -> list[Step]:
    """The sections with their state; the first that has a gap is the one to go on with."""
    url = reverse("plans:finish", args=[desk.plan.pk])
    steps = [_step(desk, *section) for section in SECTIONS]
    steps.append(Step(url, "Who agrees", "Key person and SENCO", "signature", ""))
    open_parts = {PART_OF_GAP[gap.section] for gap in desk.missing}
    states = [open_parts.isdisjoint(parts) for _, _, parts in SECTIONS]
    here = states.index(False) if False in states else len(SECTIONS)
    steps[here] = replace(steps[here], is_current=True)
    return steps


def _step(desk: Desk, anchor: str, title: str, parts: tuple[str, ...]) -> Step:
    count = sum(PART_OF_GAP[gap.section] in parts for gap in desk.missing)
    words = f"{count} gap{'' if count == 1 else 's'}" if count else "Complete"
    if anchor in ("strategies", "targets"):
        lines = len(getattr(desk.lines, anchor))
        said = f"{say_number(lines).capitalize()} written" if lines else "None written"
        words = f"{said}, {words}" if count else said
    look = ("triangle", "icon-amber") if count else ("ticked-circle", "icon-leaf")
    return Step(f"#{anchor}", title, words, *look)


def steps_summary(desk: Desk) -> str:
    open_parts = {PART_OF_GAP[gap.section] for gap in desk.missing}
    complete = sum(open_parts.isdisjoint(parts) for _, _, parts in SECTIONS)
    return f"{len(SECTIONS)} sections to write, {complete} complete"


def parts_of(line: Target) -> tuple[Part, ...]:
    return tuple(_part(nudge, is_passed(line, nudge)) for nudge in nudges_of(line))


def _part(nudge: Nudge, passed: bool) -> Part:
    words = "said" if nudge.found else f"not said yet. {nudge.reason}. For example {nudge.example}"
    if passed:
        words = "left out on purpose"
    return Part(PART_TITLES[nudge.part], words, nudge.found, not (nudge.found or passed))


def line_form(desk: Desk, line: Strategy | Target, data: Any = None) -> LineForm:
    """The form of a line of this desk."""
    if isinstance(line, Strategy):
        return StrategyForm(data, record=line, offered=desk.offered)
    return TargetForm(data, record=line, offered=desk.offered)


def rows_of(desk: Desk, kind: str, opened: str, bound: Mapping[str, PortalForm]) -> list[Row]:
    """The lines of one kind. One with a gap, or asked for, or not saved, is open as a form."""
    lines = getattr(desk.lines, kind)
    rows = []
    for line in lines:
        key = str(line.line_key)
        is_open = key in bound or key == opened or bool(desk.missing_in(line))
        form = bound.get(key) or (line_form(desk, line) if is_open else None)
        parts = parts_of(line) if isinstance(line, Target) else ()
        first, last = line is lines[0], line is lines[-1]
        rows.append(Row(line, kind, mark_of(desk, line), form, first, last, parts))  # type: ignore[arg-type]
    return rows


def forms_of(plan: SupportPlan, bound: Mapping[str, PortalForm]) -> dict[str, PartForm]:
    """Every section's form, by its part with underscores, the bound one in its place."""
    forms = {part: bound.get(part) or part_form(part, plan) for part in PART_FORMS}
    return {part.replace("-", "_"): form for part, form in forms.items()}  # type: ignore[misc]


def drawn_again(desk: Desk, line: Strategy | Target | None = None) -> dict[str, Any]:
    """The parts of the page that a save may change, for the script to put in their places."""
    told = desk_told(desk)
    parts = {
        "plan-gaps": ("plans/_gaps.html", told),
        "plan-steps": ("plans/_steps.html", told),
    }
    if isinstance(line, Target) and line in desk.lines.targets:
        current = desk.lines.targets[desk.lines.targets.index(line)]
        row = Row(current, "targets", mark_of(desk, current), None, True, True, parts_of(current))
        parts[f"nudge-{line.line_key}"] = ("plans/_nudge.html", {"row": row})
    return parts


def desk_told(desk: Desk) -> dict[str, Any]:
    """What the list of sections and the list of gaps are told."""
    return {
        "steps": steps_of(desk),
        "summary": steps_summary(desk),
        "gaps": gap_places(desk),
        "thoughts": thought_places(desk),
        "heading": gaps_heading(desk),
    }


def page_told(
    desk: Desk, opened: str, bound: Mapping[str, PortalForm], problem: PortalForm | None
) -> dict[str, Any]:
    """Everything that the editor's template names."""
    new_keys: dict[str, UUID] = {"strategy_key": uuid4(), "target_key": uuid4()}
    return {
        **desk_told(desk),
        **new_keys,
        "plan": desk.plan,
        "child": desk.plan.child,
        "cycle": desk.plan.cycle,
        "forms": forms_of(desk.plan, bound),
        "strategies": rows_of(desk, "strategies", opened, bound),
        "targets": rows_of(desk, "targets", opened, bound),
        "removed": desk.lines.removed,
        "recommended_strategies": desk.offered.recommended("strategies"),
        "recommended_targets": desk.offered.recommended("targets"),
        "problem": problem,
    }
