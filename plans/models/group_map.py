"""Group provision maps: what is provided to a group, for which need, to which children (C2.1).

A map that was reviewed is frozen: its rows, children and sessions change no more. It may only be
ended early, because the day on which it ends decides whom it exempts.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from accounts.models import EarlyYearsSetting, Membership, TrackedModel
from children.models import AreaOfNeed, Child

from .unchangeable import changed_fields


class RowDecision(models.TextChoices):
    """What the review of a map decides about one row."""

    GO_ON = "go_on", "Go on in the next map"
    STOP = "stop", "Stop"
    NEEDS_MORE = "needs_more", "Children need an ISP or an agency"


class UnchangeableMap(Exception):
    """A map that was reviewed, or something on it, was about to change."""


def check_map_is_open(map_id: UUID) -> None:
    """`UnchangeableMap` when the map, as it is stored now, was reviewed."""
    if GroupProvisionMap.objects.filter(pk=map_id, reviewed_at__isnull=False).exists():
        raise UnchangeableMap(f"Group provision map {map_id} was reviewed.")


class GroupMapQuerySet(models.QuerySet["GroupProvisionMap"]):
    def visible_to(self, membership: Membership) -> "GroupMapQuerySet":
        return self.filter(setting=membership.setting_id)


class GroupProvisionMap(TrackedModel):
    """A period's map of group provision in a setting."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="group_maps")
    title = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_with = models.CharField(max_length=300, blank=True)
    review_words = models.CharField(max_length=1000, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=200, blank=True)

    objects = GroupMapQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="map_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        stored = GroupProvisionMap._base_manager.filter(
            pk=self.pk, reviewed_at__isnull=False
        ).first()
        if stored and changed_fields(stored, self) - {"ends_on"}:
            raise UnchangeableMap(f"Group provision map {self.pk} was reviewed.")
        super().save(*args, **kwargs)


class OnMap(TrackedModel):
    """Something on a map: it changes only until the map is reviewed."""

    class Meta:
        abstract = True

    @property
    def map_id(self) -> UUID:
        raise NotImplementedError

    def save(self, *args: Any, **kwargs: Any) -> None:
        check_map_is_open(self.map_id)
        super().save(*args, **kwargs)


class GroupRowQuerySet(models.QuerySet["GroupProvisionRow"]):
    def visible_to(self, membership: Membership) -> "GroupRowQuerySet":
        return self.filter(group_map__setting=membership.setting_id)

    def live(self, on: date) -> "GroupRowQuerySet":
        """Rows that run on the day, in a map that runs on the day."""
        return self.filter(
            starts_on__lte=on,
            ends_on__gte=on,
            removed_on__isnull=True,
            group_map__starts_on__lte=on,
            group_map__ends_on__gte=on,
        )

    def run_by(self, membership: Membership) -> "GroupRowQuerySet":
        """Rows that name a child whom the member may see: whoever works with the child runs them."""
        named = GroupProvisionChild.objects.visible_to(membership).filter(removed_on__isnull=True)
        return self.visible_to(membership).filter(pk__in=named.values("row"))


class GroupProvisionRow(OnMap):
    """One intervention for one area of need."""

    group_map = models.ForeignKey(GroupProvisionMap, models.PROTECT, related_name="rows")
    area = models.CharField(max_length=20, choices=AreaOfNeed.choices)
    intervention = models.CharField(max_length=200)
    aim = models.CharField(max_length=400)
    lead = models.CharField(max_length=150)
    delivered_by = models.CharField(max_length=200)
    group_size = models.PositiveSmallIntegerField()
    times_a_week = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    weeks = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    entry_measure = models.CharField(max_length=300)
    exit_measure = models.CharField(max_length=300, blank=True)
    cost = models.CharField(max_length=120, blank=True)
    review_decision = models.CharField(max_length=12, choices=RowDecision.choices, blank=True)
    review_words = models.CharField(max_length=400, blank=True)
    removed_on = models.DateField(null=True, blank=True)

    objects = GroupRowQuerySet.as_manager()

    class Meta:
        ordering = ["area", "intervention"]

    def __str__(self) -> str:
        return self.intervention

    @property
    def map_id(self) -> UUID:
        return self.group_map_id

    @property
    def last_day(self) -> date:
        """The last day on which it runs: its own, or its map's where that ended early."""
        return min(self.ends_on, self.group_map.ends_on)


class GroupNamedQuerySet(models.QuerySet["GroupProvisionChild"]):
    def visible_to(self, membership: Membership) -> "GroupNamedQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))


class GroupProvisionChild(OnMap):
    """A child that a row names."""

    row = models.ForeignKey(GroupProvisionRow, models.PROTECT, related_name="named_children")
    child = models.ForeignKey(Child, models.PROTECT, related_name="group_provision")
    effect = models.CharField(max_length=400, blank=True)
    removed_on = models.DateField(null=True, blank=True)

    objects = GroupNamedQuerySet.as_manager()

    class Meta:
        ordering = ["child__legal_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["row", "child"],
                condition=models.Q(removed_on__isnull=True),
                name="child_named_once_per_row",
            )
        ]

    def __str__(self) -> str:
        return str(self.child)

    @property
    def map_id(self) -> UUID:
        return self.row.group_map_id
