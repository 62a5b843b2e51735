"""The sessions of a group: when it met, who ran it, and which of its children came."""

from uuid import UUID

from django.db import models

from accounts.models import Membership

from .group_map import GroupProvisionChild, GroupProvisionRow, OnMap


class GroupSessionQuerySet(models.QuerySet["GroupSession"]):
    def visible_to(self, membership: Membership) -> "GroupSessionQuerySet":
        """The door: sessions of groups that name a child whom the member may see."""
        return self.filter(row__in=GroupProvisionRow.objects.run_by(membership))

    def standing(self) -> "GroupSessionQuerySet":
        """Sessions that were not taken back."""
        return self.filter(taken_back_at__isnull=True)


class GroupSession(OnMap):
    """One meeting of the group of a row. Taken back, never deleted."""

    row = models.ForeignKey(GroupProvisionRow, models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    held_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    note = models.CharField(max_length=600, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=200, blank=True)

    objects = GroupSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "id"]
        indexes = [models.Index(fields=["row", "-held_on"])]

    def __str__(self) -> str:
        return f"{self.held_on}: {self.row}"

    @property
    def map_id(self) -> UUID:
        return self.row.group_map_id


class GroupSessionChild(OnMap):
    """Did a child of the group come? A child without a mark: nobody who sees the child has said."""

    session = models.ForeignKey(GroupSession, models.PROTECT, related_name="marks")
    named = models.ForeignKey(GroupProvisionChild, models.PROTECT, related_name="marks")
    has_come = models.BooleanField()

    class Meta:
        ordering = ["named__child__legal_name"]
        constraints = [
            models.UniqueConstraint(fields=["session", "named"], name="marked_once_per_session")
        ]

    def __str__(self) -> str:
        return f"{self.named}: {'came' if self.has_come else 'did not come'}"

    @property
    def map_id(self) -> UUID:
        return self.session.row.group_map_id
