"""A parent's copy never holds how to reach another adult, nor another child, whatever paper it is.

Read out of the finished PDF: its text, its title, the words of its pictures.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from children.models import Child, ParentCarer
from isp_portal.documents import actions
from isp_portal.documents.models import IssuedDocument
from isp_portal.documents.queries import file_of
from plans.models import SupportPlan
from reviews.actions.finalise import finalise_review
from reviews.models import Participant, Review
from tests.documents.plans import father
from tests.documents.reading import squeezed, tags_of, text_of
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned

pytestmark = pytest.mark.django_db
NAME = st.text("BCDFGHJKLMNPQRSTVWXZ", min_size=9, max_size=12)
NUMBER = st.integers(10**9, 10**10 - 1)
FEW = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
"""Each example draws some twenty PDFs, so they are few and none is made smaller."""


class Reach(NamedTuple):
    """How to reach somebody."""

    street: str
    number: int
    mailbox: str

    @property
    def secrets(self) -> set[str]:
        return {self.street, str(self.number), self.mailbox.lower()}


REACH = st.builds(Reach, NAME, NUMBER, NAME)


def lives_at(contact: ParentCarer, reach: Reach, **how: object) -> ParentCarer:
    contact.address, contact.phone = f"7 {reach.street} Road, Harrowby", f"0{reach.number}"
    contact.email = f"{reach.mailbox.lower()}@family.example"
    for name, value in how.items():
        setattr(contact, name, value)
    contact.record(by=STORY)
    return contact


def copies_for(
    people: Cast, review: Review, plan: SupportPlan, reader: ParentCarer
) -> Iterator[tuple[str, IssuedDocument]]:
    """Every kind of paper that a parent is given."""
    by = people.sam.as_actor()
    yield "plan", actions.issue_plan(plan=plan, recipient=reader, by=by)
    yield "parents' page", actions.issue_parents_page(plan=plan, recipient=reader, by=by)
    row = Participant.objects.get(review=review, contact=reader)
    yield "invitation", actions.issue_review_letter(participant=row, by=by)


def all_that_it_says(pdf: bytes) -> str:
    """Its text, its title and author, and the words of its pictures."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        about = [str(value) for value in opened.docinfo.values()]
    pictures = [attributes["alt"] for _, attributes in tags_of(pdf)]
    return text_of(pdf) + squeezed(" ".join([*about, *pictures]))


def check(found: dict[tuple[str, str], str], reach: dict[str, Reach], other_child: str) -> None:
    """Each copy against the other parent's details and the other child's name."""
    for (kind, reader), said in found.items():
        (other,) = set(reach) - {reader}
        assert squeezed(reader) in said, kind
        held = {secret for secret in reach[other].secrets if secret in said}
        assert not held, (kind, reader, held)
        assert other_child not in said, (kind, reader)


@FEW
@given(hers=REACH, his=REACH, other_child=NAME, is_large=st.booleans(), urdu=st.booleans())
def test_no_paper_of_one_parent_says_how_to_reach_the_other_or_names_another_child(
    people: Cast, hers: Reach, his: Reach, other_child: str, is_large: bool, urdu: bool
) -> None:
    """Plan, parents' page, invitation and minutes, for the mother and for the father."""
    details = [*hers.secrets, *his.secrets, other_child.lower()]
    assume(len({one.lower() for one in details}) == len(details))
    with transaction.atomic():
        zofia = Child.objects.get(pk=people.zofia.pk)
        zofia.legal_name = zofia.preferred_name = other_child
        zofia.record(by=STORY)
        priya = ParentCarer.objects.get(pk=people.priya.pk)
        priya = lives_at(priya, hers, language="Urdu" if urdu else "English")
        tunde = lives_at(father(people), his, wants_large_print=is_large)
        review = planned(people)
        plan = SupportPlan.objects.get(cycle=review.cycle)
        papers = {
            (kind, reader.name): document
            for reader in (priya, tunde)
            for kind, document in copies_for(people, review, plan, reader)
        }
        review = finalise_review(
            review=whole.whole(people, review=review), by=people.sam.as_actor()
        )
        for reader in (priya, tunde):
            papers["minutes", reader.name] = actions.issue_minutes(
                review=review, recipient=reader, by=STORY
            )
        found = {key: all_that_it_says(file_of(document)) for key, document in papers.items()}
        transaction.set_rollback(True)
    assert len(found) == 8
    check(found, {priya.name: hers, tunde.name: his}, other_child)
    assert hers.street in found["invitation", priya.name]  # what is there can be found


def test_what_does_not_belong_there_would_be_found() -> None:
    hers, his = Reach("Weirbank", 1632960207, "grazyna"), Reach("Quarry", 1632960555, "jakub")
    reach = {"Grażyna": hers, "Jakub": his}
    check({("plan", "Grażyna"): "Grażyna Weirbank"}, reach, "Idris")
    for slip in ("Quarry", "01632960555", "jakub@family.example", "Idris"):
        with pytest.raises(AssertionError):
            check({("plan", "Grażyna"): f"Grażyna {slip}"}, reach, "Idris")
