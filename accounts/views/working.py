"""How work in steps is shown while it is going on, on whichever page it is watched."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from accounts.models import Batch, Membership
from accounts.policies import can_stop


@dataclass(frozen=True, slots=True)
class WorkShown:
    """One batch as its page draws it. `is_watched`: the page looks again by itself."""

    batch: Batch
    is_watched: bool
    nobody_looks: bool
    may_stop: bool


def work_shown(batch: Batch, membership: Membership) -> WorkShown:
    now = timezone.now()
    return WorkShown(
        batch, batch.is_watched(now), batch.nobody_looks(now), can_stop(batch, membership)
    )


def looked_again(request: Any, answer: HttpResponse, *, is_going_on: bool) -> HttpResponse:
    """A page that looked again by itself is opened anew once the work has ended."""
    if request.htmx and not is_going_on:
        answer["HX-Refresh"] = "true"
    return answer
