"""Gathers the minutes of a review for one recipient (C8.1).

A parent's copy holds what was said by everybody who may take part, the other parent's words and
name among it, and nobody's address or phone. Somebody barred from contact or from reading about
the child on the day of issue is left out of every parent's copy; the child's file keeps them. Why
somebody barred was absent is on no copy: a reason could give the restriction away.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from children.models import ParentCarer
from isp_portal.documents import facts, words
from isp_portal.documents.facts.minutes import (
    Agreed,
    ChildView,
    Corrected,
    Covered,
    Decided,
    FromLastTime,
    LineReviewed,
    MinutesPaper,
)
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.queries.gather import child_facts, recipient_facts, setting_facts
from isp_portal.documents.queries.minutes_lines import covered, strategies_of, targets_of
from isp_portal.documents.queries.minutes_people import PeopleOfReview
from isp_portal.documents.queries.next_review import next_review_of
from isp_portal.documents.queries.withheld import lines_without_names
from plans.models import SupportPlan
from plans.queries.calendar import ruleset_of
from plans.queries.content import lines_of
from plans.rules.content import SourceKind
from reviews.models import ActionOutcome, Review
from reviews.queries.review_facts import target_agencies
from reviews.rules.verdicts import AfterAllAchieved, Decision, TargetVerdict, all_achieved


def minutes_facts(review: Review, recipient: ParentCarer | None, on: date) -> MinutesPaper:
    """What the minutes say to this recipient on the day; None is the child's file.

    The review is finalised: it names its plan and the day it was held.
    """
    plan, held_on = review.plan, review.held_on
    assert plan is not None
    assert held_on is not None
    titles = ruleset_of(review.child.setting, held_on)
    people = PeopleOfReview(review, recipient, on)
    corrections = _corrections(review)
    days = [finalised_on(review), *(note.on for note in corrections)]
    looked_back, strategies, targets = _as_first_issued(review, plan, held_on)
    if people.leaves_somebody_out:
        strategies = lines_without_names(strategies)
    return MinutesPaper(
        setting=setting_facts(review.child.setting),
        child=child_facts(review.child, held_on),
        recipient=recipient_facts(recipient),
        paper_title=titles.title("minutes_of_review"),
        plan_title=titles.title("support_plan"),
        plan_number=review.cycle.number,
        plan_version=plan.version,
        version=len(days),
        version_of=days[-1],
        issued_on=on,
        replaces=f"version {len(days) - 1} of {words.dated(days[-2])}" if corrections else "",
        corrections=corrections,
        held_on=held_on,
        how_held=review.how_held,
        minutes_by=people.minutes_by(),
        covered=looked_back,
        came=people.came(),
        could_not_come=people.could_not_come(),
        from_last_time=_from_last_time(review),
        attendance_effect=review.attendance_effect,
        strategies=strategies,
        targets=targets,
        views=people.views(),
        why_no_view=people.why_no_view(),
        agency_comments=review.agency_comments,
        child_view=ChildView(
            words=review.child_view, how=review.child_view_how, why_none=review.why_no_child_view
        ),
        decided=_decided(review, plan),
        actions=_actions(review, people),
        next_review=next_review_of(review),
        sign_offs=people.sign_offs(),
    )


def finalised_on(review: Review) -> date:
    """The day of version 1."""
    assert review.finalised_at is not None
    return timezone.localdate(review.finalised_at)


def _as_first_issued(
    review: Review, plan: SupportPlan, held_on: date
) -> tuple[Covered, tuple[LineReviewed, ...], tuple[LineReviewed, ...]]:
    """Days, sessions and lines: counted for the first copy, and from then on as they were there."""
    first = IssuedDocument.objects.minutes_of(review).order_by("issued_at").first()
    if first is not None:
        held = facts.from_json(MinutesPaper, first.facts)
        return held.covered, _as_said(review, plan, held.strategies), held.targets
    return covered(review, held_on), strategies_of(review, plan), targets_of(review, plan)


def _as_said(
    review: Review, plan: SupportPlan, lines: tuple[LineReviewed, ...]
) -> tuple[LineReviewed, ...]:
    """The lines of the first copy, with the sources that it may have left out for its reader."""
    sources = {one.label: one.next_source for one in strategies_of(review, plan)}
    return tuple(
        replace(one, next_source=sources.get(one.label))
        if one.next_source and one.next_source.kind == SourceKind.PARENT.value
        else one
        for one in lines
    )


def _corrections(review: Review) -> tuple[Corrected, ...]:
    return tuple(
        Corrected(
            version=note.version, on=note.corrected_on, words=note.words, by=note.corrected_by
        )
        for note in review.corrections.all()
    )


def _from_last_time(review: Review) -> tuple[FromLastTime, ...]:
    return tuple(
        FromLastTime(
            what=row.action.what, outcome=row.outcome, looked_on=row.looked_on, words=row.words
        )
        for row in review.looked_at.select_related("action")
    )


def _actions(review: Review, people: PeopleOfReview) -> tuple[Agreed, ...]:
    """What was agreed, then what goes on from an earlier review."""
    carried = review.looked_at.filter(outcome=ActionOutcome.CARRIED).select_related("action")
    rows = [(row, False) for row in review.agreed_actions.all()]
    rows += [(row.action, True) for row in carried]
    return tuple(
        Agreed(what=row.what, who=people.doer(row.who), by_on=row.by_on, is_carried=is_carried)
        for row, is_carried in rows
    )


def _decided(review: Review, plan: SupportPlan) -> Decided:
    decided = Decided(
        label=Decision(review.decision).label if review.decision else "",
        words=review.decision_words,
        step_up_to=review.step_up_to.name if review.step_up_to else "",
        **_all_achieved(review, plan),
    )
    return replace(decided, follows=_follows(decided))


def _follows(decided: Decided) -> str:
    """What the rest of it says, in English."""
    said = []
    if decided.step_up_to:
        said.append(f"We ask {decided.step_up_to} for more support.")
    if decided.observation_by:
        asked = words.listed(list(decided.observation_by))
        said.append(
            f"Every target is achieved: we ask {asked} for a new observation and report (C6.1)."
        )
    elif decided.all_achieved:
        chosen = f" {decided.chosen}." if decided.chosen else ""
        said.append(f"Every target is achieved.{chosen}")
    return " ".join(said)


def _all_achieved(review: Review, plan: SupportPlan) -> dict[str, Any]:
    """Every target is achieved: who is asked for an observation, or what was chosen (C6.1)."""
    targets = lines_of(plan).targets
    keys = [line.line_key for line in targets]  # a correction may have taken a target off since
    said = review.verdicts.filter(line_key__in=keys).values_list("verdict", flat=True)
    if not all_achieved(tuple(TargetVerdict(verdict) for verdict in said)):
        return {}
    chosen = review.after_all_achieved
    agencies = [agency.name for agency in target_agencies(targets)]
    if review.observation_by and (agencies or chosen == AfterAllAchieved.AGENCY.value):
        agencies = [review.observation_by.name]
    return {
        "all_achieved": True,
        "observation_by": tuple(agencies),
        "chosen": AfterAllAchieved(chosen).label if chosen and not agencies else "",
    }
