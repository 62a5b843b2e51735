"""Many reviews are planned by the worker, each on its own day and told for itself (C4)."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import Batch
from children.models import Child
from isp_portal.dashboards.views import several
from reviews.models import Review
from tests.people import Cast
from tests.reviews.given import plan_now, planned_child

from .packs import worked

Browse = Callable[..., Client]
REVIEWS = "/children/several/reviews/"
pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "AT_ONCE", 1)


def three(people: Cast) -> list[Child]:
    plan_now(people)
    for number in (1, 2):
        planned_child(people, number)
    return [row.child for row in people.kemi.key_children.all()]


def planned(browser: Client, children: list[Child], *days: str) -> Any:
    words = {f"day_{child.pk}": day for child, day in zip(children, days, strict=False)}
    ids = [child.pk for child in children]
    return browser.post(
        REVIEWS, {"child": ids, "place": "Sunroom", "step": "do", "once": uuid4(), **words}
    )


def test_more_than_are_planned_at_once_are_planned_by_the_worker_c4(
    people: Cast, browse: Browse
) -> None:
    children = three(people)
    kemi = browse(people.kemi)
    answer = planned(kemi, children, "26 Nov", "27 Nov", "30 Nov")
    batch = Batch.objects.get()
    assert answer["Location"] == f"/children/several/{batch.pk}/"
    assert not Review.objects.exists()
    assert "0 of 3" in kemi.get(answer["Location"]).content.decode()
    worked(batch)
    days = {review.child_id: review.planned_on for review in Review.objects.all()}
    assert days == dict(
        zip(
            (child.pk for child in children),
            (date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)),
            strict=True,
        )
    )
    assert set(Review.objects.values_list("place", flat=True)) == {"Sunroom"}
    assert "3 children are done" in kemi.get(answer["Location"]).content.decode()


def test_a_day_outside_the_window_is_refused_for_its_child_alone_c4(
    people: Cast, browse: Browse
) -> None:
    children = three(people)
    kemi = browse(people.kemi)
    answer = planned(kemi, children, "26 Nov", "27 Nov", "20 Dec")
    done = worked(Batch.objects.get())
    assert [key for key, _ in done.refused] == [str(children[2].pk)]
    assert Review.objects.count() == 2
    page = kemi.get(answer["Location"]).content.decode()
    assert children[2].legal_name in page
    assert done.refused[0][1] in page


def test_a_child_who_is_no_longer_in_care_is_left_out(people: Cast) -> None:
    from reviews.actions.planning_several import plan_reviews

    children = three(people)
    cycles = [child.cycles.get() for child in children]
    by = people.dele.as_actor()
    batch = plan_reviews(
        setting=people.acorns,
        cycles=cycles,
        days={child.pk: date(2026, 11, 26) for child in children},
        planned_time=None,
        place="",
        outside_window_because="",
        by=by,
    )
    assert len(worked(batch).refused) == 3
    assert not Review.objects.exists()


def test_the_worker_plans_as_it_runs_outside_any_other_transaction(
    transactional_db: None, people: Cast, browse: Browse
) -> None:
    planned(browse(people.kemi), three(people), "26 Nov", "27 Nov", "30 Nov")
    assert worked(Batch.objects.get()).is_done
    assert Review.objects.count() == 3


def test_few_are_planned_while_somebody_waits(people: Cast, browse: Browse) -> None:
    children = three(people)[:1]
    assert planned(browse(people.kemi), children, "26 Nov")["Location"] == "/children/"
    assert Review.objects.count() == 1
    assert not Batch.objects.exists()
