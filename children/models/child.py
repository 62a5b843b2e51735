"""The child's own record. Archived when they leave, never deleted."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from accounts.models import EarlyYearsSetting, Membership, TrackedModel
from accounts.rules.roles import Permission
from children.rules import Stage, StageOverride, fold, stage_on

from .choices import AreaOfNeed, EhcPlan, SenProvision

FOLDED_LENGTH = 400
ARCHIVED, BROUGHT_BACK = "Archived: ", "Brought back from the archive"
"""How a record's history begins to say that it was archived, and says that it came back."""


class RoomQuerySet(models.QuerySet["Room"]):
    def visible_to(self, membership: Membership) -> "RoomQuerySet":
        return self.filter(setting=membership.setting_id)

    def in_use(self) -> "RoomQuerySet":
        return self.filter(closed_on__isnull=True)


class Room(TrackedModel):
    """A room of the setting; a childminder has one."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=60)
    closed_on = models.DateField(null=True, blank=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["setting", "name"], name="room_names_differ")
        ]

    def __str__(self) -> str:
        return self.name


class ChildQuerySet(models.QuerySet["Child"]):
    def visible_to(self, membership: Membership) -> "ChildQuerySet":
        """The door: every child of the setting for those who see all, else key and room children.

        Assignments count from the first to the last day inclusive, as on today's date in London.
        """
        mine = self.filter(setting=membership.setting_id)
        if membership.may(Permission.VIEW_ALL_CHILDREN):
            return mine
        today = timezone.localdate()
        allowed = models.Q(pk__in=membership.key_children.running(today).values("child"))
        if membership.may(Permission.VIEW_ROOM_CHILDREN):
            allowed |= models.Q(room__in=membership.rooms.running(today).values("room"))
        return mine.filter(allowed)

    def active(self) -> "ChildQuerySet":
        return self.filter(archived_on__isnull=True)

    def archived(self) -> "ChildQuerySet":
        return self.filter(archived_on__isnull=False)

    def named_like(self, words: str) -> "ChildQuerySet":
        """Children whose legal or preferred name holds every word of `words`, accents or not."""
        found = self
        for word in fold(words).split():
            found = found.filter(folded_name__contains=word)
        return found


class Child(TrackedModel):
    """Everything of `guidance/forms.md` that is one value per child."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="children")
    legal_name = models.CharField(max_length=150)
    preferred_name = models.CharField(max_length=60, blank=True)
    date_of_birth = models.DateField()
    home_language = models.CharField(max_length=60, blank=True)
    other_languages = models.CharField(max_length=120, blank=True)
    interpreter_or_format = models.CharField(max_length=200, blank=True)
    how_communicates = models.CharField(max_length=500, blank=True)
    room = models.ForeignKey(Room, models.PROTECT, null=True, blank=True, related_name="children")
    hours = models.CharField(max_length=60, blank=True)
    other_setting = models.CharField(max_length=150, blank=True)
    started_on = models.DateField(null=True, blank=True)
    leaving_on = models.DateField(null=True, blank=True)
    sen_provision = models.CharField(max_length=1, choices=SenProvision.choices, blank=True)
    diagnosis = models.CharField(max_length=300, blank=True)
    social_care = models.CharField(max_length=300, blank=True)
    ehc_plan = models.CharField(max_length=12, choices=EhcPlan.choices, default=EhcPlan.NONE)
    archived_on = models.DateField(null=True, blank=True)
    archived_because = models.CharField(max_length=300, blank=True)
    folded_name = models.CharField(max_length=FOLDED_LENGTH, blank=True, default="", editable=False)
    """Both names as they are looked for; kept by `save`."""

    objects = ChildQuerySet.as_manager()

    class Meta:
        ordering = ["legal_name", "id"]
        indexes = [models.Index(fields=["setting", "archived_on", "legal_name"])]

    def __str__(self) -> str:
        return self.legal_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded_name = fold(f"{self.legal_name} {self.preferred_name}")[:FOLDED_LENGTH]
        super().save(*args, **kwargs)

    @property
    def called(self) -> str:
        """The name used after the first mention."""
        return self.preferred_name or self.legal_name.split()[0]

    def stage_override(self, on: date) -> StageOverride | None:
        """The override in force on the day, the newest if several overlap."""
        for row in self.stage_overrides.order_by("-from_on", "-id"):
            if row.from_on <= on and (row.until_on is None or on <= row.until_on):
                return row.as_rule()
        return None

    def stage(self, on: date) -> Stage:
        return stage_on(self.date_of_birth, on, self.stage_override(on))


class ChildNeed(TrackedModel):
    """An area of need recorded for the child; exactly one of the open ones is primary."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="needs")
    area = models.CharField(max_length=20, choices=AreaOfNeed.choices)
    is_primary = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-is_primary", "area"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "area"],
                condition=models.Q(until_on__isnull=True),
                name="area_recorded_once",
            ),
            models.UniqueConstraint(
                fields=["child"],
                condition=models.Q(until_on__isnull=True, is_primary=True),
                name="one_primary_area",
            ),
        ]

    def __str__(self) -> str:
        return self.get_area_display()


class ChildProfile(TrackedModel):
    """The one-page profile, in the words of those who know the child."""

    child = models.OneToOneField(Child, models.PROTECT, related_name="profile")
    what_people_like = models.TextField(max_length=1500, blank=True)
    what_matters = models.TextField(max_length=1500, blank=True)
    how_to_support = models.TextField(max_length=1500, blank=True)
    what_i_enjoy = models.TextField(max_length=1500, blank=True)
    what_upsets = models.TextField(max_length=1500, blank=True)

    def __str__(self) -> str:
        return f"Profile of {self.child}"
