"""Who works for which setting, as what, from when until when; and how people join."""

from datetime import date, datetime
from functools import cached_property

from django.db import models
from django.utils import timezone

from accounts.rules.actor import Actor, ActorKind
from accounts.rules.invitations import token_hash
from accounts.rules.roles import ROLE_NAMES, Permission, Role, permissions_of, words_for

from .setting import EarlyYearsSetting
from .tracked import TrackedModel
from .user import User

ROLE_CHOICES = [(role.value, ROLE_NAMES[role]) for role in Role]


def clean_roles(values: list[str]) -> list[str]:
    """Role values in their fixed order, without doubles. `ValueError` for an unknown one."""
    chosen = {Role(value) for value in values}
    return [role.value for role in Role if role in chosen]


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self, on: date) -> "MembershipQuerySet":
        return self.filter(joined_on__lte=on, user__is_active=True).filter(
            models.Q(left_on__isnull=True) | models.Q(left_on__gt=on)
        )

    def visible_to(self, membership: "Membership") -> "MembershipQuerySet":
        return self.filter(setting=membership.setting_id).select_related("user", "setting")


class Membership(TrackedModel):
    """One adult in one setting, with one role or several. `left_on` is the first day without access."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="memberships")
    roles = models.JSONField(default=list)
    job_title = models.CharField(max_length=80, blank=True)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    hour_minutes = models.PositiveSmallIntegerField(default=60)
    """Minutes a week that a SENCO has for the work of the dashboard; her own choice."""

    wants_digest = models.BooleanField(default=True)
    """Whether they are emailed every week what is due; their own choice."""

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["user__full_name"]
        constraints = [
            models.UniqueConstraint(fields=["user", "setting"], name="one_membership_per_setting")
        ]

    def __str__(self) -> str:
        return self.user.full_name

    @cached_property
    def role_set(self) -> frozenset[Role]:
        return frozenset(Role(value) for value in self.roles)

    @cached_property
    def permissions(self) -> frozenset[Permission]:
        return permissions_of(self.role_set)

    @property
    def role_words(self) -> str:
        return words_for(self.role_set)

    def get_roles_display(self) -> str:
        return self.role_words

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def as_actor(self) -> Actor:
        return Actor(ActorKind.MEMBER, str(self.pk), self.user.full_name)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, membership: Membership) -> "InvitationQuerySet":
        return self.filter(setting=membership.setting_id)

    def open_at(self, now: datetime) -> "InvitationQuerySet":
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now)

    def waiting(self) -> "InvitationQuerySet":
        """Neither accepted nor withdrawn, run out or not."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)

    def open_to(self, token: str, now: datetime) -> "InvitationQuerySet":
        """The door of an invitation's link: by its secret, while it lasts."""
        return self.open_at(now).filter(token_sha256=token_hash(token)).select_related("setting")


class Invitation(TrackedModel):
    """A place in the team offered to an email address. Only the hash of the link's secret is kept."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="invitations")
    email = models.EmailField()
    full_name = models.CharField(max_length=150)
    roles = models.JSONField(default=list)
    token_sha256 = models.CharField(max_length=64, unique=True)
    invited_at = models.DateTimeField(default=timezone.now)
    invited_by = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-invited_at"]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.email})"

    @property
    def role_words(self) -> str:
        return words_for(frozenset(Role(value) for value in self.roles))
