"""What a review says so far, as the rules read it: the plan under review, its lines, its people."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from agencies.models import Agency
from children.models import ParentCarer
from plans.models import Strategy, SupportPlan, Target
from plans.queries.content import PlanLines, lines_of
from plans.rules.content import LETTERS
from reviews.models import (
    AgreedAction,
    LineVerdict,
    Participant,
    Presence,
    PresentAs,
    Review,
)
from reviews.rules.minutes_gaps import (
    LineSaid,
    MinutesGap,
    ParentSaid,
    PersonSaid,
    ReviewContent,
    minutes_gaps,
)
from reviews.rules.verdicts import (
    AfterAllAchieved,
    Decision,
    NextStepSource,
    StrategyVerdict,
    TargetVerdict,
    WhatNext,
)


@dataclass(frozen=True, slots=True)
class LineUnderReview:
    """A line of the plan under review: `name` is "Strategy 2" or "Target A"."""

    name: str
    row: Strategy | Target

    @property
    def key(self) -> UUID:
        return self.row.line_key


def reviewed_plan(review: Review) -> SupportPlan | None:
    """The newest version of the cycle's plan that was finalised; of minutes, the one they name."""
    if review.plan_id:
        return review.plan
    finalised = SupportPlan.objects.filter(cycle=review.cycle_id, finalised_at__isnull=False)
    return finalised.select_related("cycle", "child").order_by("-version").first()


def lines_under_review(lines: PlanLines) -> tuple[LineUnderReview, ...]:
    """Strategies by number, then targets by letter, as on the plan."""
    numbered = (
        LineUnderReview(f"Strategy {number}", row)
        for number, row in enumerate(lines.strategies, start=1)
    )
    lettered = (
        LineUnderReview(f"Target {letter}", row)
        for letter, row in zip(LETTERS, lines.targets, strict=False)
    )
    return (*numbered, *lettered)


def target_agencies(targets: Iterable[Target]) -> tuple[Agency, ...]:
    """The agencies whose reports the targets came from, each once (C6.1)."""
    found = {t.source_report.agency_id: t.source_report.agency for t in targets if t.source_report}
    return tuple(found.values())


def unsettled_actions(review: Review) -> tuple[AgreedAction, ...]:
    """Actions of this child's earlier reviews that are still open and not looked at in this one."""
    earlier = AgreedAction.objects.open().filter(
        review__child=review.child_id, review__cycle__number__lt=review.cycle.number
    )
    return tuple(earlier.exclude(looked_at__review=review))


def parents_to_hear(review: Review) -> tuple[ParentCarer, ...]:
    """The contacts down as parents whom nothing keeps from taking part today."""
    free = ParentCarer.objects.to_be_asked(timezone.localdate())
    down = Participant.objects.filter(review=review, capacity=PresentAs.PARENT)
    return tuple(free.filter(pk__in=down.values("contact")))


def review_gaps(review: Review) -> tuple[MinutesGap, ...]:
    """What keeps the review from being finalised, in words; none is ready (C8.1)."""
    return minutes_gaps(review_content(review))


def review_content(review: Review) -> ReviewContent:
    """Everything that the review says, as plain values, in a fixed number of queries."""
    plan = reviewed_plan(review)
    lines = lines_of(plan) if plan else PlanLines((), ())
    said = {row.line_key: row for row in review.verdicts.select_related("next_report")}
    heard = set(review.family_views.values_list("contact", flat=True))
    parents = parents_to_hear(review)
    return ReviewContent(
        held_on=review.held_on,
        how_held=review.how_held,
        has_minute_taker=review.minute_taker_id is not None,
        lines=tuple(_line(line, said.get(line.key)) for line in lines_under_review(lines)),
        people=_people(review, heard, {parent.pk for parent in parents}),
        parents=tuple(ParentSaid(parent.name, parent.pk in heard) for parent in parents),
        why_no_parents_view=review.why_no_parents_view,
        child_called=review.child.called,
        child_view=review.child_view,
        child_view_how=review.child_view_how,
        why_no_child_view=review.why_no_child_view,
        unsettled_actions=tuple(str(action) for action in unsettled_actions(review)),
        decision=Decision(review.decision) if review.decision else None,
        decision_words=review.decision_words,
        has_step_up_agency=review.step_up_to_id is not None,
        target_agencies=tuple(agency.name for agency in target_agencies(lines.targets)),
        after_all_achieved=(
            AfterAllAchieved(review.after_all_achieved) if review.after_all_achieved else None
        ),
        has_observation_agency=review.observation_by_id is not None,
        next_review_on=review.next_review_on,
    )


def _line(line: LineUnderReview, said: LineVerdict | None) -> LineSaid:
    if said is None:
        return LineSaid(str(line.key), line.name)
    kind = TargetVerdict if isinstance(line.row, Target) else StrategyVerdict
    report = said.next_report
    return LineSaid(
        key=str(line.key),
        name=line.name,
        verdict=kind(said.verdict),
        why=said.why,
        what_next=WhatNext(said.what_next) if said.what_next else None,
        next_words=said.next_words,
        next_know_when=said.next_know_when,
        source=NextStepSource(said.next_step_source) if said.next_step_source else None,
        report="" if report is None or report.withdrawn_on else str(report),
        page=said.next_page,
        detail=said.next_detail,
    )


def _people(review: Review, heard: set[UUID], parents: set[UUID]) -> tuple[PersonSaid, ...]:
    """Everybody who is down, but for a parent who may not take part any more."""
    return tuple(
        PersonSaid(
            name=person.name,
            capacity=person.capacity,
            came=person.presence == Presence.CAME if person.presence else None,
            absent_because=person.absent_because,
            view_obtained_how=person.view_obtained_how,
            has_view=person.contact_id in heard,
        )
        for person in review.participants.all()
        if person.contact_id is None or person.contact_id in parents
    )
