"""Planning the reviews of many children by the worker, each told for itself (C4)."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from uuid import UUID

from django.db import transaction

from accounts.actions.batches import BatchKind, start_batch
from accounts.models import Batch, EarlyYearsSetting, Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from accounts.rules.roles import Permission
from children.models import Child
from plans.models import Cycle

from .planning import plan_review

PLAN_REVIEWS = "plan_reviews"
NOT_IN_CARE = "No longer among the children in your care."
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


class _Planning:
    """These reviews while the worker has them in hand."""

    def __init__(self, batch: Batch, member: Membership) -> None:
        self.told, self.member = batch.told, member

    def do(self, keys: Sequence[str]) -> dict[str, str]:
        return {key: words for key in keys if (words := self._plan(key))}

    def _plan(self, key: str) -> str:
        """The child's review is planned; or why not."""
        children = Child.objects.visible_to(self.member).active()
        cycles = Cycle.objects.filter(pk=self.told["cycles"][key], child__in=children)
        cycle = cycles.select_related("child__setting").first()
        if cycle is None:
            return NOT_IN_CARE
        said = self.told["planned_time"]
        try:
            with transaction.atomic():
                plan_review(
                    cycle=cycle,
                    planned_on=date.fromisoformat(self.told["days"][key]),
                    planned_time=time.fromisoformat(said) if said else None,
                    place=self.told["place"],
                    outside_window_because=self.told["outside_window_because"],
                    by=self.member.as_actor(),
                )
        except Refused as refusal:
            return refusal.sentence
        return ""

    def end(self) -> str:
        """Nothing is left to do, and no file is made."""
        return ""


KIND = BatchKind(
    name=PLAN_REVIEWS,
    label="Plan reviews",
    permission=Permission.HOLD_REVIEW,
    open=_Planning,
    page="dashboards:batch",
    at_a_time=REVIEWS_AT_A_TIME,
)
