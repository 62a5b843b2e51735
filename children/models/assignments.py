"""Who looks after the child, when the child is in, and how the child's path is recorded."""

from datetime import date

from django.db import models

from accounts.models import Membership, TrackedModel
from children.rules import Stage, StageOverride

from .child import Child, Room
from .choices import STAGE_CHOICES, Mark, Session, Weekday


def running(on: date) -> models.Q:
    """Rows with `from_on`/`until_on` that hold on the day, both days included."""
    return models.Q(from_on__lte=on) & (
        models.Q(until_on__isnull=True) | models.Q(until_on__gte=on)
    )


class DatedQuerySet(models.QuerySet[models.Model]):
    """Rows that hold from a day to a day."""

    def running(self, on: date) -> "DatedQuerySet":
        return self.filter(running(on))


class KeyPersonAssignment(TrackedModel):
    """Key person, or second key person, of a child from a day to a day."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="key_people")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="key_children")
    is_second = models.BooleanField(default=False)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["is_second", "-from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "is_second"],
                condition=models.Q(until_on__isnull=True),
                name="one_open_key_person_per_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership} for {self.child}"


class RoomStaff(TrackedModel):
    """A member who works in a room from a day to a day; a practitioner sees that room's children."""

    room = models.ForeignKey(Room, models.PROTECT, related_name="staff")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="rooms")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["room__name"]

    def __str__(self) -> str:
        return f"{self.membership} in {self.room}"


class AttendedSession(TrackedModel):
    """A session of the week that the child attends; ended, not removed, when the pattern changes."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="sessions")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    session = models.CharField(max_length=10, choices=Session.choices)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["weekday", "-session"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "weekday", "session"],
                condition=models.Q(until_on__isnull=True),
                name="session_in_pattern_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.session}"


class AttendanceMark(TrackedModel):
    """In, away, unwell or closed, per child and session. No mark means unknown, never present."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="attendance_marks")
    on = models.DateField()
    session = models.CharField(max_length=10, choices=Session.choices)
    mark = models.CharField(max_length=10, choices=Mark.choices)

    class Meta:
        ordering = ["-on", "session"]
        constraints = [
            models.UniqueConstraint(fields=["child", "on", "session"], name="one_mark_per_session")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.session}: {self.mark}"


class LevelRecord(TrackedModel):
    """The graduated response level from a day; the newest on or before a day holds."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="levels")
    level = models.CharField(max_length=20)
    from_on = models.DateField()
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-from_on", "-id"]

    def __str__(self) -> str:
        return f"{self.level} from {self.from_on}"


class StageOverrideRecord(TrackedModel):
    """A child who lawfully attends another stage than their birth date gives: why, and who agreed."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="stage_overrides")
    stage = models.CharField(max_length=20, choices=STAGE_CHOICES)
    because = models.CharField(max_length=300)
    agreed_by = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-from_on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} from {self.from_on}"

    def as_rule(self) -> StageOverride:
        return StageOverride(Stage(self.stage), self.from_on, self.until_on)
