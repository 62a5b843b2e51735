"""The lines of a plan in its editor: added, saved, moved, taken off, carried on."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans import actions
from plans.models import Strategy, Target
from tests.people import STORY, Cast
from tests.plans.addresses import by_script, line_path, path
from tests.plans.stories import (
    A_STRATEGY,
    A_TARGET,
    draft,
    finalised,
    report,
    strategy,
    target,
)

Browse = Callable[..., Client]


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


def test_a_nudge_says_why_it_asks_and_a_note_passes_it(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    line, kemi = target(plan, people, small_step="Points to what she wants"), browse(people.kemi)
    page = kemi.get(path("edit", plan)).content.decode()
    assert "A step begins in one place" in page
    assert "does not say where or how often" in page
    note = "She points <everywhere> by now"
    words = {**A_TARGET, "small_step": line.small_step, "fine_because": note}
    status, told = by_script(kemi, line_path(line), {**words, "seen_version": line.row_version})
    assert status == 200
    assert "left out on purpose" in told["parts"][f"nudge-{line.line_key}"]
    page = kemi.get(path("edit", plan)).content.decode()
    assert "Fine as it is: She points &lt;everywhere&gt; by now" in page
    assert "does not say where" not in page


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
