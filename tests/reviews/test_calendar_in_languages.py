"""What a meeting is called in the calendar of whoever was invited: in a parent's language too (C4.1)."""

import pytest
from icalendar import Calendar

from tests.dashboards.strict_calendar import faults_of
from tests.people import STORY, Cast
from tests.reviews.reviews_given import planned, row
from tests.reviews.test_invitations import NAMES, invite, sent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("reads", "title"),
    [
        ("", "Review meeting, Acorns Nursery"),
        ("Polish", "Spotkanie o planie · Review meeting, Acorns Nursery"),
        ("Urdu, some English", "منصوبے پر ملاقات · Review meeting, Acorns Nursery"),
        ("Somali", "Review meeting, Acorns Nursery"),
    ],
)
def test_a_parents_calendar_says_it_in_their_language_and_in_english_c4_1(
    people: Cast, reads: str, title: str
) -> None:
    people.priya.language = reads
    people.priya.record(by=STORY)
    invite(people, row(planned(people), "Priya Blackwood"))
    (part,) = sent().attachments
    file = part.get_payload(decode=True)
    assert faults_of(file) == []
    assert str(Calendar.from_ical(file).events[0]["summary"]) == title
    assert not [called for called in NAMES if called in file.decode()]


def test_a_colleagues_calendar_says_it_in_english_whoever_reads_what_c4_1(people: Cast) -> None:
    people.priya.language = "Polish"
    people.priya.record(by=STORY)
    invite(people, row(planned(people), "Kemi Adebayo"))
    (part,) = sent().attachments
    event = Calendar.from_ical(part.get_payload(decode=True)).events[0]
    assert str(event["summary"]) == "Review meeting, Acorns Nursery"
