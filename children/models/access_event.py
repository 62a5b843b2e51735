"""Who looked: one event for every page or paper that showed a child."""

import uuid

from django.db import models

from accounts.models import EarlyYearsSetting, Membership
from accounts.rules.actor import ActorKind

from .child import Child


class AccessEventQuerySet(models.QuerySet["AccessEvent"]):
    def visible_to(self, membership: Membership) -> "AccessEventQuerySet":
        return self.filter(setting=membership.setting_id)

    def of_child(self, child: Child) -> "AccessEventQuerySet":
        return self.filter(seen__child=child)


class AccessEvent(models.Model):
    """Written after the page is rendered, never changed. Not tracked: it is itself the record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    actor_kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ActorKind])
    actor_id = models.CharField(max_length=64)
    actor_label = models.CharField(max_length=200)
    page = models.CharField(max_length=80)
    under_right = models.CharField(max_length=80)
    from_address = models.CharField(max_length=45, blank=True)

    objects = AccessEventQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.actor_label}: {self.page}"

    @property
    def page_words(self) -> str:
        """The page's name as people read it: "Contact edit" for `children:contact_edit`."""
        return self.page.rpartition(":")[2].replace("_", " ").capitalize()


class ChildSeen(models.Model):
    """A child that one access event showed."""

    event = models.ForeignKey(AccessEvent, models.CASCADE, related_name="seen")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "child"], name="child_seen_once")]

    def __str__(self) -> str:
        return str(self.child_id)
