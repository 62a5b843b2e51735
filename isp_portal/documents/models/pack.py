"""What is printed for several children in one go."""

from django.db import models


class PackOf(models.TextChoices):
    SHEETS = "sheets", "Record sheets for a week"
    PLANS = "plans", "Individual Support Plans, as issued for the file"
    MINUTES = "minutes", "Minutes of the last review, as issued for the file"
