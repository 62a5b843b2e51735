"""What staff do with a parent's words: into the review, into the record, or read and answered.

A person decides each time. The words themselves stay as they came.
"""

from django.db import transaction
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.actor import Actor
from children.models import Channel
from isp_portal.sharing.models import Reply, ReplyHow, ReplyTaken, TakenAs
from isp_portal.sharing.policies import (
    check_can_note_as_read,
    check_can_take_into_record,
    check_can_take_into_review,
)
from reviews.actions import record_entry
from reviews.actions.family import add_family_view
from reviews.models import FamilyView, Review

CHANNELS = {
    ReplyHow.LINK: Channel.EMAIL,
    ReplyHow.PHONE: Channel.PHONE,
    ReplyHow.IN_PERSON: Channel.IN_PERSON,
    ReplyHow.PAPER: Channel.LETTER,
}
"""How the review says that a view came: by a link means by email."""


@transaction.atomic
def take_into_review(*, reply: Reply, review: Review | None, by: Actor) -> FamilyView:
    """The words become the parent's view in this review, as they were written (C4.1).

    `Refused` once the review is finalised, for another child's, and for words dealt with already.
    """
    reply = _held(reply)
    check_can_take_into_review(reply, review)
    assert review is not None  # the policy asked
    view = add_family_view(
        review=review,
        contact=reply.contact,
        answer="given",
        words=reply.whole,
        said_on=reply.said_on,
        how=CHANNELS[ReplyHow(reply.how)],
        language=reply.language,
        by=by,
    )
    _taken(reply, TakenAs.REVIEW, by, view=view)
    return view


@transaction.atomic
def take_into_record(*, reply: Reply, member: Membership, by: Actor) -> ReplyTaken:
    """What the parent saw at home becomes a note from home in the record, under their name (C8)."""
    reply = _held(reply)
    check_can_take_into_record(reply)
    entry = record_entry(
        child=reply.child,
        lines={},
        what_we_saw="",
        seen_on=reply.said_on,
        seen_by=member,
        form_token=reply.pk,
        note_from_home=f"{reply.contact.name}: {reply.whole}",
        by=by,
    )
    return _taken(reply, TakenAs.RECORD, by, entry=entry)


@transaction.atomic
def note_reply_as_read(*, reply: Reply, words: str, by: Actor) -> ReplyTaken:
    """Somebody read it: `words` are what was answered, or what happens next. They stand beside it."""
    reply = _held(reply)
    check_can_note_as_read(reply, words)
    return _taken(reply, TakenAs.READ, by, words=words)


def _held(reply: Reply) -> Reply:
    return Reply.objects.select_for_update(of=("self",)).get(pk=reply.pk)


def _taken(reply: Reply, taken_as: TakenAs, by: Actor, **what: object) -> ReplyTaken:
    return ReplyTaken(
        reply=reply,
        taken_as=taken_as,
        taken_on=timezone.localdate(),
        taken_by=by.label,
        **what,
    ).record(by=by, why=taken_as.label)
