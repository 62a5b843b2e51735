"""Consent of a holder of parental responsibility to contact with an agency (C7)."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.db import models

from accounts.models import Membership, TrackedModel
from agencies.rules import Answer, Verdict, consent_on
from children.models import Child, ParentCarer, YesNoUnknown

from .agency import Agency


class ConsentPurpose(models.TextChoices):
    CONTACT = "contact", "Contact about the child"
    ASK_REPORT = "ask_report", "Ask for a report"
    SHARE_REPORT = "share_report", "Share a report"
    REFER = "refer", "Refer"
    INVITE = "invite", "Invite to a review"
    PASS_ON = "pass_on", "Pass on when the child moves"

    def about(self, agency: str) -> str:
        """What is consented to, within a sentence: "asking Portage for a report"."""
        return ABOUT[self].format(agency=agency)


ABOUT = {
    ConsentPurpose.CONTACT: "contact with {agency}",
    ConsentPurpose.ASK_REPORT: "asking {agency} for a report",
    ConsentPurpose.SHARE_REPORT: "sharing a report with {agency}",
    ConsentPurpose.REFER: "a referral to {agency}",
    ConsentPurpose.INVITE: "inviting {agency} to a review",
    ConsentPurpose.PASS_ON: "passing on what we know to {agency}",
}


class ConsentAnswer(models.TextChoices):
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"


class ConsentHow(models.TextChoices):
    IN_PERSON = "in_person", "In person"
    PAPER = "paper", "Signed on paper"
    EMAIL = "email", "By email"
    PHONE = "phone", "By phone"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def visible_to(self, membership: Membership) -> "ConsentQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def in_force(self, on: date) -> "ConsentQuerySet":
        """Given, not withdrawn and not run out on the day."""
        return self.filter(
            models.Q(until_on__isnull=True) | models.Q(until_on__gte=on),
            answer=ConsentAnswer.GIVEN,
            given_on__lte=on,
            withdrawn_on__isnull=True,
        )

    def standing_of(self, child: Child, on: date) -> dict[tuple[UUID, str], Verdict]:
        """What all answers about the child come to on the day, by agency and purpose, in two queries."""
        found = self.standing_of_all(Child.objects.filter(pk=child.pk), on)
        return {(agency, purpose): verdict for (_, agency, purpose), verdict in found.items()}

    def standing_of_all(
        self, children: "models.QuerySet[Child]", on: date
    ) -> dict[tuple[UUID, UUID, str], Verdict]:
        """The same of many children, by child, agency and purpose; still two queries."""
        asked = ParentCarer.objects.filter(child__in=children).to_be_asked(on)
        may_be_asked = set(asked.values_list("pk", flat=True))
        found: dict[tuple[UUID, UUID, str], list[Answer]] = defaultdict(list)
        for row in self.filter(child__in=children).select_related("contact"):
            place = (row.child_id, row.agency_id, row.purpose)
            found[place].append(row.facts(row.contact_id in may_be_asked))
        return {place: consent_on(answers, on) for place, answers in found.items()}


class Consent(TrackedModel):
    """One adult's answer: which agency, for which purpose, and what may be shared.

    Withdrawn, never deleted.
    """

    child = models.ForeignKey(Child, models.PROTECT, related_name="consents")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="consents")
    contact = models.ForeignKey(ParentCarer, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=12, choices=ConsentPurpose.choices)
    answer = models.CharField(max_length=8, choices=ConsentAnswer.choices)
    basis = models.CharField(max_length=200, blank=True)
    """On what basis of parental responsibility: what was seen as evidence of it."""
    what_may_be_shared = models.CharField(max_length=300, blank=True)
    refused_because = models.CharField(max_length=300, blank=True)
    how = models.CharField(max_length=10, choices=ConsentHow.choices)
    given_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    """Who withdrew it or set it aside; empty when the same adult answered again."""
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "agency", "contact", "purpose"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="one_standing_answer_per_adult_agency_and_purpose",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.get_answer_display().lower()}, {self.agency}"

    @property
    def about(self) -> str:
        """What was answered about, within a sentence."""
        return ConsentPurpose(self.purpose).about(self.agency.name)

    def facts(self, may_be_asked: bool) -> Answer:
        """The answer as plain values. An adult who may not be asked any more gives nothing."""
        holds = self.contact.parental_responsibility == YesNoUnknown.YES
        return Answer(
            who=self.contact.name,
            is_given=self.answer == ConsentAnswer.GIVEN,
            given_on=self.given_on,
            until_on=self.until_on,
            withdrawn_on=self.withdrawn_on,
            withdrawn_by=self.withdrawn_by,
            may_give=holds and may_be_asked,
            may_refuse=holds,
            key=self.pk,
        )
