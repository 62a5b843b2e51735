"""The people of a review: who usually takes part, and whom else somebody may put on the list (C4.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accounts.models import Membership
from accounts.rules.roles import Role
from agencies.models import Agency, Involvement, Professional
from children.models import Child, KeyPersonAssignment, ParentCarer, YesNoUnknown
from children.models.assignments import running
from reviews.models import Participant, PresentAs, Review

LONGEST_SAYS_WHAT = 120


@dataclass(frozen=True, slots=True)
class Person:
    """One adult in one capacity, not on a list yet. `says_what` stands beside the name."""

    capacity: PresentAs
    name: str
    says_what: str = ""
    membership: Membership | None = None
    contact: ParentCarer | None = None
    agency: Agency | None = None


def usual_people(child: Child, on: date) -> list[Person]:
    """Key persons, the SENCOs, parents who may take part, and agencies that see the child (C4.1).

    Somebody who is key person and SENCO stands here in both capacities.
    """
    return [*_key_people(child, on), *_sencos(child, on), *_parents(child, on), *_seen(child, on)]


def people_of(review: Review) -> list[Participant]:
    """Everybody on the list: staff, then parents, then agencies and others, by name."""
    rows = Participant.objects.filter(review=review).select_related(
        "membership__user", "contact", "agency", "review__child__setting", "review__cycle"
    )
    order = list(PresentAs.values)
    return sorted(rows, key=lambda row: (order.index(row.capacity), row.name, str(row.pk)))


@dataclass(frozen=True, slots=True)
class Adult:
    """One adult on the list with the rows of all their capacities; `first` stands for them."""

    rows: tuple[Participant, ...]

    @property
    def first(self) -> Participant:
        return self.rows[0]

    @property
    def capacities(self) -> str:
        """ "Key person and SENCO"."""
        return " and ".join(row.get_capacity_display() for row in self.rows)


def adults_of(review: Review) -> list[Adult]:
    """The list with each member of staff once, in whichever capacities they take part."""
    found: dict[object, list[Participant]] = {}
    for row in people_of(review):
        found.setdefault(row.membership_id or row.pk, []).append(row)
    return [Adult(tuple(rows)) for rows in found.values()]


def other_capacities(participant: Participant) -> list[Participant]:
    """The rows of the same member of staff in other capacities."""
    if participant.membership_id is None:
        return []
    rows = Participant.objects.filter(
        review=participant.review_id, membership=participant.membership_id
    )
    return list(rows.exclude(pk=participant.pk).order_by("pk"))


def may_take_part(child: Child, on: date) -> list[ParentCarer]:
    """The child's present contacts whom no restriction keeps from contact or information."""
    return list(ParentCarer.objects.filter(child=child).to_be_asked(on).order_by("name", "pk"))


def as_member(member: Membership, capacity: PresentAs, says_what: str = "") -> Person:
    return Person(capacity, member.user.full_name, says_what or member.job_title, membership=member)


def as_parent(contact: ParentCarer) -> Person:
    return Person(PresentAs.PARENT, contact.name, contact.relationship, contact=contact)


def as_agency(agency: Agency, professional: Professional | None) -> Person:
    """The professional who sees the child, or the agency as such."""
    if professional is None:
        return Person(PresentAs.AGENCY, agency.name, agency.get_kind_display(), agency=agency)
    title = professional.job_title or agency.get_kind_display()
    says_what = f"{title}, {agency.name}"[:LONGEST_SAYS_WHAT]
    return Person(PresentAs.AGENCY, professional.name, says_what, agency=agency)


def _key_people(child: Child, on: date) -> Iterator[Person]:
    working = Membership.objects.active(on)
    rows = KeyPersonAssignment._default_manager.filter(running(on), child=child)
    rows = rows.filter(membership__in=working)
    for row in rows.select_related("membership__user").order_by("is_second", "-from_on"):
        yield as_member(row.membership, PresentAs.KEY_PERSON, "second" if row.is_second else "")


def _sencos(child: Child, on: date) -> Iterator[Person]:
    working = Membership.objects.active(on).filter(setting=child.setting_id)
    for member in working.select_related("user").order_by("user__full_name", "pk"):
        if Role.SENCO in member.role_set:
            yield as_member(member, PresentAs.SENCO)


def _parents(child: Child, on: date) -> Iterator[Person]:
    """Who holds parental responsibility, or receives copies; others are put on the list by hand."""
    concerned = Q(parental_responsibility=YesNoUnknown.YES) | Q(may_receive_copies=True)
    rows = ParentCarer.objects.filter(concerned, child=child).to_be_asked(on)
    for contact in rows.order_by("name", "pk"):
        yield as_parent(contact)


def _seen(child: Child, on: date) -> Iterator[Person]:
    rows = Involvement.objects.filter(child=child, agency__ended_on__isnull=True).seen_by(on)
    for row in rows.select_related("agency", "professional").order_by("agency__name", "pk"):
        yield as_agency(row.agency, row.professional)
