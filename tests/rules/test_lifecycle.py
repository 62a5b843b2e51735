"""The life of a plan: the moves that are allowed, and every other one refused in a sentence."""

from itertools import product

import pytest

from plans.rules.lifecycle import (
    EDITABLE,
    MoveRefused,
    PlanMove,
    PlanStatus,
    check_move,
    moves_from,
)

ALLOWED = {
    "draft": {"mark_ready": "ready", "close": "closed"},
    "ready": {"back_to_draft": "draft", "finalise": "finalised", "close": "closed"},
    "finalised": {"supersede": "superseded", "close": "closed"},
    "superseded": {},
    "closed": {},
}


@pytest.mark.parametrize(("status", "move"), list(product(PlanStatus, PlanMove)))
def test_a_plan_moves_only_as_the_table_says(status: PlanStatus, move: PlanMove) -> None:
    leads_to = ALLOWED[status.value].get(move.value)
    if leads_to:
        assert check_move(status, move) is PlanStatus(leads_to)
    else:
        with pytest.raises(MoveRefused):
            check_move(status, move)


def test_the_moves_from_a_status_are_those_of_the_table() -> None:
    for status in PlanStatus:
        assert {move.value for move in moves_from(status)} == set(ALLOWED[status.value])


def test_a_refusal_says_where_the_plan_stands() -> None:
    with pytest.raises(ValueError, match=r"^This plan is a draft, so it cannot be finalised.$"):
        check_move(PlanStatus.DRAFT, PlanMove.FINALISE)
    words = "^A newer version has replaced this plan, so it cannot be put back to draft.$"
    with pytest.raises(MoveRefused, match=words):
        check_move(PlanStatus.SUPERSEDED, PlanMove.BACK_TO_DRAFT)


def test_a_finalised_plan_is_never_editable_again() -> None:
    seen, to_see = set(), [PlanStatus.FINALISED]
    while to_see:
        status = to_see.pop()
        seen.add(status)
        to_see += [check_move(status, move) for move in moves_from(status)]
    assert seen.isdisjoint(EDITABLE | {PlanStatus.READY})


def test_every_status_has_a_label() -> None:
    labels = [status.label for status in PlanStatus]
    assert labels == ["Draft", "Ready", "Finalised", "Superseded", "Closed"]
