"""The lines of a reviewed plan with their verdicts, and what the record says of each (C5, C6, C8)."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from children.queries import sessions_attended
from isp_portal.documents import facts
from isp_portal.documents.facts.minutes import Covered, HelpCount, LineReviewed
from isp_portal.documents.queries.lines import standing
from plans.models import PlanLine, Strategy, SupportPlan, Target
from plans.queries.calendar import calendar_of
from plans.rules.content import LETTERS
from plans.rules.window import weeks
from reviews.models import EntryLine, LineVerdict, Review
from reviews.rules.help import HelpLevel
from reviews.rules.verdicts import NextStepSource

CHIPS = {
    NextStepSource.REPORT: "report",
    NextStepSource.TRACKER: "setting",
    NextStepSource.JUDGEMENT: "setting",
    NextStepSource.PARENT: "parent",
}
BEFORE_DETAIL = {
    NextStepSource.REPORT: "",
    NextStepSource.TRACKER: "Early Support tracker",
    NextStepSource.JUDGEMENT: "our professional judgement",
    NextStepSource.PARENT: "",
}


def covered(review: Review, held_on: date) -> Covered:
    """From the first day of the cycle to the day the review was held."""
    first_on = review.cycle.starts_on or held_on
    sessions = sessions_attended(review.child, first_on, held_on)
    return Covered(
        first_on=first_on,
        last_on=held_on,
        open_weeks=_open_weeks(review, first_on, held_on),
        attended=sessions.attended,
        possible=sessions.possible,
        unknown=sessions.unknown,
    )


def _open_weeks(review: Review, first_on: date, held_on: date) -> int | None:
    try:
        calendar = calendar_of(review.child.setting)
    except ValueError:  # the setting has not said on which days it opens
        return None
    return int(weeks(first_on, held_on, calendar).open_weeks)


def strategies_of(review: Review, plan: SupportPlan) -> tuple[LineReviewed, ...]:
    """The strategies by number."""
    lines = standing(plan, Strategy)
    return _reviewed(review, zip(map(str, range(1, len(lines) + 1)), lines, strict=True))


def targets_of(review: Review, plan: SupportPlan) -> tuple[LineReviewed, ...]:
    """The targets by letter."""
    return _reviewed(review, zip(LETTERS, standing(plan, Target), strict=False))


def _reviewed(review: Review, labelled: Iterable[tuple[str, PlanLine]]) -> tuple[LineReviewed, ...]:
    """The lines on which there is a verdict."""
    said = {row.line_key: row for row in _verdicts(review)}
    seen = _seen(review)
    return tuple(
        _line(label, line, said[line.line_key], seen.get(line.line_key, Counter()))
        for label, line in labelled
        if line.line_key in said
    )


def _verdicts(review: Review) -> Iterable[LineVerdict]:
    return review.verdicts.select_related(
        "next_report__agency", "next_recommendation__report__agency"
    )


def _seen(review: Review) -> dict[UUID, Counter[str]]:
    """Of each line how many entries of the cycle had which help level; "" did not happen."""
    rows = EntryLine.objects.filter(
        entry__cycle=review.cycle_id,
        entry__taken_back_at__isnull=True,
        entry__seen_on__lte=review.held_on,
    )
    seen: dict[UUID, Counter[str]] = {}
    for key, level in rows.values_list("line_key", "help_level"):
        seen.setdefault(key, Counter())[level] += 1
    return seen


def _line(label: str, line: PlanLine, said: LineVerdict, seen: Counter[str]) -> LineReviewed:
    return LineReviewed(
        label=label,
        words=str(line),
        verdict=said.verdict,
        why=said.why,
        helped=tuple(
            HelpCount(level=level.value, entries=seen[level.value])
            for level in HelpLevel
            if seen[level.value]
        ),
        not_delivered=seen[""],
        what_next=said.what_next,
        next_words=said.next_words,
        next_know_when=said.next_know_when,
        next_source=_source(said),
    )


def _source(said: LineVerdict) -> facts.Source | None:
    """Where the next step came from (C5.1)."""
    if not said.next_step_source:
        return None
    kind = NextStepSource(said.next_step_source)
    cited = said.next_recommendation
    report = said.next_report or (cited.report if cited else None)
    named = report.agency.name if report else BEFORE_DETAIL[kind]
    return facts.Source(
        kind=CHIPS[kind],
        words=named or said.next_detail,
        dated_on=report.dated_on if report else None,
        detail=said.next_detail if named else "",
        page=said.next_page or (cited.page if cited else ""),
    )
