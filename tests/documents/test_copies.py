"""A plan is finished when every parent who may receive copies holds it, or it is said why not."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.models import Membership
from accounts.rules.refusal import Refused
from isp_portal.documents import actions, queries
from isp_portal.documents.models import CopyGiven, IssuedDocument
from plans.models import SupportPlan
from plans.rules.lifecycle import PlanStatus
from tests.documents.plans import corrected, father, finalised_plan, restrict
from tests.people import STORY, Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def plan(people: Cast) -> SupportPlan:
    return finalised_plan(people).plan


@pytest.fixture
def hers(people: Cast, plan: SupportPlan) -> IssuedDocument:
    return actions.issue_plan(plan=plan, recipient=people.priya, by=people.sam.as_actor())


def give(people: Cast, document: IssuedDocument, on: date = TODAY, **values: object) -> CopyGiven:
    given = {"channel": "handed_over", "language": "English", "acknowledged_on": None, **values}
    return actions.record_copy_given(
        document=document,
        given_on=on,
        by=people.kemi.as_actor(),
        **given,  # type: ignore[arg-type]
    )


def test_a_plan_whose_copy_is_only_issued_is_not_finished(
    people: Cast, plan: SupportPlan, hers: IssuedDocument
) -> None:
    assert queries.waiting_for_a_copy(plan, TODAY) == [people.priya]
    assert not queries.is_finished(plan, TODAY)


def test_a_plan_is_finished_when_the_copy_was_given_c3_2(
    people: Cast, plan: SupportPlan, hers: IssuedDocument
) -> None:
    give(people, hers)
    assert queries.is_finished(plan, TODAY)


def test_the_copy_in_the_file_is_given_to_nobody(people: Cast, plan: SupportPlan) -> None:
    filed = actions.issue_plan(plan=plan, recipient=None, by=people.sam.as_actor())
    with pytest.raises(Refused, match="stays in the child’s file"):
        give(people, filed)
    assert not queries.is_finished(plan, TODAY)


def test_a_second_parent_keeps_the_plan_unfinished_until_it_is_said_why(
    people: Cast, plan: SupportPlan, hers: IssuedDocument
) -> None:
    tunde = father(people)
    give(people, hers)
    assert queries.waiting_for_a_copy(plan, TODAY) == [tunde]
    actions.record_copy_not_given(
        plan=plan, contact=tunde, because="Abroad until January", by=people.sam.as_actor()
    )
    assert queries.is_finished(plan, TODAY)


def test_a_newer_reason_replaces_the_older_one(people: Cast, plan: SupportPlan) -> None:
    for because in ("Abroad until January", "No address yet"):
        row = actions.record_copy_not_given(
            plan=plan, contact=people.priya, because=because, by=people.sam.as_actor()
        )
    assert row.because == "No address yet"
    assert row.history.count() == 2


def test_a_restricted_parent_is_not_waited_for(people: Cast, plan: SupportPlan) -> None:
    restrict(people.priya)
    assert queries.is_finished(plan, TODAY)


def test_a_plan_that_nobody_may_receive_is_not_called_shared(
    people: Cast, plan: SupportPlan, browse: Callable[[Membership], Client]
) -> None:
    people.priya.may_receive_copies = False
    people.priya.record(by=STORY)
    assert queries.has_nobody_to_share_with(plan, TODAY)
    page = browse(people.sam).get(f"/papers/plans/{plan.pk}/").content.decode()
    assert "No contact may receive copies at present." in page
    assert "Every parent who may receive copies" not in page


def test_a_new_version_is_unfinished_again(people: Cast) -> None:
    written = finalised_plan(people)
    give(
        people,
        actions.issue_plan(plan=written.plan, recipient=people.priya, by=people.sam.as_actor()),
    )
    assert not queries.is_finished(corrected(written).plan, TODAY)


@pytest.mark.parametrize("status", [PlanStatus.DRAFT, PlanStatus.READY])
def test_a_plan_that_is_being_written_is_never_finished(people: Cast, status: PlanStatus) -> None:
    restrict(people.priya)
    assert not queries.is_finished(finalised_plan(people, status).plan, TODAY)


@pytest.mark.parametrize(
    ("on", "acknowledged", "said"),
    [
        (date(2026, 11, 22), None, "before the copy was issued"),
        (date(2026, 11, 24), None, "still to come"),
        (TODAY, date(2026, 11, 22), "before the copy was given"),
    ],
)
def test_impossible_days_are_refused(
    people: Cast, hers: IssuedDocument, on: date, acknowledged: date | None, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        give(people, hers, on, acknowledged_on=acknowledged)


def test_a_copy_is_not_given_to_a_parent_restricted_since(
    people: Cast, hers: IssuedDocument
) -> None:
    restrict(people.priya)
    with pytest.raises(Refused):
        give(people, hers)
