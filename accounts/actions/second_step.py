"""Letting somebody who lost their phone set up a second step anew."""

from allauth.mfa.models import Authenticator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from accounts.models import Membership, User
from accounts.policies import check_can_forget_second_step
from accounts.rules.actor import Actor

from .team import end_sessions


@transaction.atomic
def forget_second_step(*, membership: Membership, by: Actor) -> Membership:
    """Removes the person's app, passkeys and recovery codes, and ends every sign-in of theirs.

    With their password they then set up a new second step before anything else opens. They are
    told by email. `Refused` for oneself, and for somebody who works for another setting too.
    """
    check_can_forget_second_step(membership, by)
    Authenticator.objects.filter(user=membership.user).delete()
    end_sessions(membership=membership, by=by)
    transaction.on_commit(lambda: _tell(membership.user, by))
    return membership.record(by=by, why="Second step forgotten, to be set up anew")


def _tell(user: User, by: Actor) -> None:
    told = {"name": user.full_name, "by": by.label}
    send_mail(
        render_to_string("emails/second_step_forgotten-subject.txt", told).strip(),
        render_to_string("emails/second_step_forgotten-body.txt", told),
        None,
        [user.email],
        html_message=render_to_string("emails/second_step_forgotten-body.html", told),
    )
