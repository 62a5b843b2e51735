"""A secret link to one thing, for one person who has no account: the base of each kind.

Only hashes are kept: of the link's secret, of the code, and of what the browser of somebody who
showed the code holds. Wrong codes are counted here, where every worker process sees them.
"""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.link import WHY_SHUT_WORDS, LinkFacts, secret_hash

from .setting import EarlyYearsSetting
from .tracked import TrackedModel

SOMEBODY = Actor.system("somebody with a secret link")
"""Who asks for a code or types one: nobody knows, before the code was right."""
CAME_IN = "Came in with the code"


class SecretLinkQuerySet(models.QuerySet[Any]):
    def open_to(self, token: str, now: datetime) -> Self:
        """The door: by the link's secret, while it was neither revoked nor ran out."""
        return self.filter(
            token_hash=secret_hash(token), revoked_at__isnull=True, expires_at__gt=now
        )

    def standing(self, now: datetime) -> Self:
        """Neither revoked nor run out."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now)


class SecretLink(TrackedModel):
    """What every kind of link has. A kind says for whom it is, of which setting, and on what right.

    `expires_at` is the first moment at which it opens no more. `wrong_codes` counts since the last
    right one.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.CharField(max_length=200, blank=True)
    revoked_because = models.CharField(max_length=300, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    paused_until = models.DateTimeField(null=True, blank=True)
    inside_hash = models.CharField(max_length=64, blank=True)
    inside_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def setting(self) -> EarlyYearsSetting:
        """Whose link it is."""
        raise NotImplementedError

    @property
    def email_on_file(self) -> str:
        """Where the code goes: what the records say now, never what somebody types at the door."""
        raise NotImplementedError

    @property
    def reader(self) -> Any:
        """Who is written to in a `language` of their own; None is in English."""
        return None

    @property
    def right_words(self) -> str:
        """Under which right somebody looks, for the log of who looked: "link of a request"."""
        raise NotImplementedError

    def holder(self) -> Actor:
        """For whom the link is, and who acts behind the door."""
        raise NotImplementedError

    def facts(self) -> LinkFacts:
        return LinkFacts(
            expires_at=self.expires_at,
            revoked_at=self.revoked_at,
            wrong_codes=self.wrong_codes,
            paused_until=self.paused_until,
            code_until=self.code_until,
            inside_until=self.inside_until,
        )

    @property
    def shut_words(self) -> str:
        """ "Run out"; empty while it is open."""
        why = self.facts().why_shut(timezone.now())
        return WHY_SHUT_WORDS[why] if why else ""

    def openings(self) -> list[datetime]:
        """When somebody came in with the code, the latest first."""
        rows = self.history.filter(history_change_reason=CAME_IN)
        return list(rows.order_by("-history_date").values_list("history_date", flat=True))
