"""A finalised plan never changes, whoever asks and however."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.rules.refusal import Refused
from plans import actions
from plans.models import Strategy, SupportPlan, Target, TargetStrategy, UnchangeablePlan
from tests.people import STORY, Cast
from tests.plans.stories import finalised

ACTS: dict[str, Callable[[SupportPlan], Any]] = {
    "write": lambda p: actions.change_section(plan=p, values={"strengths": "New"}, by=STORY),
    "set start": lambda p: actions.set_start(plan=p, starts_on=date(2026, 11, 30), by=STORY),
    "add strategy": lambda p: actions.add_strategy(plan=p, line_key=uuid4(), by=STORY),
    "add target": lambda p: actions.add_target(plan=p, line_key=uuid4(), by=STORY),
    "change strategy": lambda p: actions.change_strategy(
        line=p.strategy_lines.first(), values={"who": "New"}, by=STORY
    ),
    "change target": lambda p: actions.change_target(
        line=p.target_lines.first(), values={"small_step": "New"}, served_by=[], by=STORY
    ),
    "move": lambda p: actions.move_line(line=p.strategy_lines.first(), up=True, by=STORY),
    "take off": lambda p: actions.remove_line(line=p.target_lines.first(), by=STORY),
    "put back": lambda p: actions.put_back_line(line=p.target_lines.first(), by=STORY),
    "mark ready": lambda p: actions.mark_ready(plan=p, by=STORY),
    "back to draft": lambda p: actions.back_to_draft(plan=p, by=STORY),
    "finalise": lambda p: actions.finalise_plan(plan=p, by=STORY),
    "correct": lambda p: actions.correct_plan(plan=p, because="A word", by=STORY),
    "close": lambda p: actions.close_plan(plan=p, because="Over", by=STORY),
}
MAY_CHANGE = {"status", "row_version", "closed_at", "closed_by", "closed_because"}


def as_stored(plan: SupportPlan) -> list[Any]:
    """Every column of the plan but those of its path, and every column of its lines."""
    rows = [
        *SupportPlan.objects.filter(pk=plan.pk).values(),
        *Strategy.objects.filter(plan=plan).order_by("pk").values(),
        *Target.objects.filter(plan=plan).order_by("pk").values(),
        *TargetStrategy.objects.filter(target__plan=plan).order_by("pk").values(),
    ]
    words = {name: value for name, value in rows[0].items() if name not in MAY_CHANGE}
    return [words, *rows[1:]]


@given(names=st.lists(st.sampled_from(sorted(ACTS)), max_size=6))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_row_of_acts_changes_a_finalised_plan(people: Cast, names: list[str]) -> None:
    with transaction.atomic():
        plan = finalised(people)
        before = as_stored(plan)
        for name in names:
            try:
                ACTS[name](SupportPlan.objects.get(pk=plan.pk))
            except Refused:
                continue
        assert as_stored(plan) == before
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", sorted(set(ACTS) - {"correct", "close"}))
def test_each_act_on_a_finalised_plan_is_refused_in_words(people: Cast, name: str) -> None:
    with pytest.raises(Refused):
        ACTS[name](finalised(people))


def test_a_write_past_the_actions_is_stopped_at_the_record(people: Cast) -> None:
    plan = finalised(people)
    plan.strengths = "Changed"
    with pytest.raises(UnchangeablePlan):
        plan.record(by=STORY)
    with pytest.raises(UnchangeablePlan):
        SupportPlan.objects.get(pk=plan.pk).remove(by=STORY)


@pytest.mark.parametrize("model", [Strategy, Target, TargetStrategy])
def test_a_write_past_the_actions_is_stopped_at_the_line(people: Cast, model: Any) -> None:
    finalised(people)
    line = model.objects.get()
    with pytest.raises(UnchangeablePlan):
        line.record(by=STORY)
    with pytest.raises(UnchangeablePlan):
        line.remove(by=STORY)


def test_a_finalised_plan_gets_no_new_line_past_the_actions(people: Cast) -> None:
    with pytest.raises(UnchangeablePlan):
        Strategy(plan=finalised(people), what_adults_do="One more").record(by=STORY)
