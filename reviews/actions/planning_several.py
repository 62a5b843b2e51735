"""Planning the reviews of many children by the worker, each told for itself (C4)."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from uuid import UUID

from django.db import transaction

from accounts.actions.batches import BatchKind, start_batch
from accounts.models import Batch, EarlyYearsSetting
from accounts.rules.actor import Actor
from accounts.rules.roles import Permission
from children.actions.for_each import ForEach
from children.models import Child
from plans.models import Cycle
from reviews.models import Review

from .planning import plan_review

PLAN_REVIEWS = "plan_reviews"
REVIEWS_AT_A_TIME = 5


@transaction.atomic
def plan_reviews(
    *,
    setting: EarlyYearsSetting,
    cycles: Sequence[Cycle],
    days: Mapping[UUID, date],
    planned_time: time | None,
    place: str,
    outside_window_because: str,
    by: Actor,
) -> Batch:
    """Has the worker plan the review of each cycle on its child's day, at one time and place."""
    return start_batch(
        setting=setting,
        kind=PLAN_REVIEWS,
        keys=[cycle.child_id for cycle in cycles],
        told={
            "cycles": {str(cycle.child_id): str(cycle.pk) for cycle in cycles},
            "days": {str(cycle.child_id): days[cycle.child_id].isoformat() for cycle in cycles},
            "planned_time": planned_time.isoformat() if planned_time else "",
            "place": place,
            "outside_window_because": outside_window_because,
        },
        by=by,
    )


class _Planning(ForEach):
    """These reviews while the worker has them in hand."""

    def act(self, child: Child) -> Review:
        cycles = Cycle.objects.filter(child=child).select_related("child__setting")
        said = self.told["planned_time"]
        return plan_review(
            cycle=cycles.get(pk=self.told["cycles"][str(child.pk)]),
            planned_on=date.fromisoformat(self.told["days"][str(child.pk)]),
            planned_time=time.fromisoformat(said) if said else None,
            place=self.told["place"],
            outside_window_because=self.told["outside_window_because"],
            by=self.member.as_actor(),
        )


KIND = BatchKind(
    name=PLAN_REVIEWS,
    label="Plan reviews",
    permission=Permission.HOLD_REVIEW,
    open=_Planning,
    page="dashboards:batch",
    at_a_time=REVIEWS_AT_A_TIME,
)
