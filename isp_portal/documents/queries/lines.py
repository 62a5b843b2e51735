"""The lines of a plan as facts: numbered, lettered, with where each came from."""

from datetime import date
from uuid import UUID

from isp_portal.documents import facts, words
from plans.models import PlanLine, Strategy, SupportPlan, Target
from plans.rules.content import LETTERS, Provision, SourceKind

SOURCE_WORDS = dict.fromkeys(
    ("source_kind", "source_report_id", "source_page", "source_detail"), "where it came from"
)
STRATEGY_WORDS = {
    "what_adults_do": "what adults do",
    "when_and_where": "when and where",
    "who": "who",
    "how_often": "how often",
    "resources": "what it needs",
    "at_home": "at home",
    "provision": "how it goes beyond the ordinary",
    "different_from_what": "how it goes beyond the ordinary",
    **SOURCE_WORDS,
}
TARGET_WORDS = {
    "small_step": "the small step",
    "starting_point": "the starting point",
    "know_when": "how we will know",
    "adapts_id": "the target it adapts",
    **SOURCE_WORDS,
}


def standing(plan: SupportPlan, kind: type[PlanLine]) -> list[PlanLine]:
    """The lines that are in the plan, in their order."""
    rows = kind.objects.filter(plan=plan).standing().select_related("source_report__agency")
    return [row for row in rows.order_by("position", "id") if isinstance(row, PlanLine)]


def held_before(plan: SupportPlan | None, kind: type[PlanLine]) -> dict[UUID, PlanLine]:
    """The lines of the version that the recipient holds, by the key that stays the same."""
    return {line.line_key: line for line in standing(plan, kind)} if plan else {}


def changed_fields(line: PlanLine, old: PlanLine, names: dict[str, str]) -> dict[str, str]:
    """The parts of the line that differ, each with what people call it."""
    changed = {
        name: said for name, said in names.items() if getattr(line, name) != getattr(old, name)
    }
    if _serving(line) != _serving(old):
        changed["served_by"] = "what serves it"
    return changed


def _serving(line: PlanLine) -> set[UUID]:
    """The strategies that serve a target, by the key that stays the same; a strategy has none."""
    if not isinstance(line, Target):
        return set()
    served = line.served_by.filter(strategy__removed_at__isnull=True)
    return set(served.values_list("strategy__line_key", flat=True))


def serving_words(line: PlanLine) -> str:
    """strategies 1 and 2: those that serve a target, as its own plan numbers them."""
    keys = [row.line_key for row in standing(line.plan, Strategy)]
    serving = _serving(line)
    numbers = [str(number) for number, key in enumerate(keys, start=1) if key in serving]
    if not numbers:
        return ""
    return f"{'strategy' if len(numbers) == 1 else 'strategies'} {words.listed(numbers)}"


def strategies_of(
    plan: SupportPlan, held: SupportPlan | None, day: date
) -> tuple[facts.Strategy, ...]:
    """The strategies, numbered from 1. `held` is the version of the recipient's own copy."""
    before = held_before(held, Strategy)
    return tuple(
        facts.Strategy(
            number=number,
            what_adults_do=line.what_adults_do,
            when_and_where=line.when_and_where,
            who=line.who,
            how_often=line.how_often,
            resources=line.resources,
            at_home=line.at_home,
            different_from=_beyond(line),
            source=source_facts(line),
            changed_on=_changed_on(line, before, held, STRATEGY_WORDS, day),
        )
        for number, line in enumerate(standing(plan, Strategy), start=1)
        if isinstance(line, Strategy)
    )


def targets_of(plan: SupportPlan, held: SupportPlan | None, day: date) -> tuple[facts.Target, ...]:
    """The targets, lettered from A, each with the numbers of the strategies that serve it."""
    before = held_before(held, Target)
    numbers = {line.pk: number for number, line in enumerate(standing(plan, Strategy), start=1)}
    return tuple(
        facts.Target(
            letter=letter,
            small_step=line.small_step,
            starting_point=line.starting_point,
            starting_on=plan.cycle.starts_on,
            know_when=line.know_when,
            served_by=_served_by(line, numbers),
            by_when=plan.cycle.due_on,
            source=source_facts(line),
            adapts=line.adapts.small_step if line.adapts else "",
            changed_on=_changed_on(line, before, held, TARGET_WORDS, day),
        )
        for letter, line in zip(LETTERS, standing(plan, Target), strict=False)
        if isinstance(line, Target)
    )


def _served_by(line: Target, numbers: dict[UUID, int]) -> tuple[int, ...]:
    served = line.served_by.values_list("strategy", flat=True)
    return tuple(sorted(numbers[pk] for pk in served if pk in numbers))


def _changed_on(
    line: PlanLine,
    before: dict[UUID, PlanLine],
    held: SupportPlan | None,
    names: dict[str, str],
    day: date,
) -> date | None:
    if held is None:
        return None
    old = before.get(line.line_key)
    return day if old is None or changed_fields(line, old, names) else None


def _beyond(line: Strategy) -> str:
    """Additional or different, and from what: the evidence that C2 asks for."""
    if line.provision in ("", Provision.ORDINARY.value):
        return ""
    return ": ".join(filter(None, [Provision(line.provision).label, line.different_from_what]))


def source_facts(line: PlanLine) -> facts.Source:
    """Where the line came from, as its paper says it."""
    if line.source_kind == SourceKind.REPORT.value and line.source_report:
        report = line.source_report
        return facts.Source(
            kind=line.source_kind,
            words=report.agency.name,
            dated_on=report.dated_on,
            detail=line.source_detail,
            page=line.source_page,
        )
    return facts.Source(kind=line.source_kind, words=line.source_detail, page=line.source_page)
