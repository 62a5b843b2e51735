"""What may be shared and opened, and what may be said and taken in."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone

from accounts.rules.refusal import Refused
from children.models import Child, ParentCarer
from children.policies import check_can_change
from isp_portal.documents.models import OF_A_PLAN, DocumentKind, IssuedDocument
from isp_portal.documents.policies import check_can_receive
from isp_portal.sharing.models import Reply, Share
from isp_portal.sharing.rules import NEEDS_WORDS, TO_A_PAPER, Agreement, ReplyKind
from plans.models import SupportPlan
from plans.policies.plans import allowed
from plans.policies.sign_off import check_can_record_parent_answer
from plans.rules.lifecycle import PlanStatus
from reviews.models import Review
from reviews.policies.minutes import check_can_answer_minutes
from reviews.policies.people import check_may_take_part

REPLACED = (PlanStatus.SUPERSEDED, PlanStatus.CLOSED)
OLD = "A newer version has taken the place of this one. Issue and share that."


def check_can_share(document: IssuedDocument, on: date) -> None:
    """The newest copy of somebody who may have it at this moment (C3.2). The file's is never shared."""
    if document.recipient is None:
        raise Refused("This copy stays in the child’s file. Issue one for the person it goes to.")
    check_can_receive(document.child, document.recipient, on)
    if document.kind in OF_A_PLAN and document.plan.state in REPLACED:
        raise Refused(OLD)
    if is_minutes_replaced(document):
        raise Refused(OLD)


def is_minutes_replaced(document: IssuedDocument) -> bool:
    """Were the minutes corrected since this copy was issued?"""
    if document.review is None or document.kind != DocumentKind.MINUTES:
        return False
    return document.version != 1 + document.review.corrections.count()


def why_not_shared(document: IssuedDocument, on: date) -> str:
    """The sentence that says why no link can be made for this copy; "" when one can."""
    return _why_not(check_can_share, document, on)


def why_not_attached(document: IssuedDocument, on: date) -> str:
    """The sentence that says why this copy cannot go as a file; "" when it can."""
    return _why_not(check_can_attach, document, on)


def _why_not(
    check: Callable[[IssuedDocument, date], None], document: IssuedDocument, on: date
) -> str:
    try:
        check(document, on)
    except Refused as refused:
        return refused.sentence
    return ""


def check_can_mail(document: IssuedDocument) -> None:
    """The link goes to the contact's own address, and to no other."""
    if not document.recipient or not document.recipient.email:
        raise Refused(
            "There is no email on file for this person. Hand the link over instead.", "how"
        )


def check_can_attach(document: IssuedDocument, on: date) -> None:
    """A copy goes as a file only where the setting allows it, to the person's own address."""
    check_can_share(document, on)
    if not document.setting.may_email_copies:
        raise Refused(
            "Your setting does not attach copies to emails. Share a link, or ask your manager."
        )
    check_can_mail(document)


def check_may_open_share(share: Share) -> None:
    """Asked at every request and when a mail is about to go: may its holder still have papers?"""
    check_can_receive(share.document.child, share.document.recipient, timezone.localdate())


def check_can_take_back(share: Share) -> None:
    if share.revoked_at:
        raise Refused("This link was withdrawn already.")


def check_can_say(kind: str, answer: str, whole: str, wants_call: bool) -> None:
    """A reply says something. Whoever does not agree, or agrees with comments, says what about."""
    if kind == ReplyKind.ANSWER and answer not in TO_A_PAPER:
        raise Refused("Choose one of the answers", "answer")
    if answer in NEEDS_WORDS and not whole:
        raise Refused("Write what you would like to say about it", "words")
    if kind in (ReplyKind.FROM_HOME, ReplyKind.QUESTION) and not whole:
        raise Refused("Write a few words", "words")
    if kind == ReplyKind.VIEW and not whole and not wants_call:
        raise Refused("Answer one of the questions, write a few words, or ask us to call", "words")
    if answer == Agreement.OTHER_TIME and not whole:
        raise Refused("Write which times would suit you", "words")


def check_can_write_down(
    child: Child, contact: ParentCarer, document: IssuedDocument | None, said_on: date, today: date
) -> None:
    """Staff write down what a contact who may take part said of the child, or of their own copy."""
    check_may_take_part(child, contact, today)
    if document and (document.recipient_id != contact.pk or document.child_id != child.pk):
        raise Refused("This is not their copy. Choose one of theirs.", "document")
    if said_on > today:
        raise Refused("This day has not come yet.", "said_on")


def can_sign_plan(plan: SupportPlan, contact: ParentCarer) -> bool:
    """Does the plan still take their answer? A newer version asks for a new one."""
    return allowed(check_can_record_parent_answer, plan, contact)


def can_answer_minutes(reply: Reply, review: Review) -> bool:
    """Do the minutes still take this answer?"""
    said = (reply.answer, reply.words, reply.said_on, timezone.localdate())
    return allowed(check_can_answer_minutes, review, reply.contact, *said)


def check_waits(reply: Reply) -> None:
    if reply.became:
        raise Refused("Somebody has dealt with these words already.")


def check_can_take_into_review(reply: Reply, review: Review | None) -> None:
    """Words of a parent of this child, into its review while that is not finalised."""
    check_waits(reply)
    if review is None:
        raise Refused("No review is open. The words stay here, and the next review can take them.")
    if review.child_id != reply.child_id:
        raise Refused("Choose a review of this child.", "review")
    if not reply.whole:
        raise Refused("There are no words to take in. Ring them, and write down what they say.")


def check_can_take_into_record(reply: Reply) -> None:
    check_waits(reply)
    check_can_change(reply.child)
    if reply.kind != ReplyKind.FROM_HOME:
        raise Refused("Only what they saw at home goes into the record.")


def check_can_note_as_read(reply: Reply, words: str) -> None:
    """A disagreement and a question need a word on what follows."""
    check_waits(reply)
    follows = reply.answer == Agreement.NOT_AGREED or reply.kind == ReplyKind.QUESTION
    if (follows or reply.wants_call) and not words.strip():
        raise Refused("Say what was answered, or what happens next.", "words")
