"""Group provision maps: what is provided to a group, for which need, to which children (C2.1)."""

from datetime import date

from django.db import models

from accounts.models import EarlyYearsSetting, Membership, TrackedModel
from children.models import AreaOfNeed, Child


class GroupMapQuerySet(models.QuerySet["GroupProvisionMap"]):
    def visible_to(self, membership: Membership) -> "GroupMapQuerySet":
        return self.filter(setting=membership.setting_id)


class GroupProvisionMap(TrackedModel):
    """A period's map of group provision in a setting."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="group_maps")
    title = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()

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


class GroupProvisionRow(TrackedModel):
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
    removed_on = models.DateField(null=True, blank=True)

    objects = GroupRowQuerySet.as_manager()

    class Meta:
        ordering = ["area", "intervention"]

    def __str__(self) -> str:
        return self.intervention


class GroupNamedQuerySet(models.QuerySet["GroupProvisionChild"]):
    def visible_to(self, membership: Membership) -> "GroupNamedQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))


class GroupProvisionChild(TrackedModel):
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
