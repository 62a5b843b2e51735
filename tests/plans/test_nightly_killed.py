"""The nightly check over all settings: killed in the middle and run again, it ends as if it never was."""

from datetime import date
from typing import Any

import pytest

from accounts.rules.actor import Actor
from children.models import Child
from plans.actions import decision
from plans.actions.decision import decide_requirements
from plans.models import RequirementDecision
from tests.people import Cast

NIGHT = Actor.system("nightly check")
TURN = date(2027, 9, 1)


def answers() -> dict[Any, tuple[Any, ...]]:
    """The latest answer of each child of every setting, and how many there are of each child."""
    counts = RequirementDecision.objects.values_list("child_id", flat=True)
    return {
        row.child_id: (row.outcome, row.decided_on, row.inputs, list(counts).count(row.child_id))
        for row in RequirementDecision.objects.latest_per_child()
    }


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_killed_in_the_middle_and_run_again_the_result_is_the_same(
    kept: int, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decision, "CHILDREN_AT_A_TIME", 1)
    one_at_a_time, done = decision.decide_requirement, []

    def killed(**how: Any) -> Any:
        if len(done) == kept:
            raise KeyboardInterrupt
        done.append(one_at_a_time(**how))
        return done[-1]

    with monkeypatch.context() as patch:
        patch.setattr(decision, "decide_requirement", killed)
        with pytest.raises(KeyboardInterrupt):
            decide_requirements(on=TURN, by=NIGHT)
    assert len(answers()) == kept
    decide_requirements(on=TURN, by=NIGHT)
    after = answers()
    assert after.keys() == {people.seyi.pk, people.zofia.pk, people.bilal.pk}
    assert {how_many for *_, how_many in after.values()} == {1}
    swept = decide_requirements(on=TURN, by=NIGHT)
    assert (swept.changed, answers()) == (0, after)


def older(child: Child) -> RequirementDecision:
    """An answer of some time ago that the records do not give any more."""
    return RequirementDecision(
        child=child,
        decided_on=date(2026, 9, 1),
        outcome="REQUIRED_BEHAVIOUR",
        is_required=True,
        inputs={},
        ruleset_code="default",
        ruleset_version="2026-09",
        rules_version="2026-09",
        is_latest=True,
    ).record(by=NIGHT)


def killed_between(people: Cast, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The outcomes that are Seyi's latest after a kill between his old answer and the new one."""
    older(people.seyi)

    def killed(*_: Any, **how: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(RequirementDecision, "record_new", killed)
        with pytest.raises(KeyboardInterrupt):
            decision.decide_several(children=[people.seyi], on=TURN, by=NIGHT)
    latest = RequirementDecision.objects.filter(child=people.seyi, is_latest=True)
    return list(latest.values_list("outcome", flat=True))


def test_a_kill_between_the_old_answer_and_the_new_keeps_the_old(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert killed_between(people, monkeypatch) == ["REQUIRED_BEHAVIOUR"]


def test_without_one_transaction_a_kill_between_would_leave_no_answer(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    bare = decision.decide_several.__wrapped__  # type: ignore[attr-defined]
    monkeypatch.setattr(decision, "decide_several", bare)
    assert killed_between(people, monkeypatch) == []


def test_a_second_night_that_kept_every_answer_again_would_be_noticed(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test of two nights: what is the same is not kept again."""
    decide_requirements(on=TURN, by=NIGHT)
    before = answers()
    monkeypatch.setattr(decision, "_same", lambda *_: False)
    assert decide_requirements(on=TURN, by=NIGHT).changed == len(before)
    assert answers() != before
