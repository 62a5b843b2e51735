"""Being inside: one browser, for a while, after the code was right. Ended by hand or by the clock."""

import hmac

from django.db import transaction
from django.utils import timezone

from accounts.models import SecretLink
from accounts.rules.actor import Actor
from accounts.rules.link import secret_hash


def is_inside(link: SecretLink, secret: str) -> bool:
    """Is this the browser that showed the code, within the hour?"""
    same = hmac.compare_digest(link.inside_hash, secret_hash(secret))
    return same and link.facts().lets_in(timezone.now())


@transaction.atomic
def leave_door(*, link: SecretLink, by: Actor) -> SecretLink:
    """From now on the code is asked for again, in every browser."""
    stored = type(link)._default_manager.select_for_update().get(pk=link.pk)
    stored.inside_hash, stored.inside_until = "", None
    return stored.record(by=by, why="Left")
