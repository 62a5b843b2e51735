"""Mails that wait to go, went, or did not go.

A mail is queued in the transaction of what it tells of, and sent by the worker. Its words are kept
only until it went: a link that lets somebody in stands in them. What stays is to whom, about what,
when, and how it ended.
"""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from accounts.rules.actor import Actor, ActorKind
from accounts.rules.outbox import MailState

from .setting import EarlyYearsSetting
from .tracked import ActorStamp

if TYPE_CHECKING:
    from .membership import Membership

UNFINISHED = (MailState.WAITING.value, MailState.FAILED.value)


class OutboxQuerySet(models.QuerySet["OutboxMail"]):
    def visible_to(self, membership: "Membership") -> "OutboxQuerySet":
        return self.filter(setting=membership.setting_id)

    def waiting(self) -> "OutboxQuerySet":
        return self.filter(state=MailState.WAITING.value)

    def failed(self) -> "OutboxQuerySet":
        return self.filter(state=MailState.FAILED.value)

    def due(self, now: datetime) -> "OutboxQuerySet":
        """What the worker looks at now: to send it, or to wipe the words of what was given up."""
        return self.filter(state__in=UNFINISHED, next_look_at__lte=now).order_by("next_look_at")


class OutboxMail(ActorStamp):
    """One mail to one address. Without a history: that would keep the words, which are wiped.

    `next_look_at` is when the worker may take it up: now, after a wait, or, while a worker holds
    it, when that claim runs out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="mails")
    kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    """The record that it tells of: see `accounts.actions.outbox.kinds`."""
    told = models.JSONField(default=dict)
    """What its kind must know again when it goes, such as which date was told."""
    to = models.EmailField()
    reply_to = models.EmailField(blank=True)
    subject = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    files = models.JSONField(default=list)
    queued_at = models.DateTimeField(default=timezone.now, editable=False)
    state = models.CharField(
        max_length=8,
        choices=[(state.value, state.name.capitalize()) for state in MailState],
        default=MailState.WAITING.value,
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    next_look_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "id"]
        indexes = [
            models.Index(
                fields=["next_look_at"],
                condition=models.Q(state__in=UNFINISHED),
                name="mails_to_look_at",
            ),
            models.Index(fields=["kind", "about_id"], name="mails_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.state}"

    @property
    def queued_by(self) -> Actor:
        return Actor(ActorKind(self.actor_kind), self.actor_id, self.actor_label)

    def wipe(self) -> None:
        """Forgets what the mail said. The caller saves."""
        self.text, self.html, self.files = "", "", []
