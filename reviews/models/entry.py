"""An entry in the record of intervention, and the lines of the plan that it is about (C8)."""

from django.db import models
from django.utils import timezone

from accounts.models import Membership, TrackedModel
from children.models import Child, Session
from plans.models import Cycle, Strategy, Target
from reviews.rules.help import HelpLevel, NotDelivered


class EntryQuerySet(models.QuerySet["InterventionEntry"]):
    def visible_to(self, membership: Membership) -> "EntryQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def standing(self) -> "EntryQuerySet":
        """Entries that were not taken back."""
        return self.filter(taken_back_at__isnull=True)


class InterventionEntry(TrackedModel):
    """What somebody saw on a day, or why nothing was done. Taken back, never deleted.

    `form_token` comes with the page: sent twice, an entry is kept once.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="entries")
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="entries")
    form_token = models.UUIDField(unique=True)
    seen_on = models.DateField()
    session = models.CharField(max_length=10, choices=Session.choices, blank=True)
    seen_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    what_we_saw = models.TextField(max_length=2000, blank=True)
    where_it_was = models.CharField(max_length=200, blank=True)
    changed_next_time = models.CharField(max_length=400, blank=True)
    note_from_home = models.CharField(max_length=600, blank=True)
    not_delivered_because = models.CharField(
        max_length=10, choices=[(r.value, r.label) for r in NotDelivered], blank=True
    )
    not_delivered_words = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=200, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_on", "-recorded_at"]
        verbose_name_plural = "intervention entries"
        indexes = [models.Index(fields=["child", "-seen_on"]), models.Index(fields=["cycle"])]

    def __str__(self) -> str:
        return f"{self.seen_on}: {self.child}"

    @property
    def is_late(self) -> bool:
        """Written down on a later day than it was seen."""
        return timezone.localdate(self.recorded_at) > self.seen_on


class EntryLine(TrackedModel):
    """One strategy or target that an entry is about, with how much help there was.

    The line is kept by its key too, which stays the same from version to version of the plan.
    """

    entry = models.ForeignKey(InterventionEntry, models.PROTECT, related_name="lines")
    line_key = models.UUIDField()
    strategy = models.ForeignKey(
        Strategy, models.PROTECT, null=True, blank=True, related_name="entry_lines"
    )
    target = models.ForeignKey(
        Target, models.PROTECT, null=True, blank=True, related_name="entry_lines"
    )
    help_level = models.CharField(
        max_length=10, choices=[(level.value, level.label) for level in HelpLevel], blank=True
    )
    tries = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["entry", "id"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "line_key"], name="line_once_per_entry"),
            models.CheckConstraint(
                condition=models.Q(strategy__isnull=False, target__isnull=True)
                | models.Q(strategy__isnull=True, target__isnull=False),
                name="entry_line_is_a_strategy_or_a_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.help_level}"

    @property
    def about(self) -> Strategy | Target:
        """The line of the plan, as it read in the version that was in force."""
        row = self.strategy or self.target
        assert row is not None  # the constraint says so
        return row
