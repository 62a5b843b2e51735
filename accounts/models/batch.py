"""One thing that is done for many records in steps, so that nobody waits at a page for it.

The worker takes up what waits, does a few records at a time, and writes down where it stands in
the transaction of those records. What stays is what was asked for, by whom, and how it ended.
"""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from accounts.rules.actor import Actor, ActorKind
from accounts.rules.batch import FILE_KEPT, UNTOUCHED, WATCHED, BatchState

from .setting import EarlyYearsSetting
from .tracked import ActorStamp

if TYPE_CHECKING:
    from .membership import Membership


class BatchQuerySet(models.QuerySet["Batch"]):
    def visible_to(self, membership: "Membership") -> "BatchQuerySet":
        """The door: what the team of the setting asked for. Whose children it is about is asked anew."""
        return self.filter(setting=membership.setting_id).select_related("setting")

    def waiting(self) -> "BatchQuerySet":
        return self.filter(state=BatchState.WAITING.value)

    def due(self, now: datetime) -> "BatchQuerySet":
        return self.waiting().filter(next_look_at__lte=now).order_by("next_look_at")

    def with_an_old_file(self, now: datetime) -> "BatchQuerySet":
        return self.exclude(stored_as="").filter(ended_at__lte=now - FILE_KEPT)


class Batch(ActorStamp):
    """One piece of work. The records that it changes keep their own history of who and why.

    `next_look_at` is when a worker may take it up: now, after a wait, or, while one holds it, when
    that claim runs out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="batches")
    kind = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True, blank=True)
    """The one record that all of it belongs to, where there is one: see the kind."""
    told = models.JSONField(default=dict)
    """What its kind must know to do it."""
    keys = models.JSONField(default=list)
    """Of which records, in their order: ids, or lines of a file."""
    done_count = models.PositiveIntegerField(default=0)
    refused = models.JSONField(default=list)
    """Of which keys it was not done, each with the sentence that says why."""
    state = models.CharField(
        max_length=8,
        choices=[(state.value, state.name.capitalize()) for state in BatchState],
        default=BatchState.WAITING.value,
    )
    taken_up = models.PositiveSmallIntegerField(default=0)
    """How often since the last step forward."""
    next_look_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=300, blank=True)
    """Why it stopped."""
    stored_as = models.CharField(max_length=120, blank=True)
    """The file that it made, until that is forgotten."""

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at", "id"]
        verbose_name_plural = "batches"
        indexes = [
            models.Index(
                fields=["next_look_at"],
                condition=models.Q(state=BatchState.WAITING.value),
                name="batches_to_look_at",
            ),
            models.Index(fields=["about_id"], name="batches_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.state}"

    @property
    def started_by(self) -> Actor:
        return Actor(ActorKind(self.actor_kind), self.actor_id, self.actor_label)

    @property
    def total(self) -> int:
        return len(self.keys)

    @property
    def is_waiting(self) -> bool:
        return self.state == BatchState.WAITING

    @property
    def is_done(self) -> bool:
        return self.state == BatchState.DONE

    @property
    def refused_keys(self) -> dict[str, str]:
        """Why not, by key."""
        return dict(self.refused)

    @property
    def made_keys(self) -> list[str]:
        """Of which it was done."""
        return [key for key in self.keys[: self.done_count] if key not in self.refused_keys]

    def nobody_looks(self, now: datetime) -> bool:
        """It is due and no worker has taken it up."""
        return self.is_waiting and self.next_look_at < now - UNTOUCHED

    def is_watched(self, now: datetime) -> bool:
        """Its page still looks again by itself."""
        return self.is_waiting and now - self.started_at < WATCHED
