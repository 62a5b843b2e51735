"""Who was at a review and what the parents said, as one recipient may read it (C4.1)."""

from datetime import date
from uuid import UUID

from children.models import Channel, ParentCarer
from isp_portal.documents import facts, words
from isp_portal.documents.facts.minutes import Came, CouldNotCome, View
from isp_portal.documents.models.recipients import barred
from reviews.models import FamilyView, Participant, Presence, PresentAs, Review, ViewAnswer

HOW = {
    Channel.IN_PERSON: "in person",
    Channel.PHONE: "by phone",
    Channel.EMAIL: "by email",
    Channel.LETTER: "by letter",
}
CAPACITIES = {
    PresentAs.KEY_PERSON: "key person",
    PresentAs.SENCO: "SENCO",
    PresentAs.PARENT: "parent",
    PresentAs.AGENCY: "agency",
    PresentAs.OTHER: "",
}
ORDER = list(PresentAs.values)


def capacity_words(row: Participant) -> str:
    """mother; speech and language therapist; key person"""
    if row.says_what and row.capacity not in (PresentAs.KEY_PERSON, PresentAs.SENCO):
        return row.says_what
    return CAPACITIES[PresentAs(row.capacity)]


class PeopleOfReview:
    """The people of a review but for those whom this recipient's copy leaves out."""

    def __init__(self, review: Review, recipient: ParentCarer | None, on: date) -> None:
        self.review, self.recipient = review, recipient
        self.barred = barred(review.child_id, on)
        self.reason_withheld = self.barred | barred(review.child_id, review.held_on or on)
        rows = review.participants.select_related("contact", "membership__user", "agency")
        self.rows = sorted(
            (row for row in rows if self._is_shown(row.contact_id)),
            key=lambda row: (row.capacity != PresentAs.PARENT, ORDER.index(row.capacity), row.name),
        )

    @property
    def leaves_somebody_out(self) -> bool:
        """A parent's copy, and another adult is barred."""
        return self.recipient is not None and bool(self.barred)

    def _is_shown(self, contact_id: UUID | None) -> bool:
        return self.recipient is None or contact_id not in self.barred

    def doer(self, who: str) -> str:
        """Who does an action: on a parent's copy a barred adult is not named, in full or by first name."""
        if not self.leaves_somebody_out:
            return who
        names = ParentCarer.objects.filter(pk__in=self.barred).values_list("name", flat=True)
        said = who.casefold().split()
        is_named = any(name.casefold().split()[0] in said for name in names)
        return "A parent or carer" if is_named else who

    def came(self) -> tuple[Came, ...]:
        """Each adult once, with every capacity; then the interpreter."""
        held: dict[str, list[str]] = {}
        for row in self.rows:
            if row.presence == Presence.CAME:
                held.setdefault(row.name, []).append(capacity_words(row))
        there = [Came(name=name, capacity=_joined(said)) for name, said in held.items()]
        if self.review.interpreter:
            there.append(Came(name=self.review.interpreter, capacity="interpreter"))
        return tuple(there)

    def could_not_come(self) -> tuple[CouldNotCome, ...]:
        return tuple(
            CouldNotCome(
                name=row.name,
                capacity=capacity_words(row),
                because="" if row.contact_id in self.reason_withheld else row.absent_because,
                heard=row.view_obtained_how or self._own_words(row.contact_id),
            )
            for row in self.rows
            if row.presence == Presence.ABSENT
        )

    def _own_words(self, contact_id: UUID | None) -> str:
        """Somebody whose words stand in these minutes was heard, however it was arranged."""
        views = self.review.family_views.filter(answer=ViewAnswer.GIVEN)
        said = contact_id is not None and views.filter(contact=contact_id).exists()
        return "heard, in their own words below" if said else ""

    def views(self) -> tuple[View, ...]:
        """What each parent said; where one said nothing, the last word on why."""
        rows = [
            row
            for row in self.review.family_views.select_related("contact")
            if self._is_shown(row.contact_id)
        ]
        given = {row.contact_id for row in rows if row.answer == ViewAnswer.GIVEN}
        last = {row.contact_id: row.pk for row in rows}
        return tuple(
            _view(row)
            for row in rows
            if row.answer == ViewAnswer.GIVEN
            or (row.contact_id not in given and last[row.contact_id] == row.pk)
        )

    def why_no_view(self) -> str:
        """Why there is no view at all; left to the child's file where it may be about a restriction."""
        if self.views() or (self.recipient is not None and self.reason_withheld):
            return ""
        return self.review.why_no_parents_view

    def minutes_by(self) -> str:
        taker = self.review.minute_taker
        if taker is None:
            return ""
        held = [
            CAPACITIES[PresentAs(row.capacity)]
            for row in self.rows
            if row.membership_id == taker.pk
        ]
        return ", ".join(filter(None, [taker.user.full_name, _joined(held)]))

    def sign_offs(self) -> tuple[facts.SignOff, ...]:
        """The recipient, key person and SENCO, each with a line to sign on."""
        who = self.recipient
        parent = facts.SignOff(
            capacity="Parent",
            name=who.name if who else "",
            relationship=who.relationship if who else "",
        )
        return (
            parent,
            facts.SignOff(capacity="Key person", name=self._down_as(PresentAs.KEY_PERSON)),
            facts.SignOff(capacity="SENCO", name=self._down_as(PresentAs.SENCO)),
        )

    def _down_as(self, capacity: PresentAs) -> str:
        rows = [row for row in self.rows if row.capacity == capacity]
        came = [row for row in rows if row.presence == Presence.CAME]
        return (came or rows)[0].name if rows else ""


def _joined(said: list[str]) -> str:
    return words.listed(list(dict.fromkeys(filter(None, said))))


def _view(row: FamilyView) -> View:
    return View(
        who=row.contact.name,
        relationship=row.contact.relationship,
        answer=row.answer,
        said_on=row.said_on,
        words=row.words,
        attempts=row.attempts,
        how=HOW[Channel(row.how)] if row.how else "",
        language=row.language,
        through=row.through,
        written_down_by=row.written_down_by,
    )
