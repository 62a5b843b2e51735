"""The code of a secret link: sent to the address on file or read out, typed, counted, used once.

A code is kept as a keyed hash bound to its link: six digits would be found at once in a stolen
database without the key.
"""

import hmac
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_noop

from accounts.actions.outbox import MailKind, queue_mail, written
from accounts.models import CAME_IN, OutboxMail, SecretLink
from accounts.rules import link as rules
from accounts.rules.actor import Actor
from accounts.rules.link import CodeAnswer
from accounts.rules.outbox import Letter
from accounts.rules.refusal import Refused

from .kinds import check_link_opens, kind_called

NO_ADDRESS = gettext_noop("We have no email for you. Ask us for a code by phone.")
TOO_OFTEN = gettext_noop(
    "Four codes went out within an hour. Use the newest, or wait an hour for a new one."
)
PAUSED = gettext_noop("Too many wrong codes were typed. Wait an hour, then ask for a new code.")


@transaction.atomic
def send_code(*, link: SecretLink, by: Actor) -> SecretLink:
    """Makes a code and mails it to the address on file. The code before it counts no more.

    `Refused` without an address, while the link is paused, and after `CODES_AN_HOUR`.
    """
    stored = _held(link)
    if not stored.email_on_file:
        raise Refused(NO_ADDRESS)
    an_hour_ago = timezone.now() - timedelta(hours=1)
    sent = OutboxMail.objects.filter(kind=LINK_CODE.name, about_id=stored.pk)
    if sent.filter(queued_at__gt=an_hour_ago).count() >= rules.CODES_AN_HOUR:
        raise Refused(TOO_OFTEN)
    code = _renew(stored, by, "A code was sent")
    queue_mail(
        setting=stored.setting,
        kind=LINK_CODE.name,
        about_id=stored.pk,
        to=stored.email_on_file,
        letter=code_letter(stored, code),
        told={"kind": stored._meta.label, "code": stored.code_hash},
        by=by,
    )
    return stored


def code_letter(link: SecretLink, code: str) -> Letter:
    """The mail with this code, in the language of whoever reads it; for the preview too."""
    words = {
        "setting": link.setting,
        "reader": link.reader,
        "code": code,
        "until": link.code_until or timezone.now() + rules.CODE_LASTS,
    }
    return written("emails/link_code", words)


@transaction.atomic
def give_code(*, link: SecretLink, by: Actor) -> str:
    """A code for a member of staff to read out to the person the link is for. Shown once."""
    return _renew(_held(link), by, "A code was given in person")


@transaction.atomic
def check_code(*, link: SecretLink, typed: str, by: Actor) -> tuple[CodeAnswer, str]:
    """What the typed code comes to; when it is right, also the secret for the browser.

    A right code is used up, and opens the door for `INSIDE_LASTS` to this browser alone. A wrong
    one is counted, whatever else happens, so nothing is raised.
    """
    stored = _locked(link)
    now = timezone.now()
    is_right = hmac.compare_digest(stored.code_hash, code_hash(stored, rules.digits_of(typed)))
    answer = stored.facts().answer(is_right, now)
    if answer is CodeAnswer.WRONG:
        stored.wrong_codes += 1
        stored.paused_until = rules.pause_after(stored.wrong_codes, now)
        if stored.paused_until:
            stored.code_hash, stored.code_until = "", None
        stored.record(by=by, why="A wrong code was typed")
    if answer is not CodeAnswer.RIGHT:
        return answer, ""
    secret = rules.new_secret()
    stored.code_hash, stored.code_until = "", None
    stored.wrong_codes, stored.paused_until = 0, None
    stored.inside_hash = rules.secret_hash(secret)
    stored.inside_until = now + rules.INSIDE_LASTS
    stored.record(by=stored.holder(), why=CAME_IN)
    kind_called(stored._meta.label).came_in(stored)
    return answer, secret


def code_hash(link: SecretLink, code: str) -> str:
    """Bound to the link, so that one link's code is nothing at another's."""
    salt = "accounts.links.code"
    return salted_hmac(salt, f"{link.pk}:{code}", algorithm="sha256").hexdigest()


def _renew(link: SecretLink, by: Actor, why: str) -> str:
    code = rules.new_code()
    link.code_hash = code_hash(link, code)
    link.code_until = timezone.now() + rules.CODE_LASTS
    link.record(by=by, why=why)
    return code


def _held(link: SecretLink) -> SecretLink:
    """The link as it is stored, locked; `Refused` when it is shut or paused."""
    stored = _locked(link)
    check_link_opens(stored)
    if stored.facts().is_paused(timezone.now()):
        raise Refused(PAUSED)
    return stored


def _locked(link: SecretLink) -> SecretLink:
    return type(link)._default_manager.select_for_update().get(pk=link.pk)


def _check_may_go(mail: OutboxMail) -> None:
    """`Refused` when the code ran out, was used or was replaced, or the link was shut meanwhile."""
    link = kind_called(mail.told["kind"]).model._default_manager.get(pk=mail.about_id)
    if not link.facts().has_code(timezone.now()) or link.code_hash != mail.told["code"]:
        raise Refused("The code ran out before its mail could go.")
    check_link_opens(link)


LINK_CODE = MailKind("link_code", "Code for a secret link", _check_may_go)
