"""Check and finish: ready, agreed in each capacity, finalised; a parent's answer; closing."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.rules.refusal import Refused
from children.models import Child, ContactRestriction, KeyPersonAssignment
from plans import actions
from plans.models import PlanSignOff, SupportPlan
from tests.people import STORY, Cast
from tests.plans.stories import agreed, complete, draft, finalised

Browse = Callable[..., Client]
ANSWER = {"answered_on": "today", "method": "phone", "answer": "agreed"}


def path(name: str, plan: SupportPlan, *more: object) -> str:
    return reverse(f"plans:{name}", args=[plan.pk, *more])


def status(plan: SupportPlan) -> str:
    return SupportPlan.objects.get(pk=plan.pk).status


def test_from_draft_to_finalised_by_buttons(people: Cast, browse: Browse) -> None:
    plan, kemi, sam = complete(people), browse(people.kemi), browse(people.sam)
    kemi.post(path("mark_ready", plan))
    assert "You, as key person" in kemi.get(path("finish", plan)).content.decode()
    kemi.post(path("sign", plan, "key_person"), {"answer": "agreed"})
    sam.post(path("sign", plan, "senco"), {"answer": "with_comments", "comments": "Start small"})
    sam.post(path("finalise", plan))
    assert status(plan) == "finalised"
    page = kemi.get(path("plan", plan)).content.decode()
    for words in ("Finalised by Sam Whitlock", "Kemi Adebayo", "Start small", "Since Mon 23 Nov"):
        assert words in page


def test_a_button_that_may_not_act_says_why(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    page = browse(people.kemi).post(path("mark_ready", plan)).content.decode()
    assert "The plan does not say what the child is good at" in page
    page = browse(people.sam).post(path("finalise", plan)).content.decode()
    assert "This plan is a draft, so it cannot be finalised." in page
    assert status(plan) == "draft"


def test_finalising_is_the_sencos(people: Cast, browse: Browse) -> None:
    plan = agreed(people, complete(people))
    assert browse(people.kemi).post(path("finalise", plan)).status_code == 403
    assert status(plan) == "ready"


@pytest.mark.parametrize(("who", "capacity"), [("kemi", "senco"), ("sam", "key_person")])
def test_nobody_agrees_in_a_capacity_they_do_not_hold(
    people: Cast, browse: Browse, who: str, capacity: str
) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    url = path("sign", plan, capacity)
    page = browse(getattr(people, who)).post(url, {"answer": "agreed"}).content.decode()
    assert "You are not this child" in page
    assert not PlanSignOff.objects.exists()


@pytest.mark.parametrize("capacity", ["parent", "manager"])
def test_staff_do_not_agree_as_a_parent(people: Cast, browse: Browse, capacity: str) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    url = path("sign", plan, capacity)
    page = browse(people.sam).post(url, {"answer": "agreed"}).content.decode()
    assert "Choose the capacity in which you agree" in page
    assert not PlanSignOff.objects.exists()


def test_one_adult_may_hold_both_capacities_and_answers_in_each(people: Cast) -> None:
    child = Child(
        setting=people.mo.setting, legal_name="Iris Tan", date_of_birth=date(2023, 4, 2)
    ).record(by=STORY)
    KeyPersonAssignment(child=child, membership=people.mo, from_on=date(2026, 9, 1)).record(
        by=STORY
    )
    mo = people.mo.as_actor()
    plan = actions.start_plan(child=child, by=mo)
    plan.status = "ready"
    plan.record(by=STORY)
    for capacity in ("key_person", "senco"):
        actions.sign_plan(
            plan=plan, capacity=capacity, answer="agreed", membership=people.mo, by=mo
        )
    assert {row.capacity for row in PlanSignOff.objects.all()} == {"key_person", "senco"}


def test_not_agreed_says_what_is_not_agreed(people: Cast, browse: Browse) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    url = path("sign", plan, "key_person")
    page = browse(people.kemi).post(url, {"answer": "not_agreed"}).content.decode()
    assert "Write the comments, or what is not agreed." in page


def test_a_second_answer_replaces_the_first_and_history_keeps_both(people: Cast) -> None:
    plan = actions.mark_ready(plan=complete(people), by=STORY)
    sign = {"plan": plan, "capacity": "senco", "membership": people.sam, "by": STORY}
    actions.sign_plan(**sign, answer="not_agreed", comments="The start is wrong")
    actions.sign_plan(**sign, answer="agreed")
    assert PlanSignOff.objects.get().answer == "agreed"
    assert PlanSignOff.history.count() == 2


def test_a_parents_answer_after_finalising_changes_no_version(people: Cast, browse: Browse) -> None:
    plan = finalised(people)
    before = SupportPlan.objects.get(pk=plan.pk).row_version
    words = {**ANSWER, "contact": people.priya.pk, "answer": "with_comments", "comments": "Thanks"}
    assert browse(people.kemi).post(path("parent_answer", plan), words).status_code == 302
    row = PlanSignOff.objects.get(capacity="parent")
    assert (row.person_name, row.comments) == ("Priya Blackwood", "Thanks")
    assert SupportPlan.objects.get(pk=plan.pk).row_version == before


def test_a_parent_does_not_answer_a_draft_nor_tomorrow(people: Cast, browse: Browse) -> None:
    plan = complete(people)
    values = {"contact": people.priya, "answer": "agreed", "method": "phone", "by": STORY}
    with pytest.raises(Refused, match="A parent answers once it is ready"):
        actions.record_parent_answer(plan=plan, answered_on=date(2026, 11, 23), **values)
    actions.mark_ready(plan=plan, by=STORY)
    with pytest.raises(Refused, match="has not come yet"):
        actions.record_parent_answer(plan=plan, answered_on=date(2026, 11, 24), **values)


def test_a_contact_who_must_not_be_asked_is_not_offered(people: Cast, browse: Browse) -> None:
    plan = finalised(people)
    kemi = browse(people.kemi)
    assert "Priya Blackwood" in kemi.get(path("finish", plan)).content.decode()
    ContactRestriction(
        contact=people.priya,
        kind="no_contact",
        evidence="Order seen",
        from_on=date(2026, 11, 1),
        review_on=date(2027, 5, 1),
    ).record(by=STORY)
    assert "Priya Blackwood" not in kemi.get(path("finish", plan)).content.decode()
    page = kemi.post(path("parent_answer", plan), {**ANSWER, "contact": people.priya.pk})
    assert "Choose one from the list" in page.content.decode()
    assert not PlanSignOff.objects.filter(capacity="parent").exists()


def test_a_correction_asks_why_and_opens_the_editor(people: Cast, browse: Browse) -> None:
    plan, kemi = finalised(people), browse(people.kemi)
    assert "Say why" in kemi.post(path("correct", plan), {"because": ""}).content.decode()
    answer = kemi.post(path("correct", plan), {"because": "A wrong name"})
    correction = SupportPlan.objects.get(version=2)
    assert answer.headers["Location"] == path("edit", correction)


def test_closing_is_the_sencos_and_asks_why(people: Cast, browse: Browse) -> None:
    plan = finalised(people)
    assert browse(people.kemi).get(path("close", plan)).status_code == 403
    sam = browse(people.sam)
    assert "Close plan 1?" in sam.get(path("close", plan)).content.decode()
    sam.post(path("close", plan), {"because": "He moves away"})
    assert status(plan) == "closed"


def test_the_senco_agrees_another_date(people: Cast, browse: Browse) -> None:
    plan, sam = finalised(people), browse(people.sam)
    words = {"due_on": "14 1 27", "because": "The family is away"}
    words["seen_version"] = str(plan.cycle.row_version)
    assert sam.post(path("due_date", plan), words).status_code == 302
    assert "Agreed: The family is away" in sam.get(path("plan", plan)).content.decode()


@pytest.mark.parametrize(
    ("who", "expected"), [("olga", 404), ("dele", 404), ("hannah", 403), ("lee", 403)]
)
def test_a_plan_is_nobodys_but_those_who_care_for_the_child(
    people: Cast, browse: Browse, who: str, expected: int
) -> None:
    plan = complete(people)
    line = plan.strategy_lines.first()
    client = browse(getattr(people, who))
    urls = [
        reverse("plans:start", args=[people.seyi.pk]),
        *(path(name, plan) for name in ("plan", "edit", "finish", "compare", "mark_ready")),
        *(path(name, plan) for name in ("back_to_draft", "parent_answer", "correct")),
        path("section", plan, "strengths"),
        path("sign", plan, "senco"),
        path("line_add", plan, "strategies"),
        reverse("plans:line", args=["strategies", line.pk]),
        reverse("plans:line_move", args=["strategies", line.pk, "up"]),
        reverse("plans:line_remove", args=["strategies", line.pk]),
        reverse("plans:line_put_back", args=["strategies", line.pk]),
    ]
    for url in urls:
        assert client.get(url).status_code == expected, url
        assert client.post(url, {"seen_version": 1}).status_code == expected, url
    assert "Seyi" not in client.get(urls[1]).content.decode()


def test_a_manager_reads_a_plan_and_does_not_write_it(people: Cast, browse: Browse) -> None:
    plan, ruth = complete(people), browse(people.ruth)
    assert ruth.get(path("plan", plan)).status_code == 200
    assert ruth.get(path("finish", plan)).status_code == 200
    assert ruth.get(path("edit", plan)).status_code == 403
