"""A group of settings, whose managers see counts of each setting and no child."""

from typing import Any

from django.db import models

from .setting import EarlyYearsSetting
from .tracked import TrackedModel
from .user import User


class SettingGroupQuerySet(models.QuerySet["SettingGroup"]):
    def managed_by(self, user: Any) -> "SettingGroupQuerySet":
        """The door: groups that this person manages today."""
        return self.filter(managers__user=user, managers__is_ended=False).distinct()

    def visible_to(self, user: User) -> "SettingGroupQuerySet":
        return self.managed_by(user)


class SettingGroup(TrackedModel):
    """Nurseries that belong together, for example to one company or charity."""

    name = models.CharField(max_length=120, unique=True)

    objects = SettingGroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class GroupPlace(TrackedModel):
    """A setting in a group. A setting is in one group at most."""

    group = models.ForeignKey(SettingGroup, models.PROTECT, related_name="places")
    setting = models.OneToOneField(EarlyYearsSetting, models.PROTECT, related_name="group_place")

    class Meta:
        ordering = ["setting__name"]

    def __str__(self) -> str:
        return f"{self.setting} in {self.group}"


class GroupManager(TrackedModel):
    """Somebody who may see the counts of a group. Opens no record of any setting."""

    group = models.ForeignKey(SettingGroup, models.PROTECT, related_name="managers")
    user = models.ForeignKey(User, models.PROTECT, related_name="managed_groups")
    is_ended = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "user"], name="manager_of_a_group_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} for {self.group}"
