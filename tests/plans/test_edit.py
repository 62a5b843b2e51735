"""The editor: sections and lines saved by their buttons and by the page's script."""

import json
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from children.models import AccessEvent
from plans import actions
from plans.models import Cycle, Strategy, SupportPlan, Target
from tests.people import STORY, Cast
from tests.plans.stories import (
    A_STRATEGY,
    A_TARGET,
    agreed,
    complete,
    draft,
    finalised,
    report,
    strategy,
    target,
)

Browse = Callable[..., Client]
HOSTILE = "<script>alert(1)</script> {{ child }} {% debug %}"


def path(name: str, plan: SupportPlan, *more: object) -> str:
    return reverse(f"plans:{name}", args=[plan.pk, *more])


def line_path(line: Strategy | Target, name: str = "line", *more: object) -> str:
    return reverse(f"plans:{name}", args=[line.kind, line.pk, *more])


def by_script(client: Client, url: str, words: dict) -> tuple[int, dict]:
    answer = client.post(url, words, headers={"X-Autosave": "yes"})
    return answer.status_code, json.loads(answer.content)


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


def test_two_editors_of_one_line_meet(people: Cast, browse: Browse) -> None:
    line = strategy(draft(people), people)
    seen = line.row_version
    actions.change_strategy(line=line, values={"who": "Hannah"}, by=people.sam.as_actor())
    words = {**A_STRATEGY, "who": "Kemi", "seen_version": seen}
    page = browse(people.kemi).post(line_path(line), words).content.decode()
    assert "What they saved" in page
    assert "Hannah" in page
    assert ">Kemi</textarea>" in page.replace("\n", "")


def test_pressing_add_twice_adds_one_line(people: Cast, browse: Browse) -> None:
    plan, key = draft(people), uuid4()
    for _ in range(2):
        browse(people.kemi).post(path("line_add", plan, "strategies"), {"line_key": key})
    assert Strategy.objects.count() == 1


def test_a_fifth_target_is_refused_in_words(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    for _ in range(4):
        target(plan, people)
    page = browse(people.kemi).post(path("line_add", plan, "targets"), {"line_key": uuid4()})
    assert "A plan has at most four targets" in page.content.decode()
    assert Target.objects.count() == 4


def test_a_target_is_served_by_strategies_and_nudged(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    serves, line = strategy(plan, people), target(plan, people)
    words = {**A_TARGET, "strategies": [str(serves.pk)], "seen_version": line.row_version}
    status, told = by_script(browse(people.kemi), line_path(line), words)
    assert status == 200
    assert "not said yet" in told["parts"][f"nudge-{line.line_key}"]
    assert [row.strategy for row in line.served_by.all()] == [serves]


@pytest.mark.parametrize("whose", ["zofia", "bilal"])
def test_another_childs_report_is_no_source(people: Cast, browse: Browse, whose: str) -> None:
    plan = draft(people)
    line, other = strategy(plan, people), report(people, getattr(people, whose))
    words = {**A_STRATEGY, "source_kind": "report", "source_report": str(other.pk)}
    words |= {"source_page": "3", "seen_version": str(line.row_version)}
    page = browse(people.kemi).post(line_path(line), words).content.decode()
    assert "Choose one from the list" in page
    line.refresh_from_db()
    assert line.source_report is None


def test_a_line_says_from_which_report_and_page(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    line, mine = strategy(plan, people), report(people)
    words = {**A_STRATEGY, "source_kind": "report", "source_report": str(mine.pk)}
    words |= {"source_page": "3", "seen_version": str(line.row_version)}
    assert by_script(browse(people.kemi), line_path(line), words)[0] == 200
    page = browse(people.kemi).get(path("edit", plan)).content.decode()
    assert "Speech and language report, p. 3" in page


def test_lines_move_come_off_and_go_back_with_their_words(people: Cast, browse: Browse) -> None:
    plan, kemi = draft(people), browse(people.kemi)
    first, second = strategy(plan, people), strategy(plan, people, what_adults_do="Offer two")
    kemi.post(line_path(second, "line_move", "up"))
    assert list(Strategy.objects.filter(plan=plan)) == [second, first]
    kemi.post(line_path(second, "line_remove"))
    assert "Taken off by Kemi Adebayo" in kemi.get(path("edit", plan)).content.decode()
    kemi.post(line_path(second, "line_put_back"))
    second.refresh_from_db()
    assert (second.what_adults_do, second.removed_at) == ("Offer two", None)
    assert list(Strategy.objects.filter(plan=plan)) == [first, second]


def test_a_strategy_of_an_earlier_plan_is_carried_on_with_its_key(
    people: Cast, browse: Browse
) -> None:
    earlier = finalised(people, date(2026, 9, 7))
    kept = Strategy.objects.get(plan=earlier)
    plan = draft(people)
    page = browse(people.kemi).get(path("edit", plan)).content.decode()
    assert "Strategy bank" in page
    words = {"line_key": str(kept.line_key), "carried_from": str(kept.pk)}
    for _ in range(2):
        browse(people.kemi).post(path("line_add", plan, "strategies"), words)
    line = Strategy.objects.get(plan=plan)
    assert (line.line_key, line.since_on) == (kept.line_key, date(2026, 9, 7))


def test_another_childs_strategy_is_not_carried_on(people: Cast, browse: Browse) -> None:
    other = actions.start_plan(child=people.zofia, by=STORY)
    foreign = strategy(other, people)
    plan = draft(people)
    words = {"line_key": str(uuid4()), "carried_from": str(foreign.pk)}
    answer = browse(people.kemi).post(path("line_add", plan, "strategies"), words)
    assert answer.status_code == 404
    assert not Strategy.objects.filter(plan=plan).exists()


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


def test_the_editor_asks_as_many_questions_for_two_lines_as_for_twelve(
    people: Cast, browse: Browse
) -> None:
    plan, kemi = draft(people), browse(people.kemi)
    counts = []
    for lines in (1, 6):
        for _ in range(lines):
            serves = strategy(plan, people, who="")
        if not counts:
            target(plan, people, serves)
        kemi.get(path("edit", plan))
        with CaptureQueriesContext(connection) as asked:
            assert kemi.get(path("edit", plan)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
