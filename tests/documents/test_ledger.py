"""Finalised but no copy, and holds an old copy: the whole list, in a fixed number of queries (C3.2, C8.1)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Membership
from children.models import ParentCarer
from isp_portal.documents import actions
from isp_portal.documents.queries import CopyDue, copies_due
from reviews.actions.minutes import correct_minutes
from tests.documents.plans import corrected, father, finalised_plan, restrict
from tests.people import STORY, Cast, child
from tests.reviews import whole

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


def due(people: Cast, by: Membership | None = None) -> list[CopyDue]:
    return copies_due(by or people.sam, TODAY)


def give(document: object) -> None:
    actions.record_copy_given(
        document=document,  # type: ignore[arg-type]
        channel="post",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=STORY,
    )


def test_a_finalised_plan_is_due_to_each_parent_until_they_hold_it(people: Cast) -> None:
    written, tunde = finalised_plan(people), father(people)
    assert {(one.contact.name, one.words) for one in due(people)} == {
        ("Priya Blackwood", "Plan 1, version 1"),
        ("Tunde Adeyemi", "Plan 1, version 1"),
    }
    give(actions.issue_plan(plan=written.plan, recipient=people.priya, by=STORY))
    (left,) = due(people)
    assert (left.contact, left.state_words) == (tunde, "No copy given")


def test_who_holds_the_version_before_holds_an_old_copy(people: Cast) -> None:
    written = finalised_plan(people)
    give(actions.issue_plan(plan=written.plan, recipient=people.priya, by=STORY))
    corrected(written)
    (left,) = due(people)
    assert (left.holds_old, left.held, left.version) == (True, 1, 2)
    assert left.state_words == "Holds version 1"


def test_a_reason_settles_it_and_a_restriction_takes_them_off(people: Cast) -> None:
    plan, tunde = finalised_plan(people).plan, father(people)
    actions.record_copy_not_given(plan=plan, contact=tunde, because="Moved abroad", by=STORY)
    assert [one.contact for one in due(people)] == [people.priya]
    restrict(people.priya)
    assert due(people) == []


def test_minutes_are_due_and_due_again_once_they_are_corrected(people: Cast) -> None:
    review = whole.finalised(people)
    kinds = {one.words for one in due(people)}
    assert "Minutes of plan 1, version 1" in kinds
    give(actions.issue_minutes(review=review, recipient=people.priya, by=STORY))
    assert "Minutes of plan 1, version 1" not in {one.words for one in due(people)}
    correct_minutes(review=review, words="He signs twice, not once.", by=STORY)
    (again,) = [one for one in due(people) if one.review]
    assert (again.words, again.held) == ("Minutes of plan 1, version 2", 1)


def test_nobody_reads_of_children_whom_they_may_not_see(people: Cast) -> None:
    finalised_plan(people)
    assert len(due(people, people.kemi)) == 1
    assert due(people, people.dele) == []
    assert due(people, people.olga) == []


def test_an_archived_child_is_not_on_the_list(people: Cast) -> None:
    finalised_plan(people)
    people.seyi.archived_on = TODAY - timedelta(days=1)
    people.seyi.record(by=STORY)
    assert due(people) == []


def another_child(people: Cast, n: int) -> None:
    """A child of Kemi's with a parent and a plan in force."""
    born = date(2023, 3, 1) + timedelta(days=n)
    other = child(people.orchard, f"Child {n} Ford", f"Child {n}", born, people.kemi)
    ParentCarer(
        child=other, name=f"Parent {n} Ford", relationship="mother", may_receive_copies=True
    ).record(by=STORY)
    finalised_plan(replace(people, seyi=other))


def test_the_list_asks_as_often_for_many_children_as_for_one(people: Cast) -> None:
    finalised_plan(people)
    asked = []
    for n in range(3):
        with CaptureQueriesContext(connection) as made:
            assert len(due(people)) == 1 + n
        asked.append(len(made))
        another_child(people, n)
    assert set(asked) == {5}
