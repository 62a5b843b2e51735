"""The paper says why there is a plan: the ground that it rests on, and its clauses."""

from dataclasses import replace
from datetime import date

import pytest

from isp_portal.documents.facts import WhyThisPlan
from isp_portal.documents.paper.why import GROUNDS, why_words
from isp_portal.documents.queries import plan_facts
from isp_portal.languages import language_coded
from isp_portal.languages.phrases import say
from plans.actions.decision import decide_requirement
from plans.models import SupportPlan
from plans.rules.requirement import Outcome
from plans.rules.words import reason
from tests.documents.samples import PLAN
from tests.people import STORY, Cast, seen_by_theo
from tests.plans.stories import draft
from tests.plans.test_decision_rows import calm, evidence

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def why(plan: SupportPlan) -> WhyThisPlan:
    return plan_facts(plan, None, TODAY).why


def test_a_plan_that_is_required_says_on_what_ground(people: Cast) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    said = why(draft(people))
    assert said.sentence.startswith("No outside agency is involved with Seyi yet")
    assert said.clauses == ("C2", "C4")


def test_a_plan_made_while_a_report_is_awaited_says_that_it_is_for_the_meantime(
    people: Cast,
) -> None:
    calm(people)
    seen_by_theo(people)
    decide_requirement(child=people.seyi, by=STORY)
    said = why(draft(people))
    assert "has sent neither strategies nor targets yet" in said.sentence
    assert "in the meantime" in said.sentence
    assert said.clauses == ("C7", "C4")


def test_each_ground_is_said_in_the_words_of_the_rules_and_in_other_languages() -> None:
    for outcome in Outcome:
        if outcome.required:
            assert GROUNDS[outcome.name] % {"name": "Seyi"} == reason(outcome, "Seyi")
            why = WhyThisPlan(sentence="", clauses=("C1", "C4"), ground=outcome.name)
            assert say(why_words(replace(PLAN, why=why)), language_coded("pl")).endswith(
                "z przeglądem co 6–8 tygodni (C1 i C4)."
            )
