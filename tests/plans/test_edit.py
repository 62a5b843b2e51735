"""The editor: sections and lines saved by their buttons and by the page's script."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from children.models import AccessEvent
from plans import actions
from plans.models import Cycle, Strategy, SupportPlan, Target
from tests.people import STORY, Cast
from tests.plans.addresses import by_script, line_path, path
from tests.plans.stories import (
    A_STRATEGY,
    A_TARGET,
    agreed,
    complete,
    draft,
    finalised,
    strategy,
)

Browse = Callable[..., Client]
HOSTILE = "<script>alert(1)</script> {{ child }} {% debug %}"


def test_a_key_person_starts_a_plan_and_lands_in_the_editor(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    url = reverse("plans:start", args=[people.seyi.pk])
    assert "Start the plan" in kemi.get(url).content.decode()
    answer = kemi.post(url, {"starts_on": "23 11 26"})
    plan = SupportPlan.objects.get()
    assert answer.headers["Location"] == path("edit", plan)
    assert plan.cycle.due_on is not None


def test_while_a_plan_is_written_the_start_page_leads_to_it(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    page = browse(people.kemi).get(reverse("plans:start", args=[people.seyi.pk]))
    assert path("edit", plan) in page.content.decode()


def test_the_editor_names_every_gap_and_leads_to_its_field(people: Cast, browse: Browse) -> None:
    plan = draft(people, starts_on=None)
    strategy(plan, people, source_kind="")
    page = browse(people.kemi).get(path("edit", plan)).content.decode()
    line = Strategy.objects.get()
    assert "The plan does not say when it starts." in page
    assert "Strategy 1 does not say where it came from." in page
    assert f'id="line-{line.line_key}-source_kind"' in page
    assert AccessEvent.objects.filter(page="plans:edit", seen__child=people.seyi).exists()


def test_a_section_saves_by_its_button(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    words = {"strengths": "Towers", "seen_version": plan.row_version}
    answer = browse(people.kemi).post(path("section", plan, "strengths"), words)
    assert answer.headers["Location"].endswith("/write/#strengths")
    plan.refresh_from_db()
    assert plan.strengths == "Towers"
    assert plan.history.first().actor_label == "Kemi Adebayo"


def test_a_section_saves_by_itself_and_says_when(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    words = {"strengths": "Towers", "seen_version": plan.row_version}
    status, told = by_script(browse(people.kemi), path("section", plan, "strengths"), words)
    assert (status, told["words"], told["seen_version"]) == (200, "Saved 10:00", 2)
    assert set(told["parts"]) == {"plan-gaps", "plan-steps"}


def test_saving_the_same_words_twice_writes_once(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    words = {"strengths": "Towers", "seen_version": plan.row_version}
    for _ in range(2):
        assert by_script(browse(people.kemi), path("section", plan, "strengths"), words)[0] == 200
    assert plan.history.count() == 2


def test_words_over_the_cap_stay_and_are_explained(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    words = {"strengths": "x" * 2001, "seen_version": plan.row_version}
    page = browse(people.kemi).post(path("section", plan, "strengths"), words)
    assert page.status_code == 200
    assert "This is 1 character too long: 2000 is the most." in page.content.decode()
    assert "x" * 2001 in page.content.decode()
    status, told = by_script(browse(people.kemi), path("section", plan, "strengths"), words)
    assert (status, list(told["errors"])) == (422, ["strengths"])
    plan.refresh_from_db()
    assert plan.strengths == ""


@pytest.mark.parametrize(
    ("typed", "said"), [("31 11 26", "not a date"), ("1 1 20", "date of birth")]
)
def test_a_start_that_cannot_be_is_explained(
    people: Cast, browse: Browse, typed: str, said: str
) -> None:
    plan = draft(people, starts_on=None)
    words = {"starts_on": typed, "seen_version": plan.cycle.row_version}
    page = browse(people.kemi).post(path("section", plan, "start"), words).content.decode()
    assert said in page
    assert typed in page
    assert Cycle.objects.get().starts_on is None


def test_two_editors_of_the_same_words_both_keep_them(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    seen = plan.row_version
    actions.change_section(plan=plan, values={"strengths": "Sam's words"}, by=people.sam.as_actor())
    words = {"strengths": "Kemi's words", "seen_version": seen}
    page = browse(people.kemi).post(path("section", plan, "strengths"), words).content.decode()
    assert "Kemi&#x27;s words" in page
    assert "Sam&#x27;s words" in page
    status, told = by_script(browse(people.kemi), path("section", plan, "strengths"), words)
    assert status == 409
    assert ["Strengths and interests", "Sam's words"] in told["differences"]
    words["seen_version"] = told["seen_version"]
    assert by_script(browse(people.kemi), path("section", plan, "strengths"), words)[0] == 200
    plan.refresh_from_db()
    assert plan.strengths == "Kemi's words"


def test_two_editors_of_different_sections_do_not_meet(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    seen = plan.row_version
    actions.change_section(plan=plan, values={"what_is_difficult": "Changes"}, by=STORY)
    words = {"strengths": "Towers", "seen_version": seen}
    assert by_script(browse(people.kemi), path("section", plan, "strengths"), words)[0] == 200
    plan.refresh_from_db()
    assert (plan.strengths, plan.what_is_difficult) == ("Towers", "Changes")


def test_markup_and_template_text_are_only_words(people: Cast, browse: Browse) -> None:
    plan, kemi = complete(people), browse(people.kemi)
    names = ["strengths", "matters_to_child", "how_child_showed_it"]
    words = dict.fromkeys(names, HOSTILE) | {"seen_version": plan.row_version}
    assert kemi.post(path("section", plan, "strengths"), words).status_code == 302
    for line, written in (
        (Strategy.objects.get(), {**A_STRATEGY, "what_adults_do": HOSTILE, "who": HOSTILE}),
        (Target.objects.get(), {**A_TARGET, "small_step": HOSTILE}),
    ):
        answer = kemi.post(line_path(line), {**written, "seen_version": line.row_version})
        assert answer.status_code == 302
    for name in ("edit", "plan", "finish", "compare"):
        page = kemi.get(path(name, plan)).content.decode()
        assert "<script>alert" not in page
    assert "{{ child }} {% debug %}" in kemi.get(path("plan", plan)).content.decode()


@pytest.mark.parametrize("made", [agreed, None])
def test_what_is_ready_or_final_is_not_written_by_any_address(
    people: Cast, browse: Browse, made: Callable | None
) -> None:
    plan = agreed(people, complete(people)) if made else finalised(people)
    kemi, line = browse(people.kemi), Strategy.objects.get()
    before = SupportPlan.objects.get(pk=plan.pk).row_version, line.row_version
    assert kemi.get(path("edit", plan)).status_code == 302
    words = {"strengths": "Changed", "seen_version": before[0]}
    assert by_script(kemi, path("section", plan, "strengths"), words)[0] == 422
    assert by_script(kemi, line_path(line), {**A_STRATEGY, "who": "X", "seen_version": 2})[0] == 422
    kemi.post(line_path(line, "line_remove"))
    kemi.post(path("line_add", plan, "strategies"), {"line_key": uuid4()})
    line.refresh_from_db()
    after = SupportPlan.objects.get(pk=plan.pk).row_version, line.row_version
    assert after == before
    assert Strategy.objects.count() == 1


def test_the_list_of_sections_says_where_to_go_on(people: Cast, browse: Browse) -> None:
    plan, kemi = complete(people), browse(people.kemi)
    assert "6 sections to write, 6 complete" in kemi.get(path("edit", plan)).content.decode()
    actions.change_section(plan=plan, values={"what_is_difficult": ""}, by=STORY)
    page = kemi.get(path("edit", plan)).content.decode()
    current = page.split('aria-current="step"')[1][:400]
    assert "What is difficult" in current
    assert "1 gap" in current
