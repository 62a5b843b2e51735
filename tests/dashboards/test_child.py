"""The child's own page."""

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from children.models import AttendedSession, ContactRestriction, LevelRecord, Question
from isp_portal.dashboards.queries.record import record_part
from plans.actions.decision import decide_requirement
from plans.models import RequirementDecision
from tests.children.given import text_of
from tests.people import STORY, Cast, seen_by_theo
from tests.plans.test_decision_rows import evidence, nothing_to_evidence, report, say
from tests.reviews.given import entry, plan_now

Browse = Callable[..., Client]


def page(people: Cast, browse: Browse, who: str = "sam") -> str:
    answer = browse(getattr(people, who)).get(f"/children/{people.seyi.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_head_says_who_the_child_is(people: Cast, browse: Browse) -> None:
    text = page(people, browse)
    assert "Oluwaseyifunmi Adeyemi-Blackwood, 3 years 9 months, preschool year." in text
    assert "Communication and interaction" in text
    assert "Kemi Adebayo" in text


def test_questions_not_asked_yet_are_shown_with_the_way_to_answer_them(
    people: Cast, browse: Browse
) -> None:
    decide_requirement(child=people.seyi, by=STORY)
    text = page(people, browse)
    assert "Not asked yet" in text
    assert f"/children/{people.seyi.pk}/support-need/?question=behaviour" in text
    assert f"/children/{people.seyi.pk}/support-need/?question=evidence" in text


def test_the_answer_says_why_and_what_it_rests_on_and_what_would_change_it(
    people: Cast, browse: Browse
) -> None:
    evidence(people)
    report(people, strategies=True, targets=False)
    text = page(people, browse)
    assert "Yes, an ISP is required" in text
    assert "has sent strategies but no targets" in text
    assert "Harrowby Speech and Language, report of Sun 20 Sep" in text
    assert "C1 in plain words" in text
    assert "If a report sets targets" in text
    assert "/guidance/#C1" in text


def test_not_required_says_that_a_plan_may_still_be_made(people: Cast, browse: Browse) -> None:
    nothing_to_evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    text = page(people, browse)
    assert "No, an ISP is not required" in text
    assert "you may still make one" in text


def test_a_warning_stands_beside_the_answer(people: Cast, browse: Browse) -> None:
    LevelRecord(child=people.seyi, level="GR1", from_on=date(2026, 1, 5)).record(by=STORY)
    seen_by_theo(people)
    decide_requirement(child=people.seyi, by=STORY)
    assert "Check the level" in page(people, browse)


def test_a_changed_answer_is_told_until_the_senco_has_seen_it(people: Cast, browse: Browse) -> None:
    nothing_to_evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    report(people, strategies=True, targets=False)
    decision = RequirementDecision.objects.unacknowledged_changes().get()
    assert "The answer changed" in page(people, browse)
    assert "I have seen the change" not in page(people, browse, "kemi")
    address = f"/plans/children/{people.seyi.pk}/answers/{decision.pk}/acknowledge/"
    assert browse(people.kemi).post(address).status_code == 403
    assert browse(people.olga).post(address).status_code == 404
    assert browse(people.sam).post(address).status_code == 302
    assert "The answer changed" not in page(people, browse)
    assert "acknowledged this already" in browse(people.sam).post(address).content.decode()


def test_a_change_that_waits_is_told_against_the_last_other_answer(
    people: Cast, browse: Browse
) -> None:
    nothing_to_evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    report(people, strategies=True, targets=False)
    say(people, Question.EVIDENCE, True)
    decide_requirement(child=people.seyi, by=STORY)
    assert "It was “No, an ISP is not required”" in page(people, browse)


def test_a_change_of_ground_alone_is_told_by_its_reason(people: Cast, browse: Browse) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    report(people, strategies=True, targets=False)
    told = "It was “No outside agency is involved with Seyi yet, and we must evidence"
    assert told in page(people, browse)


def test_earlier_answers_can_be_read_with_their_basis(people: Cast, browse: Browse) -> None:
    nothing_to_evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    say(people, Question.EVIDENCE, True)
    decide_requirement(child=people.seyi, by=STORY)
    address = f"/plans/children/{people.seyi.pk}/answers/"
    assert "Earlier answers (1)" in page(people, browse)
    text = browse(people.sam).get(address).content.decode()
    assert "No, an ISP is not required" in text
    assert "Yes, an ISP is required" in text
    assert browse(people.olga).get(address).status_code == 404


def test_a_restriction_is_a_badge_and_never_its_text(people: Cast, browse: Browse) -> None:
    ContactRestriction(
        contact=people.priya,
        kind="no_contact",
        evidence="Order seen in the office",
        from_on=date(2026, 9, 1),
        review_on=date(2027, 3, 1),
    ).record(by=STORY)
    for who in ("sam", "kemi"):
        text = page(people, browse, who)
        assert "Contact restriction on record" in text
        assert "Order seen" not in text
        assert "No contact" not in text


def test_a_practitioner_sees_the_child_and_not_the_case(people: Cast, browse: Browse) -> None:
    evidence(people)
    report(people, strategies=True, targets=False)
    text = page(people, browse, "hannah")
    assert "Seyi Adeyemi-Blackwood" in text
    assert "Is an ISP required" not in text
    assert "Harrowby" not in text
    assert "Priya" not in text


def test_the_story_is_told_newest_first(people: Cast, browse: Browse) -> None:
    seen_by_theo(people)
    report(people, strategies=True, targets=False)
    story = page(people, browse).partition("Everything, newest first")[2]
    assert story.index("Report received") < story.index("First seen by") < story.index("First day")


def test_the_guidance_names_every_clause_and_needs_no_sign_in(db: None) -> None:
    text = Client().get("/guidance/").content.decode()
    for clause in ("C1", "C2.1", "C3.2", "C4", "C6.1", "C7.1", "C8.1"):
        assert f'id="{clause}"' in text


def test_what_would_change_never_reads_an_unasked_question_as_no(
    people: Cast, browse: Browse
) -> None:
    report(people, strategies=True, targets=False)
    seen_by_theo(people)
    decide_requirement(child=people.seyi, by=STORY)
    text = page(people, browse)
    assert "nothing to evidence" not in text
    assert "Then we ask whether we must evidence what we do" in text


def test_the_record_of_intervention_is_on_the_page_and_in_the_story(
    people: Cast, browse: Browse
) -> None:
    plan_now(people)
    for day in range(9, 14):
        entry(people, seen_on=date(2026, 11, day))
    for who in (people.kemi, people.hannah):
        shown = text_of(browse(who).get(f"/children/{people.seyi.pk}/"))
        assert "How much help, this cycle" in shown
        assert "5 entries, the last Fri 13 Nov, 10 days ago." in shown
        assert "Some help, Kemi" in shown
    manager = browse(people.ruth).get(f"/children/{people.seyi.pk}/").content.decode()
    assert "How much help, this cycle" in manager
    assert "/reviews/entries/" not in manager


def test_entries_do_not_cost_the_page_queries(people: Cast, browse: Browse) -> None:
    plan_now(people)
    kemi, url, counts = browse(people.kemi), f"/children/{people.seyi.pk}/", []
    for days in (range(2, 4), range(4, 14)):
        for day in days:
            entry(people, seen_on=date(2026, 11, day))
        kemi.get(url)
        with CaptureQueriesContext(connection) as asked:
            kemi.get(url)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_what_the_record_does_not_say_yet_is_named_with_the_way_to_say_it(
    people: Cast, browse: Browse
) -> None:
    people.seyi.sen_provision = ""
    people.seyi.record(by=STORY)
    text = page(people, browse)
    for words, where in (
        ("the sessions of the week", "sessions"),
        ("a level", "level/add"),
        ("the SEN provision", "edit"),
    ):
        assert f'<a href="/children/{people.seyi.pk}/{where}/">{words}</a>' in text
    assert "a key person</a>" not in text


def test_who_may_not_choose_a_key_person_is_told_without_a_link(
    people: Cast, browse: Browse
) -> None:
    people.seyi.key_people.get().remove(by=STORY)
    assert "a key person</a>" in page(people, browse, "sam")
    record = record_part(people.seyi, people.kemi, date(2026, 11, 23))
    assert ("a key person", "") in [(row.words, row.url) for row in record.missing]


def test_a_full_record_asks_for_nothing_and_is_shown_in_words(people: Cast, browse: Browse) -> None:
    AttendedSession(
        child=people.seyi, weekday=0, session="morning", from_on=date(2026, 9, 1)
    ).record(by=STORY)
    LevelRecord(child=people.seyi, level="GR2", from_on=date(2026, 9, 1)).record(by=STORY)
    text = page(people, browse)
    assert "Still to fill in" not in text
    assert "Monday morning" in text
    assert "K: SEN support" in text
