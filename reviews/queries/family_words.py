"""What each parent has said at a review, and whom to ask still (C4.1)."""

from dataclasses import dataclass
from datetime import date

from children.models import ParentCarer
from reviews.models import FamilyView, Review

from .review_facts import parents_to_hear
from .review_people import may_take_part


@dataclass(frozen=True, slots=True)
class ParentsWords:
    """One parent with everything they said. `may_add` is False for one who may not take part now."""

    contact: ParentCarer
    views: tuple[FamilyView, ...]
    may_add: bool

    @property
    def first_name(self) -> str:
        return self.contact.name.split()[0]


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Whoever is on the list or has spoken, and further contacts who may be asked too."""

    parents: tuple[ParentsWords, ...]
    others: tuple[ParentCarer, ...]

    @property
    def waits_for_words(self) -> bool:
        """Is somebody still to be heard, or is nobody there to ask?"""
        return not self.parents or any(not parent.views for parent in self.parents)


def family_page(review: Review, today: date) -> FamilyPage:
    """Words stay although the person may not take part any more: they were said."""
    free = {contact.pk: contact for contact in may_take_part(review.child, today)}
    said: dict[object, list[FamilyView]] = {}
    views = FamilyView.objects.filter(review=review).select_related("contact")
    for view in views.order_by("written_down_at", "id"):
        said.setdefault(view.contact_id, []).append(view)
    people = {contact.pk: contact for contact in parents_to_hear(review)}
    people |= {rows[0].contact_id: rows[0].contact for rows in said.values()}
    parents = tuple(
        ParentsWords(contact, tuple(said.get(key, ())), key in free)
        for key, contact in people.items()
    )
    others = tuple(contact for key, contact in free.items() if key not in people)
    return FamilyPage(tuple(sorted(parents, key=lambda one: one.contact.name)), others)
