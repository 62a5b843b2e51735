"""Who came, who could not, and whom to put on the list (C4.1)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from accounts.forms.base import OnceForm, VersionedForm
from accounts.models import Membership
from agencies.models import Agency
from children.forms.fields import Words, one_of, row_of
from children.models import ParentCarer
from reviews.models import Participant, Presence, PresentAs, Review
from reviews.policies.people import can_take_off_list
from reviews.queries.review_people import (
    Adult,
    Person,
    adults_of,
    as_agency,
    as_member,
    as_parent,
)

STAFF_CAPACITIES = (PresentAs.KEY_PERSON, PresentAs.SENCO, PresentAs.OTHER)
SAY_WHO = "Choose one person, or write a name"


class PresenceForm(VersionedForm):
    """Came or could not come. The words are asked of somebody who could not."""

    presence = one_of("Were they here?", Presence.choices, needed="Say whether they came")
    absent_because = Words("Why not", 300)
    view_obtained_how = Words(
        "How their view was obtained, or how you tried",
        300,
        help_text="For example by phone on Tuesday, or two messages without an answer",
    )

    def __init__(self, *args: Any, record: Participant, **kwargs: Any) -> None:
        super().__init__(*args, record=record, prefix=f"p-{record.pk}", **kwargs)


class PersonForm(OnceForm):
    """One adult: of the team, a contact, an agency, or anybody by name."""

    membership = row_of("Somebody who works here", needed="", nothing="Nobody chosen")
    capacity = one_of(
        "Who takes part as",
        [(capacity.value, capacity.label) for capacity in STAFF_CAPACITIES],
        initial=PresentAs.OTHER,
    )
    contact = row_of("A parent or carer", needed="", nothing="Nobody chosen")
    agency = row_of("An agency", needed="", nothing="None chosen")
    name = Words("Or somebody else: their name", 150)
    says_what = Words("What they are to the child", 120, help_text="For example grandmother")

    def __init__(self, *args: Any, review: Review, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        on_list = Participant.objects.filter(review=review)
        self._offer(
            membership=Membership.objects.visible_to(membership).active(today),
            contact=ParentCarer.objects.filter(child=review.child_id)
            .to_be_asked(today)
            .exclude(pk__in=on_list.filter(contact__isnull=False).values("contact")),
            agency=Agency.objects.visible_to(membership)
            .in_use()
            .filter(~Q(pk__in=on_list.filter(agency__isnull=False).values("agency"))),
        )

    def _offer(self, **offered: Any) -> None:
        for name, rows in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        chosen = [name for name in ("membership", "contact", "agency", "name") if values.get(name)]
        if len(chosen) != 1 and not self.errors:
            self.add_error(None, SAY_WHO)
        return values

    def person(self) -> Person:
        """The one adult who was chosen."""
        values = self.cleaned_data
        if values["membership"]:
            capacity = PresentAs(values["capacity"] or PresentAs.OTHER)
            return as_member(values["membership"], capacity, values["says_what"])
        if values["contact"]:
            return as_parent(values["contact"])
        if values["agency"]:
            return as_agency(values["agency"], None)
        return Person(PresentAs.OTHER, values["name"], values["says_what"])


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """One adult on "Who is here", with the form that marks them."""

    adult: Adult
    form: PresenceForm
    may_take_off: bool

    @property
    def state(self) -> str:
        """ "unsaid", "came" or "absent"."""
        return self.adult.first.presence or "unsaid"


def presence_lines(
    review: Review, today: date, sent: PresenceForm | None = None
) -> list[PresenceLine]:
    """Everybody on the list; `sent` stands, with what was typed, in the place of its own form."""
    lines = []
    for adult in adults_of(review):
        is_sent = sent is not None and sent.record.pk == adult.first.pk
        form = sent if sent is not None and is_sent else PresenceForm(record=adult.first)
        lines.append(PresenceLine(adult, form, can_take_off_list(adult.first, today)))
    return lines
