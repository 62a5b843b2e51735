"""Agencies of a setting, their professionals, and their involvement with a child."""

from datetime import date

from django.db import models

from accounts.models import EarlyYearsSetting, Membership, TrackedModel
from children.models import Child


class AgencyKind(models.TextChoices):
    SPEECH = "speech", "Speech and language therapy"
    PHYSIOTHERAPY = "physiotherapy", "Physiotherapy"
    OCCUPATIONAL = "occupational", "Occupational therapy"
    PAEDIATRICS = "paediatrics", "Paediatrics"
    HEALTH_VISITOR = "health_visitor", "Health visitor"
    HEARING = "hearing", "Audiology / hearing impairment"
    VISION = "vision", "Vision / visual impairment"
    EDUCATIONAL_PSYCHOLOGY = "ed_psychology", "Educational psychology"
    INCLUSION_TEAM = "inclusion_team", "Inclusion team / area SENCO"
    SPECIALIST_TEACHER = "specialist_teacher", "Specialist teacher"
    AUTISM = "autism", "Autism and complex communication"
    PORTAGE = "portage", "Portage"
    DIETETICS = "dietetics", "Dietetics"
    MENTAL_HEALTH = "mental_health", "Mental health"
    SOCIAL_CARE = "social_care", "Social care"
    EARLY_HELP = "early_help", "Early help"
    GP = "gp", "GP"
    OTHER = "other", "Other"


class AgencyQuerySet(models.QuerySet["Agency"]):
    def visible_to(self, membership: Membership) -> "AgencyQuerySet":
        return self.filter(setting=membership.setting_id)

    def in_use(self) -> "AgencyQuerySet":
        return self.filter(ended_on__isnull=True)

    def ended(self) -> "AgencyQuerySet":
        return self.filter(ended_on__isnull=False)


class Agency(TrackedModel):
    """An outside service that a setting works with."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=AgencyKind.choices)
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"
        constraints = [
            models.UniqueConstraint(fields=["setting", "name"], name="agency_names_differ")
        ]

    def __str__(self) -> str:
        return self.name


class ProfessionalQuerySet(models.QuerySet["Professional"]):
    def visible_to(self, membership: Membership) -> "ProfessionalQuerySet":
        return self.filter(agency__setting=membership.setting_id)

    def reached_by_email(self) -> "ProfessionalQuerySet":
        """Those who work there and have an address."""
        return self.filter(ended_on__isnull=True).exclude(email="")


class Professional(TrackedModel):
    """A person of an agency."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="professionals")
    name = models.CharField(max_length=150)
    job_title = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = ProfessionalQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.agency.name}"


class InvolvementQuerySet(models.QuerySet["Involvement"]):
    def visible_to(self, membership: Membership) -> "InvolvementQuerySet":
        return self.filter(child__in=Child.objects.visible_to(membership))

    def seen_by(self, on: date) -> "InvolvementQuerySet":
        """Agencies that have seen the child and have not discharged them on the day."""
        return self.filter(first_seen_on__lte=on).filter(
            models.Q(discharged_on__isnull=True) | models.Q(discharged_on__gt=on)
        )


class Involvement(TrackedModel):
    """One agency and one child: referred, accepted, waiting, seen, discharged. Seen makes it involved."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="involvements")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="involvements")
    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="involvements"
    )
    team = models.CharField(max_length=120, blank=True)
    referred_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    waiting_since = models.DateField(null=True, blank=True)
    first_seen_on = models.DateField(null=True, blank=True)
    last_seen_on = models.DateField(null=True, blank=True)
    discharged_on = models.DateField(null=True, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        ordering = ["agency__name", "-referred_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "agency"],
                condition=models.Q(discharged_on__isnull=True),
                name="one_open_involvement_per_agency",
            ),
            models.CheckConstraint(
                condition=models.Q(last_seen_on__isnull=True)
                | models.Q(last_seen_on__gte=models.F("first_seen_on")),
                name="last_seen_not_before_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} for {self.child}"
