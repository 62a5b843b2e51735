"""A copy shared by link: dated, revocable, for one person; and each time it was opened."""

from datetime import date

from django.db import models

from accounts.models import (
    EarlyYearsSetting,
    Membership,
    SecretLink,
    SecretLinkQuerySet,
    TrackedModel,
)
from accounts.rules.actor import Actor, ActorKind
from children.models import ParentCarer
from isp_portal.documents.models import IssuedDocument


class ShareQuerySet(SecretLinkQuerySet):
    def visible_to(self, membership: Membership) -> "ShareQuerySet":
        found: ShareQuerySet = self.filter(
            document__in=IssuedDocument.objects.visible_to(membership)
        )
        return found

    def held_by(self, contact: ParentCarer) -> "ShareQuerySet":
        found: ShareQuerySet = self.filter(document__recipient=contact)
        return found


class Share(SecretLink):
    """One issued copy, open by link and code to the parent whose copy it is.

    `sent_to` is the address that the link was mailed to; empty where staff handed it over.
    """

    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="shares")
    sent_to = models.EmailField(blank=True)

    objects = ShareQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"Link for {self.contact.name}, {self.made_at:%Y-%m-%d}"

    @property
    def contact(self) -> ParentCarer:
        """Whose copy it is: the file's own copy is never shared."""
        assert self.document.recipient is not None
        return self.document.recipient

    @property
    def setting(self) -> EarlyYearsSetting:
        return self.document.setting

    @property
    def email_on_file(self) -> str:
        return self.contact.email

    @property
    def reader(self) -> ParentCarer:
        return self.contact

    @property
    def right_words(self) -> str:
        return "link of a shared copy"

    def holder(self) -> Actor:
        return Actor(ActorKind.CONTACT, str(self.contact.pk), self.contact.name)


class ShareOpening(TrackedModel):
    """The parent came in with the code. Looking at the address alone is no opening."""

    share = models.ForeignKey(Share, models.PROTECT, related_name="opened")
    opened_on = models.DateField()

    class Meta:
        ordering = ["opened_on", "id"]

    def __str__(self) -> str:
        return f"Opened {date.isoformat(self.opened_on)}"
