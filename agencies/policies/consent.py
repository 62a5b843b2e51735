"""Whether an agency may be contacted about a child, and whose answer about it is taken (C7)."""

from datetime import date

from django.utils import timezone

from accounts.rules.day_words import say_day
from accounts.rules.refusal import Refused
from agencies.models import Agency, Consent, ConsentAnswer, ConsentPurpose
from agencies.rules import Standing, Verdict
from children.models import BARS_CONTACT, Child, ParentCarer, YesNoUnknown
from children.policies import check_contact_is_current


def check_may_contact(child: Child, agency: Agency, purpose: ConsentPurpose, on: date) -> None:
    """`Refused` unless a holder of parental responsibility consents and none objects (C7).

    The sentence says what is missing and what opens it.
    """
    verdict = Consent.objects.standing_of(child, on).get((agency.pk, purpose), NO_ANSWER)
    if not verdict.is_open:
        raise Refused(_missing(verdict, ConsentPurpose(purpose).about(agency.name), on))


def may_contact(child: Child, agency: Agency, purpose: ConsentPurpose, on: date) -> bool:
    try:
        check_may_contact(child, agency, purpose, on)
    except Refused:
        return False
    return True


def why_not_for(child: Child, agency: Agency | None, purpose: str, on: date) -> str:
    """The sentence that says why not; empty when the agency may be contacted, or for none chosen."""
    if agency is None or purpose not in ConsentPurpose.values:
        return ""
    try:
        check_may_contact(child, agency, ConsentPurpose(purpose), on)
    except Refused as refused:
        return refused.sentence
    return ""


NO_ANSWER = Verdict(Standing.NONE)

MISSING = {
    Standing.GIVEN: "",
    Standing.PAUSED: "{who} objects to {about}: the SENCO decides (C7).",
    Standing.REFUSED: "{who} refused {about} on {day}, and nobody has consented (C7).",
    Standing.WITHDRAWN: "{who} withdrew consent to {about}. Record a new consent first (C7).",
    Standing.ENDED: "Consent to {about} ended on {until}. Record a new consent first (C7).",
    Standing.NONE: (
        "Nobody with parental responsibility has consented to {about} yet. "
        "Record consent first (C7)."
    ),
}


def _missing(verdict: Verdict, about: str, on: date) -> str:
    answer = verdict.answer
    if answer is None:
        return MISSING[verdict.standing].format(about=about)
    return MISSING[verdict.standing].format(
        who=answer.who,
        about=about,
        day=say_day(answer.given_on, on),
        until=say_day(answer.until_on or on, on),
    )


def check_can_answer(child: Child, contact: ParentCarer) -> None:
    """Only a holder of parental responsibility answers, and only one who may be asked.

    The sentence about somebody restricted does not say that there is a restriction.
    """
    if contact.child_id != child.pk:
        raise Refused("Choose one of this child's contacts.", "contact")
    check_contact_is_current(contact)
    if contact.parental_responsibility == YesNoUnknown.UNKNOWN:
        raise Refused(
            f"It is not known whether {contact.name} holds parental responsibility. "
            "Record that on the contact first.",
            "contact",
        )
    if contact.parental_responsibility == YesNoUnknown.NO:
        raise Refused(
            f"{contact.name} does not hold parental responsibility. "
            "Consent is for somebody who does.",
            "contact",
        )
    if contact.restrictions.in_force(timezone.localdate()).filter(kind__in=BARS_CONTACT).exists():
        raise Refused(
            f"An answer of {contact.name} is not recorded here. Ask the SENCO or the manager.",
            "contact",
        )


def check_can_withdraw_consent(consent: Consent) -> None:
    """A consent is withdrawn once; a refusal is answered anew instead."""
    if consent.answer != ConsentAnswer.GIVEN:
        raise Refused("This is a refusal. Record a new answer when they have changed their mind.")
    if consent.withdrawn_on:
        raise Refused("This answer does not stand any more.")


def check_can_set_aside(consent: Consent) -> None:
    """The SENCO decides about an objection that stands."""
    if consent.answer != ConsentAnswer.REFUSED or consent.withdrawn_on:
        raise Refused("There is no objection here to decide about.")
