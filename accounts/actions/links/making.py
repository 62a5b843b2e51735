"""Making a secret link, and taking it back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.actions.outbox import stop_mails
from accounts.models import SecretLink
from accounts.rules.actor import Actor
from accounts.rules.link import new_secret, secret_hash

from .codes import LINK_CODE
from .kinds import check_link_opens


@transaction.atomic
def make_link(*, link: SecretLink, expires_at: datetime, by: Actor) -> str:
    """Stores a new link of some kind, and returns its secret, which is kept nowhere.

    `link` is not stored yet and says what it leads to and for whom. `Refused` when that may not be
    seen now.
    """
    token = new_secret()
    link.token_hash, link.expires_at, link.made_by = secret_hash(token), expires_at, by.label
    check_link_opens(link)
    link.record(by=by, why="Link made")
    return token


@transaction.atomic
def revoke_link(*, link: SecretLink, because: str, by: Actor) -> SecretLink:
    """The link opens to nobody from now on, whoever is inside included. Twice is once."""
    stored = type(link)._default_manager.select_for_update().get(pk=link.pk)
    if stored.revoked_at is None:
        stored.revoked_at, stored.revoked_by = timezone.now(), by.label
        stored.revoked_because = because
        stored.code_hash = stored.inside_hash = ""
        stored.record(by=by, why=f"Revoked: {because}")
        stop_mails(kind=LINK_CODE.name, about_id=link.pk, because="The link was revoked.", by=by)
    return stored
