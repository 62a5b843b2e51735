"""Letting somebody who lost their phone set up a second step anew."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from accounts.models import Membership
from accounts.policies import check_can_forget_second_step
from accounts.rules.actor import Actor

from .outbox import MailKind, queue_mail, written
from .team import end_sessions

SECOND_STEP_FORGOTTEN = MailKind("second_step_forgotten", "Notice of a second step to set up anew")


@transaction.atomic
def forget_second_step(*, membership: Membership, by: Actor) -> Membership:
    """Removes the person's app, passkeys and recovery codes, and ends every sign-in of theirs.

    With their password they then set up a new second step before anything else opens. They are
    told by email. `Refused` for oneself, and for somebody who works for another setting too.
    """
    check_can_forget_second_step(membership, by)
    Authenticator.objects.filter(user=membership.user).delete()
    end_sessions(membership=membership, by=by)
    _tell(membership, by)
    return membership.record(by=by, why="Second step forgotten, to be set up anew")


def _tell(membership: Membership, by: Actor) -> None:
    user = membership.user
    queue_mail(
        setting=membership.setting,
        kind=SECOND_STEP_FORGOTTEN.name,
        about_id=membership.pk,
        to=user.email,
        letter=written("emails/second_step_forgotten", {"name": user.full_name, "by": by.label}),
        by=by,
    )
