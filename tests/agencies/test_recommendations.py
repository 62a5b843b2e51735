"""What a report recommends: written down, and what the decision makes of it (C1, C6)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import StaleVersion
from accounts.rules.refusal import Refused
from agencies import actions
from agencies.models import ReceivedFrom, Recommendation, Report
from agencies.queries.recommendations import (
    recommendations_of,
    remaining_recommendations,
    still_said_to_hold,
)
from children.actions import record_support_answer
from children.models import Question
from plans.models import RequirementDecision
from tests.people import STORY, Cast

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)


def report(people: Cast, dated_on: date = date(2026, 9, 10), **holds: bool) -> Report:
    values = {
        "agency": people.speech,
        "dated_on": dated_on,
        "received_on": TODAY,
        "received_from": ReceivedFrom.AGENCY,
        "holds_strategies": holds.get("strategies", True),
        "holds_targets": holds.get("targets", False),
    }
    return actions.receive_report(child=people.seyi, values=values, by=people.sam.as_actor())


def line(found: Report, kind: str = "strategy", words: str = "Wait five seconds") -> Recommendation:
    values = {"kind": kind, "words": words, "page": "3"}
    return actions.add_recommendation(report=found, values=values, by=STORY)


def asked(people: Cast) -> None:
    """Both questions are answered, so that what the reports hold decides."""
    for question in Question:
        record_support_answer(
            child=people.seyi,
            question=question,
            is_yes=False,
            said_by=people.kemi,
            said_on=TODAY,
            until_on=None,
            words="",
            by=people.kemi.as_actor(),
        )


def outcome(people: Cast) -> str:
    return RequirementDecision.objects.get(child=people.seyi, is_latest=True).outcome


def page_of(people: Cast, found: Report) -> str:
    return reverse("agencies:recommendations", args=[people.seyi.pk, found.pk])


def test_a_target_line_in_a_report_turns_the_answer(people: Cast) -> None:
    """C1: strategies only requires an ISP; with targets another paper is used."""
    asked(people)
    found = report(people)
    assert outcome(people) == "REQUIRED_STRATEGIES"
    line(found)
    assert outcome(people) == "REQUIRED_STRATEGIES"
    line(found, "target", "Signs “more” at snack")
    assert outcome(people) == "NOT_REQUIRED_TARGETS"
    found.refresh_from_db()
    assert found.holds_targets


def test_a_strategy_line_in_a_report_that_held_nothing_requires_a_plan(people: Cast) -> None:
    """C1"""
    asked(people)
    found = report(people, strategies=False)
    assert outcome(people) == "AWAITING_REPORT"
    line(found)
    assert outcome(people) == "REQUIRED_STRATEGIES"


def test_a_line_changed_to_a_target_turns_the_answer_too(people: Cast) -> None:
    """C1"""
    asked(people)
    found = report(people)
    written = line(found)
    values = {"kind": "target", "words": "Signs “more”", "page": "4"}
    actions.change_recommendation(line=written, values=values, seen_version=1, by=STORY)
    assert outcome(people) == "NOT_REQUIRED_TARGETS"


def test_taking_the_last_target_off_changes_no_answer_and_says_so(
    people: Cast, browse: Browse
) -> None:
    asked(people)
    found = report(people)
    written = line(found, "target")
    actions.take_off_recommendation(line=written, by=STORY)
    assert outcome(people) == "NOT_REQUIRED_TARGETS"
    found.refresh_from_db()
    assert still_said_to_hold(found) == ["targets"]
    text = browse(people.kemi).get(page_of(people, found)).content.decode()
    assert "still recorded as holding targets" in text
    actions.put_back_recommendation(line=written, by=STORY)
    assert still_said_to_hold(found) == []


def test_a_report_marked_by_hand_is_not_doubted(people: Cast) -> None:
    found = report(people, targets=True)
    line(found)
    assert still_said_to_hold(found) == []


def test_lines_keep_the_order_in_which_they_were_written(people: Cast) -> None:
    found = report(people)
    first, second, third = (line(found, words=words) for words in ("Show", "Wait", "Offer"))
    actions.take_off_recommendation(line=second, by=STORY)
    standing, removed = recommendations_of(found)
    assert [row.row for row in standing] == [first, third]
    assert removed == [second]
    actions.put_back_recommendation(line=second, by=STORY)
    assert [row.row for row in recommendations_of(found)[0]] == [first, second, third]


def test_what_remains_is_of_the_current_report_of_each_agency(people: Cast) -> None:
    """C6: the older report's lines give way to those of the newer one."""
    old = line(report(people, date(2026, 3, 2)), words="Old words")
    assert remaining_recommendations(people.seyi, TODAY, "strategy", ()) == [old]
    newer = report(people, date(2026, 9, 10))
    assert remaining_recommendations(people.seyi, TODAY, "strategy", ()) == []
    new, target = line(newer, words="New words"), line(newer, "target")
    assert remaining_recommendations(people.seyi, TODAY, "strategy", ()) == [new]
    assert remaining_recommendations(people.seyi, TODAY, None, ()) == [new, target]
    assert remaining_recommendations(people.seyi, TODAY, None, {new.pk}) == [target]
    actions.take_off_recommendation(line=target, by=STORY)
    assert remaining_recommendations(people.seyi, TODAY, None, {new.pk}) == []


def test_nothing_remains_of_a_withdrawn_report(people: Cast) -> None:
    found = report(people)
    line(found)
    actions.withdraw_report(report=found, because="Another child's", by=STORY)
    assert remaining_recommendations(people.seyi, TODAY, None, ()) == []


def test_a_withdrawn_report_takes_no_more_lines(people: Cast, browse: Browse) -> None:
    found = report(people)
    written = line(found)
    actions.withdraw_report(report=found, because="Another child's", by=STORY)
    with pytest.raises(Refused, match="withdrawn"):
        line(found)
    with pytest.raises(Refused, match="withdrawn"):
        actions.take_off_recommendation(line=written, by=STORY)
    assert browse(people.kemi).get(page_of(people, found)).status_code == 200


def test_two_people_who_correct_one_line_lose_nothing(people: Cast) -> None:
    written = line(report(people))
    values = {"kind": "strategy", "words": "Wait ten seconds", "page": "3"}
    actions.change_recommendation(line=written, values=values, seen_version=1, by=STORY)
    with pytest.raises(StaleVersion):
        actions.change_recommendation(line=written, values=values, seen_version=1, by=STORY)


def test_after_a_line_is_written_down_the_form_is_ready_for_the_next(
    people: Cast, browse: Browse
) -> None:
    found, kemi = report(people), browse(people.kemi)
    answer = kemi.post(
        page_of(people, found), {"kind": "target", "words": "Signs “more”", "page": "4"}
    )
    assert answer.status_code == 302
    text = kemi.get(answer["Location"]).content.decode()
    assert "Signs “more”" in text
    assert "not in a plan yet" in text
    assert 'value="4"' in text
    assert "The next one" in text


def test_each_line_has_words_a_page_and_a_kind(people: Cast, browse: Browse) -> None:
    found = report(people)
    text = browse(people.kemi).post(page_of(people, found), {}).content.decode()
    for says in ("Write what the report recommends", "Write the page", "a strategy or a target"):
        assert says in text
    assert not Recommendation.objects.exists()


def test_a_report_of_another_child_is_not_there(people: Cast, browse: Browse) -> None:
    found = report(people)
    page = reverse("agencies:recommendations", args=[people.zofia.pk, found.pk])
    assert browse(people.sam).get(page).status_code == 404
