"""The early-years setting: the tenant. Every record belongs to exactly one."""

from typing import TYPE_CHECKING

from django.db import models

from accounts.rules.day_words import LONG_WEEKDAYS

from .tracked import TrackedModel

if TYPE_CHECKING:
    from .membership import Membership


class RuleSet(TrackedModel):
    """Local guidance as dated data: thresholds, labels, the ladder of levels, print titles.

    `data` is read and checked by `plans.rules.rulesets`; a ruleset in use is never edited, a
    change is a new version from a later day.
    """

    code = models.SlugField(max_length=40)
    version = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    from_on = models.DateField()
    data = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="one_ruleset_per_version")
        ]
        ordering = ["code", "from_on"]

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


class EarlyYearsSetting(TrackedModel):
    """A nursery, pre-school or childminder."""

    name = models.CharField(max_length=120)
    address = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    ruleset_code = models.SlugField(max_length=40, default="default")
    open_weekdays = models.JSONField(default=list)
    share_days = models.PositiveSmallIntegerField(default=30)
    """How long a link to a shared copy opens."""
    may_email_copies = models.BooleanField(default=False)
    """Whether staff may attach a copy to a mail of their own; a link needs no such leave."""
    is_demo = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_open_weekdays_display(self) -> str:
        return ", ".join(LONG_WEEKDAYS[day] for day in self.open_weekdays)


class ClosureQuerySet(models.QuerySet["Closure"]):
    def visible_to(self, membership: "Membership") -> "ClosureQuerySet":
        return self.filter(setting=membership.setting_id)


class Closure(TrackedModel):
    """Days on which the setting does not open, both included: holidays, bank holidays, training."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="closures")
    first_on = models.DateField()
    last_on = models.DateField()
    name = models.CharField(max_length=80)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        ordering = ["first_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_on__gte=models.F("first_on")),
                name="closure_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name
