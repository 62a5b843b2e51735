"""Parents and carers, what they may receive, and restrictions on contact."""

from datetime import date
from typing import Any

from django.db import models

from accounts.models import Membership, TrackedModel

from .child import Child
from .choices import Channel, Question, RestrictionKind, YesNoUnknown

BARS_CONTACT = (RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION)
"""The other kinds limit an address or how contact is made, not what a parent may say and read."""


class ParentCarerQuerySet(models.QuerySet["ParentCarer"]):
    def visible_to(self, membership: Membership) -> "ParentCarerQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def current(self) -> "ParentCarerQuerySet":
        return self.filter(ended_on__isnull=True)

    def to_be_asked(self, on: date) -> "ParentCarerQuerySet":
        """Present contacts whom nothing keeps from contact or from reading about the child."""
        return self.current().exclude(pk__in=_barred(on))

    def may_receive(self, on: date) -> "ParentCarerQuerySet":
        """The one policy that every copy, link, letter and code asks: who may be sent papers.

        Recorded as receiving copies, still a contact, and not barred; or barred, and two people
        have said that papers go all the same (C3.2).
        """
        allowed = RestrictionOverride.objects.in_force(on).values("contact")
        return (
            self.current()
            .filter(may_receive_copies=True)
            .filter(~models.Q(pk__in=_barred(on)) | models.Q(pk__in=allowed))
        )


def _barred(on: date) -> Any:
    rows = ContactRestriction.objects.filter(kind__in=BARS_CONTACT).in_force(on)
    return rows.values("contact")


class ParentCarer(TrackedModel):
    """A contact of the child. Whether they hold parental responsibility is recorded, not assumed."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=150)
    relationship = models.CharField(max_length=60)
    parental_responsibility = models.CharField(
        max_length=8, choices=YesNoUnknown.choices, default=YesNoUnknown.UNKNOWN
    )
    responsibility_evidence = models.CharField(max_length=200, blank=True)
    lives_with_child = models.BooleanField(default=False)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    preferred_channel = models.CharField(max_length=12, choices=Channel.choices, blank=True)
    preferred_times = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=60, blank=True)
    wants_large_print = models.BooleanField(default=False)
    wants_clear_letters = models.BooleanField(default=False)
    """Papers in a face and with spaces that people with dyslexia often find easier."""
    may_receive_copies = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)

    objects = ParentCarerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.relationship})"

    @property
    def told_apart_by(self) -> str:
        """What tells this contact from another of the same name: how staff reach them."""
        return self.email or self.phone or "no email on file"


class RestrictionQuerySet(models.QuerySet["ContactRestriction"]):
    def visible_to(self, membership: Membership) -> "RestrictionQuerySet":
        return self.filter(contact__in=ParentCarer.objects.visible_to(membership))

    def in_force(self, on: date) -> "RestrictionQuerySet":
        """Set and not lifted. A review date that has passed does not end a restriction."""
        return self.filter(from_on__lte=on).filter(
            models.Q(lifted_on__isnull=True) | models.Q(lifted_on__gt=on)
        )


class ContactRestriction(TrackedModel):
    """A limit on contact with evidence and a review date. Shown as a badge, never printed."""

    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="restrictions")
    kind = models.CharField(max_length=16, choices=RestrictionKind.choices)
    evidence = models.CharField(max_length=300)
    court_order_on = models.DateField(null=True, blank=True)
    from_on = models.DateField()
    review_on = models.DateField()
    lifted_on = models.DateField(null=True, blank=True)
    lifted_because = models.CharField(max_length=300, blank=True)

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        ordering = ["-from_on"]

    def __str__(self) -> str:
        return self.get_kind_display()


class RestrictionOverrideQuerySet(models.QuerySet["RestrictionOverride"]):
    def visible_to(self, membership: Membership) -> "RestrictionOverrideQuerySet":
        return self.filter(contact__in=ParentCarer.objects.visible_to(membership))

    def standing(self, on: date) -> "RestrictionOverrideQuerySet":
        """Neither ended nor run out, confirmed or not."""
        return self.filter(until_on__gte=on, ended_on__isnull=True)

    def in_force(self, on: date) -> "RestrictionOverrideQuerySet":
        return self.standing(on).filter(confirmed_by__isnull=False)


class RestrictionOverride(TrackedModel):
    """Papers go to a restricted contact all the same, for a time: one asks, another confirms.

    A court may bar a parent from contact and still have the minutes sent. It rests on the
    restrictions as they stand: a new one ends it.
    """

    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="overrides")
    because = models.CharField(max_length=300)
    until_on = models.DateField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    objects = RestrictionOverrideQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_by__isnull=True)
                | ~models.Q(confirmed_by=models.F("asked_by")),
                name="override_confirmed_by_another",
            ),
            models.UniqueConstraint(
                fields=["contact"],
                condition=models.Q(ended_on__isnull=True),
                name="one_standing_override",
            ),
        ]

    def __str__(self) -> str:
        return f"Papers go to {self.contact.name} until {self.until_on}"

    def waits_for(self, member: Membership) -> bool:
        """Nobody has confirmed it yet, and this is not the one who asked."""
        return self.confirmed_by_id is None and self.asked_by_id != member.pk


class SupportNeed(TrackedModel):
    """An answer to one of the two questions: by whom, on which day, until when, in their words."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="support_needs")
    question = models.CharField(max_length=10, choices=Question.choices)
    is_yes = models.BooleanField()
    said_by_member = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+"
    )
    said_by_contact = models.ForeignKey(
        ParentCarer, models.PROTECT, null=True, blank=True, related_name="+"
    )
    said_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=600, blank=True)
    said_at = models.DateTimeField(auto_now_add=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-said_on", "-said_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(said_by_member__isnull=True, said_by_contact__isnull=False)
                | models.Q(said_by_member__isnull=False, said_by_contact__isnull=True),
                name="said_by_exactly_one_adult",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_question_display()} {'Yes' if self.is_yes else 'No'}"

    @property
    def said_by(self) -> str:
        return str(self.said_by_member or self.said_by_contact)
