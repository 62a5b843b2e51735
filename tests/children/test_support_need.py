"""The two support questions: asking, answering, withdrawing, and what the answers add up to."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children import actions
from children.models import Child, Question, SupportNeed
from children.queries import SupportAnswers, support_answer, support_answers
from tests.children.given import Heard, page, text_of
from tests.people import Cast

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)
BEHAVIOUR, EVIDENCE = Question.BEHAVIOUR, Question.EVIDENCE


def says(
    people: Cast, who: Any, is_yes: bool, on: date = date(2026, 11, 2), **more: Any
) -> SupportNeed:
    values = {"question": BEHAVIOUR, "until_on": None, "words": "", "child": people.seyi, **more}
    return actions.record_support_answer(
        **values, is_yes=is_yes, said_by=who, said_on=on, by=people.sam.as_actor()
    )


def behaviour(people: Cast, on: date = TODAY) -> bool | None:
    return support_answer(people.seyi, BEHAVIOUR, on)


def test_silence_is_not_asked_yet_and_never_no(people: Cast, browse: Browse) -> None:
    assert behaviour(people) is None
    assert support_answer(people.seyi, EVIDENCE, TODAY) is None
    assert (
        text_of(browse(people.kemi).get(page("support_need", people.seyi))).count("Not asked yet")
        == 2
    )


def test_for_behaviour_one_yes_is_enough(people: Cast) -> None:
    says(people, people.priya, True, date(2026, 11, 2))
    says(people, people.kemi, False, date(2026, 11, 9))
    assert behaviour(people) is True


def test_each_adults_own_newest_answer_counts(people: Cast) -> None:
    says(people, people.kemi, True, date(2026, 11, 2))
    says(people, people.kemi, False, date(2026, 11, 9))
    assert behaviour(people) is False
    assert behaviour(people, date(2026, 11, 8)) is True


def test_a_newer_answer_recorded_first_still_counts(people: Cast) -> None:
    says(people, people.kemi, False, date(2026, 11, 9))
    says(people, people.kemi, True, date(2026, 11, 2))
    assert behaviour(people) is False


def test_of_two_answers_said_on_one_day_the_one_recorded_last_counts(people: Cast) -> None:
    says(people, people.kemi, True)
    says(people, people.kemi, False)
    assert behaviour(people) is False


def test_for_evidence_the_newest_answer_counts_whoever_gave_it(people: Cast) -> None:
    says(people, people.kemi, True, date(2026, 11, 2), question=EVIDENCE)
    says(people, people.sam, False, date(2026, 11, 9), question=EVIDENCE)
    assert support_answer(people.seyi, EVIDENCE, TODAY) is False
    assert behaviour(people) is None


def test_an_answer_holds_from_its_first_to_its_last_day_both_included(people: Cast) -> None:
    says(people, people.kemi, True, date(2026, 11, 2), until_on=date(2026, 11, 9))
    held = [behaviour(people, date(2026, 11, day)) for day in (1, 2, 9, 10)]
    assert held == [None, True, True, None]


def test_when_a_newer_answer_has_run_out_the_older_one_holds_again(people: Cast) -> None:
    says(people, people.kemi, True, date(2026, 11, 2))
    says(people, people.kemi, False, date(2026, 11, 9), until_on=date(2026, 11, 15))
    assert behaviour(people, date(2026, 11, 12)) is False
    assert behaviour(people, date(2026, 11, 16)) is True


def test_a_withdrawn_answer_counts_no_longer_from_that_day(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    answer = says(people, people.kemi, True)
    kemi = browse(people.kemi)
    address = page("support_need_withdraw", people.seyi, answer)
    assert "why" in kemi.post(address, {"why": ""}).context["form"].errors
    assert kemi.post(address, {"why": "Meant another child"}).status_code == 302
    assert behaviour(people) is None
    assert behaviour(people, date(2026, 11, 22)) is True
    assert "withdrawn already" in text_of(kemi.post(address, {"why": "Again"}))
    assert heard == [people.seyi, people.seyi]


def test_an_answer_is_kept_with_who_said_it_in_their_words(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    kemi = browse(people.kemi)
    words = {
        "question": "behaviour",
        "answer": "yes",
        "said_by": f"contact:{people.priya.pk}",
        "said_on": "20 11 26",
        "words": "He hides when it is loud.",
    }
    for _ in range(2):
        assert kemi.post(page("support_need", people.seyi), words).status_code == 302
    kept = SupportNeed.objects.get()
    assert (kept.said_by_contact, kept.said_by_member, kept.is_yes) == (people.priya, None, True)
    assert kept.history.get().actor_label == "Kemi Adebayo"
    assert heard == [people.seyi]
    assert "He hides when it is loud." in text_of(kemi.get(page("support_need", people.seyi)))


def test_the_question_that_was_asked_for_comes_chosen(people: Cast, browse: Browse) -> None:
    shown = browse(people.kemi).get(page("support_need", people.seyi) + "?question=evidence")
    assert shown.context["form"]["question"].value() == "evidence"


def test_only_adults_here_and_contacts_of_this_child_can_have_said_it(
    people: Cast, browse: Browse
) -> None:
    for stranger in (f"member:{people.olga.pk}", f"contact:{people.priya.pk}", "member:x", ""):
        answer = browse(people.dele).post(
            page("support_need", people.zofia),
            {"question": "behaviour", "answer": "yes", "said_by": stranger, "said_on": "today"},
        )
        assert "said_by" in answer.context["form"].errors
    for adult in (people.olga, people.priya, people.lee):
        with pytest.raises(Refused):
            says(people, adult, True, TODAY, child=people.zofia)
    assert not SupportNeed.objects.exists()


@pytest.mark.parametrize(
    ("words", "field"),
    [({"said_on": "1 1 27"}, "said_on"), ({"until_on": "1 9 26"}, "until_on")],
)
def test_days_out_of_order_are_said_beside_the_field(
    people: Cast, browse: Browse, words: dict[str, str], field: str
) -> None:
    answer = browse(people.kemi).post(
        page("support_need", people.seyi),
        {
            "question": "behaviour",
            "answer": "no",
            "said_by": f"member:{people.kemi.pk}",
            "said_on": "today",
            **words,
        },
    )
    assert field in answer.context["form"].errors
    assert words[field] in answer.content.decode()


def test_many_children_are_answered_in_one_query(
    people: Cast, django_assert_num_queries: Callable[[int], Any]
) -> None:
    says(people, people.kemi, True)
    children = list(Child.objects.all())
    with django_assert_num_queries(1):
        answers = support_answers(children, TODAY)
    assert answers[people.seyi.pk] == SupportAnswers(behaviour=True, evidence=None)
    assert answers[people.zofia.pk] == SupportAnswers(None, None)
