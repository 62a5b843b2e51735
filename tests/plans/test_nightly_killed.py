"""The nightly check over all settings: killed in the middle and run again, it ends as if it never was."""

from datetime import date
from typing import Any

import pytest

from accounts.rules.actor import Actor
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
