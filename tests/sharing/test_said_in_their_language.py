"""Behind the link what we composed is in the parent's language, and what staff wrote is as they wrote it."""

import pytest

from isp_portal.documents import actions as papers
from isp_portal.documents.models import IssuedDocument
from tests.documents.plans import finalised_plan
from tests.people import STORY, Cast
from tests.reviews import whole

from .given import inside, link_to, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _she_reads_polish(people: Cast) -> None:
    people.priya.language = "Polish"
    people.priya.record(by=STORY)


def test_a_report_is_cited_with_its_day_and_page(people: Cast) -> None:
    plan = finalised_plan(people).plan
    page = page_of_hers(people, papers.issue_plan(plan=plan, recipient=people.priya, by=STORY))
    report = f'<span lang="en-GB">{people.speech.name}</span>, 9 października 2026, strona\xa03'
    assert f"Z raportu: {report}" in page


def test_who_said_what_is_named_as_papers_name_them(people: Cast) -> None:
    review = whole.finalised(people)
    minutes = papers.issue_minutes(review=review, recipient=people.priya, by=STORY)
    assert "<bdi>Priya Blackwood</bdi>, matka" in page_of_hers(people, minutes)


def page_of_hers(people: Cast, document: IssuedDocument) -> str:
    share, path = link_to(people, document)
    return page_of(inside(people, share, path), f"{path}copy/")
