"""What shows that somebody consented, refused or withdrew: a signed form, a mail, a note (C7)."""

from django.db import models

from accounts.models import Membership
from children.models import Child

from .consent import Consent
from .kept_file import KeptFile, KeptFileQuerySet


class ConsentFileQuerySet(KeptFileQuerySet):
    def visible_to(self, membership: Membership) -> "ConsentFileQuerySet":
        return self.filter(consent__child__in=Child.objects.visible_to(membership))


class ConsentFile(KeptFile):
    """One file of an answer."""

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="files")

    objects = ConsentFileQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def neutral_name(self) -> str:
        """The name under which it is handed out: it tells of nobody."""
        return f"consent-{self.consent.given_on:%Y-%m-%d}.{self.ending}"
