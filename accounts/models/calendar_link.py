"""The secret address under which somebody's own calendar reads the setting's dates."""

from datetime import date

from django.db import models
from django.utils import timezone

from accounts.rules.link import secret_hash

from .membership import Membership
from .tracked import TrackedModel


class CalendarLinkQuerySet(models.QuerySet["CalendarLink"]):
    def standing(self) -> "CalendarLinkQuerySet":
        return self.filter(revoked_at__isnull=True)

    def open_to(self, token: str, on: date) -> "CalendarLinkQuerySet":
        """The door: by the link's secret, while it stands and its owner works there on the day."""
        here = Membership.objects.active(on)
        found = self.standing().filter(token_hash=secret_hash(token), membership__in=here)
        return found.select_related("membership__setting", "membership__user")


class CalendarLink(TrackedModel):
    """One link of one membership. Only the hash of its secret is kept; a new one revokes the old.

    `roles` are those that its owner held when it was made: once one of them is taken away the link
    opens no more, since what it showed was theirs by that role.
    """

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="calendar_links")
    token_hash = models.CharField(max_length=64, unique=True)
    roles = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=200)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=200, blank=True)

    objects = CalendarLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_calendar_link_per_membership",
            )
        ]

    def __str__(self) -> str:
        return f"Calendar link of {self.membership}"

    @property
    def is_in_force(self) -> bool:
        """Does its owner still hold every role under which it was made?"""
        return set(self.roles) <= set(self.membership.roles)
