"""Everything that contacts an agency, found in the source and in what is registered, and how to do it.

A contacting action is one that asks `check_may_contact`, itself or through a policy or a helper of
its own file; a kind of mail or link is one when it leads to an agency.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from accounts.actions.links import make_link
from accounts.actions.outbox import deliver_due
from accounts.models import OutboxMail
from accounts.rules.outbox import MailState
from accounts.rules.refusal import Refused
from agencies.actions import email_letter, mark_asked, mark_chased, record_contact
from agencies.models import ConsentPurpose, ReportRequest, ReportRequestLink
from isp_portal.documents.actions import issue_agency_letter, issue_review_letter
from plans.actions import close_plan
from plans.models import SupportPlan
from reviews.actions.invitations import invite_participant
from reviews.models import Participant
from tests.house_rules.source import is_called, last_name, python_files, read
from tests.people import STORY, Cast, seen_by_theo
from tests.reviews.reviews_given import planned

TODAY = date(2026, 11, 23)
GATE = "check_may_contact"
ASKING, REFERRING, INVITING = (
    ConsentPurpose.ASK_REPORT,
    ConsentPurpose.REFER,
    ConsentPurpose.INVITE,
)
Do = Callable[[Cast, ConsentPurpose], Callable[[], Any]]
"""Prepares everything but the consent, and returns the press of the button. It raises `Refused`."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to contact an agency, and the purposes for which it is used."""

    name: str
    purposes: tuple[ConsentPurpose, ...]
    do: Do


# How each is done -------------------------------------------------------------------------------


def request(people: Cast, purpose: ConsentPurpose, **more: Any) -> ReportRequest:
    return ReportRequest(
        child=people.seyi,
        agency=people.speech,
        kind="report",
        because="No report has come",
        raised_on=date(2026, 11, 2),
        needs_referral=purpose is REFERRING,
        **more,
    ).record(by=STORY)


