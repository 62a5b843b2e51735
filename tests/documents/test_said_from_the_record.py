"""What gathering composes is in the reader's language too: only what stands in the database is left.

The samples of `test_said_in_both` are facts, which may hold a sentence of ours; here the facts are
gathered from a plan and its review, and people's words are those that somebody typed.
"""

from datetime import date

import pytest
from django.apps import apps
from django.db.models import CharField, TextField

from isp_portal.documents import queries
from isp_portal.documents.paper import minutes_html, plan_html
from isp_portal.languages import language_coded
from plans.models import Strategy, SupportPlan
from tests.documents.page_samples import READERS
from tests.documents.test_changed_since import PHOTOGRAPHS, give, issue, next_plan
from tests.documents.test_said_in_both import outside, words_beside
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned

TODAY = date(2026, 11, 23)
OTHERS = [code for code in READERS if code != "en-gb"]
POLISH = language_coded("pl")
FLOORS = ("accounts", "children", "agencies", "plans", "reviews")


def typed() -> set[str]:
    """Every text that stands in the database and is no choice of ours."""
    found = set()
    for floor in FLOORS:
        for model in apps.get_app_config(floor).get_models():
            names = [
                field.name
                for field in model._meta.fields
                if isinstance(field, CharField | TextField) and not field.choices
            ]
            for row in model.objects.values_list(*names) if names else ():
                found |= {" ".join(text.split()).rstrip(".") for text in row if text}
    return found - {""}


def left(html: str) -> list[str]:
    """The texts that stand once and hold words that nobody typed."""
    words = typed()
    return [text for text in outside(html) if words_beside(text, words)]


def reads(people: Cast, code: str) -> None:
    """Priya reads this language; at home Seyi speaks Polish."""
    people.priya.language = language_coded(code).name
    people.priya.record(by=STORY)
    people.seyi.home_language, people.seyi.other_languages = "Polish", "Yoruba with grandmother"
    people.seyi.record(by=STORY)


def plan_two(people: Cast) -> SupportPlan:
    """Priya holds plan 1; plan 2 has a line from elsewhere, one beyond the ordinary, one from the tracker."""
    review = planned(people)
    one = SupportPlan.objects.get(cycle=review.cycle)
    give(people, issue(people, one, people.priya))
    two = next_plan(people, review, strategy=PHOTOGRAPHS, target=whole.SMALLER)
    two.starting_point_tracker, two.starting_point_on = "Communication, step 6", date(2026, 10, 2)
    two.record(by=STORY)
    line = Strategy.objects.get(plan=two, removed_at=None)
    line.provision, line.different_from_what = "additional", "one strip for the room"
    line.source_kind, line.source_detail = "behaviour", "Team meeting"
    line.record(by=STORY)
    return two


@pytest.mark.django_db
@pytest.mark.parametrize("code", OTHERS)
def test_what_is_composed_while_a_plan_is_gathered_stands_in_no_english_alone(
    people: Cast, code: str
) -> None:
    reads(people, code)
    paper = queries.plan_facts(plan_two(people), people.priya, TODAY)
    assert paper.changed is not None
    assert left(plan_html(paper)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("code", OTHERS)
def test_what_is_composed_while_minutes_are_gathered_stands_in_no_english_alone(
    people: Cast, code: str
) -> None:
    reads(people, code)
    review = whole.finalised(people, target=whole.SMALLER)
    assert left(minutes_html(queries.minutes_facts(review, people.priya, TODAY))) == []


@pytest.mark.django_db
def test_a_word_that_nobody_typed_would_be_noticed(people: Cast) -> None:
    reads(people, "pl")
    html = plan_html(queries.plan_facts(plan_two(people), people.priya, TODAY))
    assert left(html.replace("</main>", "<p>Report, page 3</p></main>")) == ["Report, page 3"]
