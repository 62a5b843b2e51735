"""The agenda of a review, its own page before, while and after it is held, and its end."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans.models import Strategy, SupportPlan
from reviews import actions
from reviews.actions.agreed import agree_action
from reviews.actions.family import add_family_view
from reviews.actions.finalise import finalise_review
from reviews.models import Review
from reviews.queries.agenda import agenda_of
from reviews.queries.agenda_page import AgendaRow, agenda_rows
from reviews.rules.help import HelpLevel, NotDelivered
from tests.people import Cast
from tests.plans import stories
from tests.reviews.given import entry, in_force, keys
from tests.reviews.review_pages import being_held, text, url
from tests.reviews.reviews_given import TODAY, planned
from tests.reviews.whole import KEEP, NEXT_STEP, SMALLER, finalised, next_plan, whole

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")


def url_of(review: Review) -> str:
    return f"/reviews/{review.pk}/"


def items(review: Review) -> dict[str, tuple[str, bool]]:
    """What is said of each step, and whether it is done."""
    agenda = agenda_of(review, timezone.localdate())
    return {item.title: (item.said, item.is_done) for item in agenda.items}


def test_the_agenda_names_every_line_and_every_parent(people: Cast) -> None:
    assert list(items(being_held(people))) == [
        *("Who is here", "Since last time", "Strategy 1", "Target A", "Seyi’s view"),
        *("Priya’s words", "Decision", "Actions", "Next review", "Finish"),
    ]


def test_what_is_written_is_done_and_says_what_it_says(people: Cast) -> None:
    review = whole(people)
    found = items(review)
    assert found["Strategy 1"] == ("Keep", True)
    assert found["Target A"] == ("Achieved", True)
    assert found["Priya’s words"] == ("Written Mon 23 Nov", True)
    assert found["Decision"] == ("Continue the plan", True)
    assert found["Next review"] == ("Tue 12 Jan", True)
    assert found["Actions"] == ("Not yet", False)
    assert found["Since last time"] == ("No actions to look at", True)


def test_before_anything_is_said_the_next_day_is_offered(people: Cast) -> None:
    found = items(being_held(people))
    assert found["Strategy 1"] == ("No verdict yet", False)
    assert found["Next review"] == ("Offered: Mon 18 Jan", False)


def test_a_planned_review_shows_when_who_and_how_to_begin(people: Cast, browse: Browse) -> None:
    review = planned(people)
    page = text(browse(people.kemi).get(url_of(review)))
    assert "Thursday 26 November, 10:00" in page
    assert "Orchard room" in page
    assert "Not invited yet" in page
    for step in ("who", "move", "invitations"):
        assert url(review, step) in page
    assert url(review, "decision") not in page


def test_the_steps_of_a_planned_review_wait_until_it_is_held(people: Cast, browse: Browse) -> None:
    review = planned(people)
    for step in ("since", "decision", "actions", "next", "finish"):
        assert browse(people.kemi).get(url(review, step))["Location"] == url_of(review)


def test_a_review_that_is_held_leads_to_the_first_step_that_is_open(
    people: Cast, browse: Browse
) -> None:
    page = browse(people.kemi).get(url_of(being_held(people)))
    assert "Go on: Who is here" in text(page)


def test_the_manager_reads_the_agenda_and_finds_no_step_to_write(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    page = text(browse(people.ruth).get(url_of(review)))
    assert "Target A" in page
    assert url(review, "decision") not in page


def test_finalised_minutes_are_read_on_the_page_and_their_steps_lead_there(
    people: Cast, browse: Browse
) -> None:
    review = finalised(people)
    page = text(browse(people.kemi).get(url_of(review)))
    for words in (NEXT_STEP["next_words"], KEEP["why"], "Priya Blackwood says he signs"):
        assert words in page
    assert browse(people.kemi).get(url(review, "decision"))["Location"] == url_of(review)


def test_the_minutes_lead_to_the_next_plan_and_it_leads_back(people: Cast, browse: Browse) -> None:
    review = finalised(people)
    following = next_plan(review)
    assert f"/plans/{following.pk}/" in text(browse(people.sam).get(url_of(review)))
    for page in (f"/plans/{following.pk}/", f"/plans/{following.pk}/write/"):
        shown = text(browse(people.sam).get(page))
        assert "Minutes of the review of plan 1" in shown
        assert url_of(review) in shown
    first = text(browse(people.sam).get(f"/plans/{review.plan_id}/"))
    assert url_of(review) in first


def test_the_minutes_on_the_page_say_who_spoke_how_and_through_whom(
    people: Cast, browse: Browse
) -> None:
    review = whole(people)
    contact = people.priya
    by = people.sam.as_actor()
    how = {"how": "phone", "language": "Yoruba", "through": "Ade Bello", "said_on": TODAY}
    words = "I would like the same at home."
    add_family_view(review=review, contact=contact, answer="given", words=words, by=by, **how)
    finalise_review(review=Review.objects.get(), by=by)
    page = text(browse(people.kemi).get(url_of(review)))
    assert "Mon 23 Nov, phone, in Yoruba, through Ade Bello" in page


def test_what_is_typed_into_minutes_just_finalised_is_kept_and_refused(
    people: Cast, browse: Browse
) -> None:
    review = finalised(people)
    words = {"seen_version": "1", "decision_words": "One more thing"}
    answer = browse(people.kemi).post(url(review, "decision"), words)
    assert "do not change any more" in text(answer)
    assert "One more thing" in text(answer)


def test_finish_names_each_gap_and_leads_to_where_it_is_said_c8_1(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    page = browse(people.sam).get(url(review, "finish"))
    gaps = {gap.title: gap.url for gap in page.context["gaps"]}
    assert gaps["Nothing is decided yet."] == url(review, "decision")
    assert any("Strategy 1 has no verdict" in title for title in gaps)
    answer = browse(people.sam).post(url(review, "finalise"))
    assert answer.status_code == 200
    assert not Review.objects.get().is_finalised


def test_the_senco_finalises_and_is_led_to_the_next_plan(people: Cast, browse: Browse) -> None:
    review = whole(people)
    answer = browse(people.sam).post(url(review, "finalise"), follow=True)
    following = SupportPlan.objects.being_written().get(child=people.seyi)
    assert answer.redirect_chain[-1][0] == f"/plans/{following.pk}/write/"
    assert "Plan 2 is drafted with one strategy and one target carried on" in text(answer)


def test_where_support_ends_the_senco_is_led_to_the_child(people: Cast, browse: Browse) -> None:
    ends: dict[str, Any] = {
        "decision": "close",
        "after_all_achieved": "close",
        "next_review_on": None,
    }
    review = whole(people, decision_words="He is ahead", **ends)
    answer = browse(people.sam).post(url(review, "finalise"), follow=True)
    assert answer.redirect_chain[-1][0] == f"/children/{people.seyi.pk}/"
    assert "Support ends with this review" in text(answer)


def test_the_key_person_finds_no_button_to_finalise_and_is_refused_it(
    people: Cast, browse: Browse
) -> None:
    review = whole(people)
    page = text(browse(people.kemi).get(url(review, "finish")))
    assert "The SENCO finalises the minutes." in page
    assert url(review, "finalise") not in page
    assert browse(people.kemi).post(url(review, "finalise")).status_code == 403
    assert not Review.objects.get().is_finalised


def questions(review: Review) -> int:
    fresh = Review.objects.select_related("cycle", "plan", "child__setting").get(pk=review.pk)
    with CaptureQueriesContext(connection) as asked:
        agenda_rows(fresh, agenda_of(fresh, TODAY), TODAY)
    return len(asked)


def test_the_agenda_asks_no_more_of_a_longer_plan(people: Cast) -> None:
    few = questions(being_held(people))
    plan = stories.actions.correct_plan(
        plan=SupportPlan.objects.get(), because="More lines", by=people.kemi.as_actor()
    )
    for _ in range(3):
        stories.target(plan, people, stories.strategy(plan, people))
    stories.actions.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    review = Review.objects.get()
    assert len(items(review)) == 16
    assert questions(review) == few


def rows_of(review: Review) -> dict[str, AgendaRow]:
    rows = agenda_rows(review, agenda_of(review, TODAY), TODAY)
    return {row.item.title: row for row in rows}


def test_the_agenda_shows_each_lines_words_and_what_was_written_about_it_c8(
    people: Cast, browse: Browse
) -> None:
    review = planned(people)
    strategy, target = keys(in_force(people))
    for day in (16, 17):
        entry(people, seen_on=date(2026, 11, day), lines={strategy: HelpLevel.SOME})
    missed = date(2026, 11, 18)
    common = {"child": people.seyi, "seen_by": people.kemi, "by": people.kemi.as_actor()}
    because = NotDelivered.STAFFING
    actions.record_not_delivered(
        **common, lines=[strategy], seen_on=missed, because=because, form_token=uuid4()
    )
    gone = entry(people, seen_on=missed, lines={target: HelpLevel.ALONE})
    actions.take_back_entry(entry=gone, by=people.kemi.as_actor())
    rows = rows_of(review)
    assert rows["Strategy 1"].about == str(Strategy.objects.get())
    assert rows["Strategy 1"].record == "2 entries, once not delivered"
    assert rows["Target A"].record == "No entry"
    page = text(browse(people.kemi).get(url_of(review)))
    assert "2 entries, once not delivered" in page
    assert str(Strategy.objects.get()) in page


def test_the_agenda_shows_the_last_verdicts_and_the_open_actions_c4(
    people: Cast, browse: Browse
) -> None:
    first = whole(people, target=SMALLER)
    action = {"what": "Lend a picture strip", "who": "Kemi", "by_on": date(2026, 12, 14)}
    agree_action(review=first, **action, by=people.sam.as_actor())
    finalise_review(review=Review.objects.get(), by=people.sam.as_actor())
    following = stories.agreed(people, next_plan(first))
    stories.actions.finalise_plan(plan=following, by=people.sam.as_actor())
    review = Review.objects.get(cycle__number=2)
    rows = rows_of(review)
    assert rows["Strategy 1"].last is not None
    assert rows["Strategy 1"].last.verdict == "keep"
    adapted = rows["Target A"].last
    assert adapted is not None
    assert adapted.verdict == "not_yet"
    assert rows["Since last time"].about == "Lend a picture strip (Kemi, by Mon 14 Dec)"
    page = text(browse(people.kemi).get(url_of(review)))
    for words in ("last time: keep", "last time: not yet", "Lend a picture strip"):
        assert words in page