def asks(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    row = request(people, purpose)
    return lambda: mark_asked(request=row, asked_on=TODAY, asked_how="Phone", by=STORY)


def chases(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    row = request(people, purpose, asked_on=date(2026, 11, 3), asked_how="Phone")
    return lambda: mark_chased(request=row, chased_on=TODAY, how="Phone", by=STORY)


def writes(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    row = request(people, purpose)
    return lambda: issue_agency_letter(request=row, to=None, capacity="SENCO", by=STORY)


def emails(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    row, theo = request(people, purpose), with_email(people)
    return lambda: email_letter(request=row, professional=theo, by=STORY)


def links(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    link = ReportRequestLink(request=request(people, purpose), professional=with_email(people))
    until = timezone.now() + timedelta(days=28)
    return lambda: make_link(link=link, expires_at=until, by=STORY)


def records(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    values = {"agency": people.speech, "purpose": purpose, "report": report(people)}
    more = {"what": "What helps at nursery", "how": "Phone", "contacted_on": TODAY}
    return lambda: record_contact(child=people.seyi, values={**values, **more}, by=STORY)


def invites(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    row = invited(people)
    return lambda: invite_participant(
        participant=row, how="phone", seen_version=row.row_version, by=STORY
    )


def invites_by_letter(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    row = invited(people)
    return lambda: issue_review_letter(participant=row, by=STORY)


CONTACTS = (
    Contact("mark_asked", (ASKING, REFERRING), asks),
    Contact("mark_chased", (ASKING, REFERRING), chases),
    Contact("issue_agency_letter", (ASKING, REFERRING), writes),
    Contact("email_letter", (ASKING, REFERRING), emails),
    Contact("make_link", (ASKING, REFERRING), links),
    Contact(
        "record_contact",
        (
            ConsentPurpose.CONTACT,
            ConsentPurpose.SHARE_REPORT,
            REFERRING,
            ConsentPurpose.PASS_ON,
        ),
        records,
    ),
    Contact("invite_participant", (INVITING,), invites),
    Contact("issue_review_letter", (INVITING,), invites_by_letter),
)


def with_email(people: Cast) -> Any:
    people.theo.email = "theo@therapy.example"
    return people.theo.record(by=STORY, why="Story")


def report(people: Cast) -> Any:
    return people.seyi.reports.model(
        child=people.seyi,
        agency=people.speech,
        dated_on=date(2026, 11, 2),
        received_on=date(2026, 11, 3),
        received_from="agency",
        holds_strategies=True,
        holds_targets=False,
    ).record(by=STORY)


def invited(people: Cast) -> Participant:
    seen_by_theo(people)
    people.speech.address = "5 Dock Road, Harrowby"
    people.speech.record(by=STORY, why="Story")
    review = planned(people)
    return Participant.objects.get(review=review, agency=people.speech)


def is_done(press: Callable[[], Any]) -> bool:
    try:
        press()
    except Refused:
        return False
    return True


# Mails that wait --------------------------------------------------------------------------------


def invitation_waits(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    with_email(people)
    row = invited(people)
    return lambda: invite_participant(
        participant=row, how="email", seen_version=row.row_version, by=STORY
    )


def cancellation_waits(people: Cast, purpose: ConsentPurpose) -> Callable[[], Any]:
    """Invited while consent stood; then the plan is closed, and its review with it."""
    press = invitation_waits(people, purpose)

    def closes() -> None:
        press()
        deliver_due()
        close_plan(plan=SupportPlan.objects.finalised().get(), because="Not needed", by=STORY)

    return closes


MAILS = (
    Contact("agency_letter", (ASKING, REFERRING), emails),
    Contact("review_invitation", (INVITING,), invitation_waits),
    Contact("review_cancellation", (INVITING,), cancellation_waits),
)
FOLLOWS_FROM_OTHERS = {
    "call_off_meetings": "passes over whom it may not tell; its mail is asked again when it goes",
    "call_off_meeting_of": "is `call_off_meetings` for one cycle",
}
"""Actions that nobody presses: what they would tell is left out, and refused to nobody."""
OTHER_MAILS = {
    "team_invitation": "goes to somebody who is to work here",
    "second_step_forgotten": "goes to somebody who works here",
    "link_code": "goes to whoever asks for it at a link, which asks the gate itself",
    "request_link": "is gated as `make_link` is: its mail goes while the link opens",
    "share": "goes to a parent or carer",
    "copy_attached": "goes to a parent or carer",
    "due_digest": "goes to somebody who works here",
}


def mail_goes() -> bool:
    """Does the mail that waits go, once the worker takes it up?"""
    mail = OutboxMail.objects.waiting().get()
    deliver_due()
    mail.refresh_from_db()
    return bool(mail.state == MailState.SENT)


# What the source says ---------------------------------------------------------------------------


def functions(source: str) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield node


def called_in(function: ast.FunctionDef) -> set[str]:
    """Every name used in a function: called, or handed on to be called."""
    named = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    return named | {last_name(n) for n in ast.walk(function) if isinstance(n, ast.Attribute)}


def gated_policies(sources: list[str]) -> set[str]:
    """The gate, and every policy that asks it through others."""
    calls: dict[str, set[str]] = {}
    for source in sources:
        for function in functions(source):
            calls.setdefault(function.name, set()).update(called_in(function))
    found = {GATE}
    while more := {name for name, uses in calls.items() if uses & found} - found:
        found |= more
    return found


def contacting_actions(sources: list[str], gates: set[str]) -> set[str]:
    """Public functions of actions that ask a gate, themselves or by a helper of their own file."""
    found = set()
    for source in sources:
        mine = {f.name: called_in(f) for f in functions(source)}
        asking = {name for name, uses in mine.items() if uses & gates}
        while more := {name for name, uses in mine.items() if uses & asking} - asking:
            asking |= more
        found |= {name for name in asking if not name.startswith("_")}
    return found


def sources_of(room: str) -> list[str]:
    """Of the floors that know agencies: those below cannot contact one."""
    above = [path for path in python_files() if path.parts[0] not in ("accounts", "children")]
    return [read(path) for path in above if is_called(path, room)]
