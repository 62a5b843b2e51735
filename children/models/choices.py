"""The fixed words of the child's record."""

from django.db import models

from children.rules import Stage


class AreaOfNeed(models.TextChoices):
    COMMUNICATION = "communication", "Communication and interaction"
    COGNITION = "cognition", "Cognition and learning"
    SEMH = "semh", "Social, emotional and mental health"
    SENSORY_PHYSICAL = "sensory_physical", "Sensory and/or physical"


class SenProvision(models.TextChoices):
    """The census code of SEN provision."""

    NONE = "N", "N: no SEN provision"
    SUPPORT = "K", "K: SEN support"
    EHC_PLAN = "E", "E: EHC plan"


class EhcPlan(models.TextChoices):
    NONE = "none", "No EHC plan"
    ASKED = "asked", "Assessment asked for"
    IN_PLACE = "in_place", "EHC plan in place"


class Weekday(models.IntegerChoices):
    MONDAY = 0, "Monday"
    TUESDAY = 1, "Tuesday"
    WEDNESDAY = 2, "Wednesday"
    THURSDAY = 3, "Thursday"
    FRIDAY = 4, "Friday"
    SATURDAY = 5, "Saturday"
    SUNDAY = 6, "Sunday"


class Session(models.TextChoices):
    MORNING = "morning", "Morning"
    AFTERNOON = "afternoon", "Afternoon"


class Mark(models.TextChoices):
    IN = "in", "In"
    AWAY = "away", "Away"
    UNWELL = "unwell", "Unwell"
    CLOSED = "closed", "Closed"


class YesNoUnknown(models.TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class RestrictionKind(models.TextChoices):
    NO_CONTACT = "no_contact", "No contact"
    NO_INFORMATION = "no_information", "No information about the child"
    NO_ADDRESS = "no_address", "Address must not be shared"
    SUPERVISED = "supervised", "Supervised contact only"


class Channel(models.TextChoices):
    IN_PERSON = "in_person", "In person"
    PHONE = "phone", "Phone"
    EMAIL = "email", "Email"
    LETTER = "letter", "Letter"


class Question(models.TextChoices):
    """The two support questions that are asked of people."""

    BEHAVIOUR = "behaviour", "Do the adults need strategies to support behaviour?"
    EVIDENCE = "evidence", "Must we evidence additional or different provision?"


STAGE_CHOICES = [(stage.value, stage.label) for stage in Stage]
