"""Facts are kept as text for ever: the text must be the same each time and read back whole."""

from dataclasses import fields, replace

import pytest

from isp_portal.documents.facts import PlanPaper, fingerprint, from_json, texts, to_json
from tests.documents.samples import LONG_PLAN, PLAN


@pytest.mark.parametrize("plan", [PLAN, LONG_PLAN], ids=["ordinary", "long"])
def test_facts_come_back_from_text_as_they_went_in(plan: PlanPaper) -> None:
    assert from_json(PlanPaper, to_json(plan)) == plan


def test_the_text_is_the_same_for_equal_facts() -> None:
    again = from_json(PlanPaper, to_json(PLAN))
    assert to_json(again) == to_json(PLAN)
    assert fingerprint(again) == fingerprint(PLAN)


def test_one_changed_word_changes_the_fingerprint() -> None:
    assert fingerprint(replace(PLAN, strengths=PLAN.strengths + ".")) != fingerprint(PLAN)


def test_the_same_plan_for_another_parent_has_another_fingerprint() -> None:
    other = replace(PLAN, recipient=replace(PLAN.recipient, name="Jakub Łęcki"))
    assert fingerprint(other) != fingerprint(PLAN)


def test_facts_with_a_key_that_this_paper_does_not_know_are_refused() -> None:
    text = to_json(PLAN).replace('"strengths":', '"restriction":', 1)
    with pytest.raises(TypeError, match="restriction"):
        from_json(PlanPaper, text)


def test_facts_have_no_place_for_restrictions_or_a_home_address() -> None:
    places = {path for path, _ in texts(PLAN)} | {field.name for field in fields(PLAN)}
    assert not [path for path in places if "restrict" in path or "contact" in path]
    assert [path for path in places if path.endswith(("address", "phone", "email"))] == [
        path for path in places if path in {"setting.address", "setting.phone", "setting.email"}
    ]
