"""The page of a line: what stands beside the verdict, and two people at one review."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from agencies.models import RecommendationKind
from plans.models import Target
from reviews.models import LineVerdict
from reviews.queries.reviewed import reviewed_lines
from reviews.rules.help import HelpLevel
from tests.people import Cast
from tests.plans import stories
from tests.reviews.given import entry
from tests.reviews.review_pages import being_held, line_url, send, text, url
from tests.reviews.reviews_given import begun, planned
from tests.reviews.whole import SMALLER, finalised, next_plan, recommended

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")
KEEP = {"verdict": "keep", "why": "It works in every room"}
NEXT = {
    "verdict": "achieved",
    "what_next": "write",
    "next_words": "Asks for help with two signs",
    "next_know_when": "He asks two adults",
    "next_step_source": "tracker",
    "next_detail": "Communication, step 7",
}


def test_a_verdict_leads_on_to_the_next_step_of_the_agenda(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    answer = send(browse(people.kemi), line_url(review, 0), **KEEP)
    assert answer.url == line_url(review, 1)
    assert send(browse(people.kemi), line_url(review, 1), **NEXT).url == url(review, "child")
    said = {row.verdict: row.next_words for row in LineVerdict.objects.filter(review=review)}
    assert said == {"keep": "", "achieved": NEXT["next_words"]}


def test_what_was_seen_of_this_line_stands_beside_its_verdict_c8(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    strategy, target = (line.key for line in reviewed_lines(review))
    entry(people, lines={target: HelpLevel.ALONE}, what_we_saw="Signed for the train.")
    entry(people, lines={strategy: HelpLevel.FULL}, what_we_saw="Looked at the card.")
    page = browse(people.kemi).get(line_url(review, 1))
    seen = page.context["saw"].seen
    assert [(one.state, one.entry.words) for one in seen] == [("alone", "Signed for the train.")]
    assert "Looked at the card." not in text(page)


def test_older_entries_wait_behind_show_all(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    target = reviewed_lines(review)[1].key
    for number in range(7):
        seen_on = date(2026, 11, 10 + number)
        entry(people, lines={target: HelpLevel.SOME}, what_we_saw=f"{number}", seen_on=seen_on)
    page = browse(people.kemi).get(line_url(review, 1))
    assert [one.entry.words for one in page.context["saw"].first] == ["6", "5", "4", "3", "2"]
    assert "Show all seven" in text(page)


def test_the_reports_remaining_recommendations_are_offered_c6(people: Cast, browse: Browse) -> None:
    review, report = being_held(people), stories.report(people)
    taken = recommended(report, "Asks for help with a card", "5")
    of_strategy = recommended(report, "Wait five seconds")
    of_strategy.kind = RecommendationKind.STRATEGY
    of_strategy.record(by=people.sam.as_actor(), why="Put right")
    page = text(browse(people.kemi).get(line_url(review, 1)))
    assert "Asks for help with a card" in page
    assert "Wait five seconds" not in page
    words = {"verdict": "achieved", "what_next": f"from-{taken.pk}", "next_know_when": "Twice"}
    send(browse(people.kemi), line_url(review, 1), **words)
    kept = LineVerdict.objects.get(review=review)
    assert (kept.next_recommendation, kept.next_words, kept.next_page) == (taken, taken.words, "5")
    assert f'value="from-{taken.pk}" id=' in text(browse(people.kemi).get(line_url(review, 1)))


def test_what_another_line_has_taken_is_not_offered_twice_c6(people: Cast, browse: Browse) -> None:
    plan = stories.draft(people, date(2026, 10, 5))
    stories.actions.change_section(plan=plan, values=stories.WORDS, by=people.kemi.as_actor())
    strategy = stories.strategy(plan, people)
    for _ in range(2):
        stories.target(plan, people, strategy)
    stories.actions.finalise_plan(plan=stories.agreed(people, plan), by=people.sam.as_actor())
    review = begun(people, planned(people, cycle=plan.cycle))
    taken = recommended(stories.report(people), "Asks for help with a card")
    words = {"verdict": "achieved", "what_next": f"from-{taken.pk}", "next_know_when": "Twice"}
    send(browse(people.kemi), line_url(review, 1), **words)
    assert "Asks for help with a card" not in text(browse(people.kemi).get(line_url(review, 2)))


def test_an_adapted_step_begins_with_the_words_of_before_c5(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    old = str(Target.objects.get().small_step)
    page = browse(people.kemi).get(line_url(review, 1))
    assert page.context["form"]["adapted_words"].value() == old
    words = {
        "verdict": "not_yet",
        "what_next": "adapt",
        "next_know_when": "Once a day",
        "next_step_source": "judgement",
        "next_detail": "He copies signs already",
    }
    answer = send(browse(people.kemi), line_url(review, 1), **words)
    assert "These are the words of before" in text(answer)
    answer = send(browse(people.kemi), line_url(review, 1), **words, adapted_words="Copies a sign")
    assert answer.status_code == 302
    kept = LineVerdict.objects.get(review=review)
    assert (kept.what_next, kept.next_words) == ("adapted_step", "Copies a sign")


def test_a_refused_verdict_keeps_every_word(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    words = {**NEXT, "next_step_source": "report", "next_page": "page nine"}
    answer = send(browse(people.kemi), line_url(review, 1), **words)
    assert "Choose the report" in text(answer)
    assert answer.context["form"]["next_words"].value() == NEXT["next_words"]
    assert answer.context["form"]["next_page"].value() == "page nine"
    assert not LineVerdict.objects.exists()


def test_after_two_cycles_not_achieved_advice_is_suggested_never_a_block_c5(
    people: Cast, browse: Browse
) -> None:
    first = finalised(people, target=SMALLER)
    plan = next_plan(first)
    assert plan.cycle.number == 2
    stories.actions.finalise_plan(plan=ready(people, plan), by=people.sam.as_actor())
    review = begun(people, plan.cycle.review, held_on=date(2026, 11, 23), **EARLY)
    page = browse(people.kemi).get(line_url(review, 1))
    assert "Not achieved in two cycles" in text(page)
    assert "Last time" in text(page)
    words = {
        "verdict": "not_yet",
        "what_next": "adapt",
        "adapted_words": "Looks at the sign",
        "next_know_when": "Daily",
        "next_step_source": "judgement",
        "next_detail": "He looks",
    }
    assert send(browse(people.kemi), line_url(review, 1), **words).status_code == 302


EARLY: dict[str, Any] = {"outside_window_because": "The family moves away"}


def ready(people: Cast, plan: Any) -> Any:
    """The drafted plan with what its draft still lacks, agreed."""
    values = {name: stories.WORDS[name] for name in ("strengths", "what_is_difficult")}
    plan = stories.actions.change_section(plan=plan, values=values, by=people.kemi.as_actor())
    return stories.agreed(people, plan)


def test_two_people_at_two_lines_do_not_meet(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    kemi, sam = browse(people.kemi), browse(people.sam)
    kemi.get(line_url(review, 0))
    sam.get(line_url(review, 1))
    assert send(kemi, line_url(review, 0), **KEEP).status_code == 302
    assert send(sam, line_url(review, 1), **NEXT).status_code == 302
    assert LineVerdict.objects.filter(review=review).count() == 2


def test_of_two_people_at_one_line_the_second_keeps_every_word_and_sees_both(
    people: Cast, browse: Browse
) -> None:
    review = being_held(people)
    kemi, sam = browse(people.kemi), browse(people.sam)
    seen = {"seen_version": "0", "what_next": ""}
    assert kemi.post(line_url(review, 0), {**KEEP, **seen}).status_code == 302
    sams = {"verdict": "stop", "why": "He does not need it", **seen}
    answer = sam.post(line_url(review, 0), sams)
    assert "Somebody else saved this" in text(answer)
    assert KEEP["why"] in text(answer)
    assert answer.context["form"]["why"].value() == sams["why"]
    assert LineVerdict.objects.get(review=review).verdict == "keep"
    again = {**sams, "seen_version": answer.context["form"]["seen_version"].value()}
    assert sam.post(line_url(review, 0), again).status_code == 302
    assert LineVerdict.objects.get(review=review).verdict == "stop"


def test_the_same_verdict_sent_twice_is_kept_once(people: Cast, browse: Browse) -> None:
    review, kemi = being_held(people), browse(people.kemi)
    sent = {**KEEP, "seen_version": "0", "what_next": ""}
    assert [kemi.post(line_url(review, 0), sent).status_code for _ in range(2)] == [302, 302]
    assert LineVerdict.objects.get(review=review).history.count() == 1


def test_a_line_that_is_not_of_this_review_is_not_there(people: Cast, browse: Browse) -> None:
    review = being_held(people)
    assert browse(people.kemi).get(url(review, "line", review.pk)).status_code == 404
