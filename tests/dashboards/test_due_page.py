"""The dashboard: complete lists, each row with its next step, narrowed and paged without losing any."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agencies.models import Advice, AdviceUse, AdvisedBy, ConsentPurpose
from agencies.queries.chase import chase_of
from children.models import AccessEvent, LevelRecord
from isp_portal.bench.crowd import make_crowd
from isp_portal.bench.made_up import browser_of
from isp_portal.dashboards.queries import dashboard as queries
from isp_portal.dashboards.queries.chosen import Wanted
from isp_portal.dashboards.queries.dashboard import Dashboard, dashboard
from isp_portal.dashboards.queries.next_step import STEPS
from isp_portal.dashboards.rules.tasks import Task
from isp_portal.documents.actions import issue_plan, record_copy_given
from plans.actions.decision import acknowledge_decision, decide_requirement, decide_requirements
from plans.models import RequirementDecision
from tests.agencies.consents import answers
from tests.people import STORY, Cast, seen_by_theo
from tests.plans import stories
from tests.plans.test_decision_rows import evidence
from tests.reviews.given import TODAY, plan_now
from tests.reviews.reviews_given import begun, planned

Browse = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("monday")


def text(answer: object) -> str:
    assert answer.status_code == 200  # type: ignore[attr-defined]
    words: str = answer.content.decode()  # type: ignore[attr-defined]
    return words


def lists(people: Cast, **more: object) -> dict[str, list[str]]:
    """Sam's lists by key, each with the names on it."""
    page = dashboard(people.sam, today=TODAY, **more)  # type: ignore[arg-type]
    return {part.key: [row.name.split()[0] for row in part.rows] for part in page.lists}


def test_the_first_page_of_who_sees_every_child_is_what_is_due(
    people: Cast, browse: Browse
) -> None:
    for member in (people.sam, people.ruth, people.mo):
        assert browse(member).get("/")["Location"] == "/due/"
    assert browse(people.kemi).get("/")["Location"] == "/reviews/my-day/"


def test_a_plan_in_force_stands_where_its_facts_put_it(people: Cast) -> None:
    plan_now(people)
    assert lists(people) == {
        "in-window": ["Seyi"],
        "no-copy": ["Seyi"],
        "thin-records": ["Seyi"],
        "not-asked": ["Seyi", "Zofia"],
    }


def test_a_booked_review_leads_to_it_and_a_held_one_to_its_minutes(people: Cast) -> None:
    review = planned(people)
    rows = {part.key: part.rows for part in dashboard(people.sam, today=TODAY).lists}
    assert rows["in-window"][0].act_url == f"/reviews/{review.pk}/"
    begun(people, review)
    rows = {part.key: part.rows for part in dashboard(people.sam, today=TODAY).lists}
    assert "in-window" not in rows
    assert rows["minutes"][0].act == "Finish the minutes"


def test_whoever_needs_a_plan_is_shown_with_the_clause_and_what_would_change_it(
    people: Cast, browse: Browse
) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    page = text(browse(people.sam).get("/due/?list=needs-plan"))
    assert "Needs a plan and has none" in page
    assert re.search(r'aria-label="C2 in plain words"', page)
    assert "or if a group provision map covers every need" in page
    assert f'href="/plans/children/{people.seyi.pk}/start/"' in page


def test_a_changed_answer_stays_until_somebody_has_seen_it(people: Cast) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    before = RequirementDecision.objects.get(child=people.seyi)
    assert "changed" not in lists(people)
    before.outcome, before.is_required = "NOT_REQUIRED_NO_NEED", False
    before.record(by=STORY)
    decide_requirement(child=people.seyi, by=STORY)
    assert lists(people)["changed"] == ["Seyi"]
    latest = RequirementDecision.objects.get(child=people.seyi, is_latest=True)
    acknowledge_decision(decision=latest, by=people.sam.as_actor())
    assert "changed" not in lists(people)


def test_a_ready_plan_waits_for_signatures(people: Cast) -> None:
    stories.agreed(people, stories.complete(people))
    page = dashboard(people.sam, today=TODAY)
    (row,) = next(part for part in page.lists if part.key == "signatures").rows
    assert row.act == "Finalise the plan"


def test_a_parent_moves_from_no_copy_to_no_answer_c3_2(people: Cast) -> None:
    plan = plan_now(people).plan
    document = issue_plan(plan=plan, recipient=people.priya, by=people.sam.as_actor())
    assert lists(people)["no-copy"] == ["Seyi"]
    record_copy_given(
        document=document,
        channel="handed_over",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=people.sam.as_actor(),
    )
    assert "no-copy" not in lists(people)
    assert lists(people)["no-answer"] == ["Seyi"]


def test_a_parent_who_may_not_receive_one_waits_for_no_copy_c3_2(people: Cast) -> None:
    plan_now(people)
    people.priya.may_receive_copies = False
    people.priya.record(by=STORY)
    page = dashboard(people.sam, today=TODAY)
    (row,) = next(part for part in page.lists if part.key == "no-copy").rows
    assert row.act == "See the family"
    assert "Priya" not in row.why


def test_a_report_that_never_came_is_asked_for_once_consent_is_given_c7(people: Cast) -> None:
    seen_by_theo(people)
    rows = {part.key: part.rows for part in dashboard(people.sam, today=TODAY).lists}
    assert rows["reports"][0].act == "Ask for consent"
    answers(people)
    page = dashboard(people.sam, today=TODAY)
    (row,) = next(part.rows for part in page.lists if part.key == "reports")
    assert (row.line, row.act) == ("Harrowby Speech and Language", "Ask for it")
    assert chase_of(people.seyi, people.sam, TODAY)[0].url == row.act_url


def test_advice_and_consent_that_end_within_four_weeks_are_named_c7(people: Cast) -> None:
    answers(people, purpose=ConsentPurpose.INVITE, until_on=date(2026, 12, 21))
    Advice(
        child=people.zofia,
        use=AdviceUse.USE,
        advised_by=AdvisedBy.INCLUSION_TEAM,
        person_name="Grace Tan",
        person_role="Area SENCO",
        given_on=date(2026, 9, 1),
        until_on=date(2026, 12, 22),
    ).record(by=STORY)
    assert lists(people)["ending"] == ["Seyi"]


def test_a_child_without_a_key_person_is_named(people: Cast) -> None:
    people.zofia.key_people.get().remove(by=STORY)
    assert lists(people)["no-key-person"] == ["Zofia"]


def test_archived_children_and_those_of_other_settings_are_on_no_list(people: Cast) -> None:
    people.zofia.archived_on = TODAY
    people.zofia.record(by=STORY)
    assert lists(people) == {"not-asked": ["Seyi"]}


@pytest.mark.parametrize(
    ("wanted", "who"),
    [
        ({"room": "meadow"}, ["Zofia"]),
        ({"key_person": "dele"}, ["Zofia"]),
        ({"key_person": "none"}, []),
        ({"level": "GR2"}, ["Zofia"]),
        ({"area": "communication"}, ["Seyi", "Zofia"]),
        ({"area": "semh"}, []),
        ({"stage": "preschool"}, ["Seyi", "Zofia"]),
        ({"stage": "older"}, []),
        ({"room": "meadow", "key_person": "kemi"}, []),
    ],
)
def test_lists_and_counts_are_narrowed_together(
    people: Cast, wanted: dict[str, str], who: list[str]
) -> None:
    LevelRecord(child=people.zofia, level="GR2", from_on=date(2026, 9, 1)).record(by=STORY)
    ids = {"meadow": people.meadow.pk, "dele": people.dele.pk, "kemi": people.kemi.pk}
    chosen = Wanted(**{name: str(ids.get(value, value)) for name, value in wanted.items()})
    page = dashboard(people.sam, today=TODAY, wanted=chosen)
    assert [row.name.split()[0] for part in page.lists for row in part.rows] == who
    assert sum(counter.figure for counter in page.counters) == len(who) == page.found
    assert page.children == len(who)


def test_a_room_of_another_setting_shows_every_row_and_says_so(
    people: Cast, browse: Browse
) -> None:
    page = text(browse(people.sam).get(f"/due/?room={people.bilal.room_id}"))
    assert "That is no room of yours, so every room is shown." in page
    assert "Seyi" in page
    assert "Owls" not in page
    assert "Bilal" not in page


@pytest.mark.parametrize(
    "query",
    [
        "page=nonsense",
        "page=-3",
        "page=99999999999999999999",
        "sort=%00",
        "list=x",
        "room=1&key_person=1&level=%22&area=x&stage=x",
    ],
)
def test_nonsense_in_the_address_loses_no_row(people: Cast, browse: Browse, query: str) -> None:
    page = text(browse(people.sam).get(f"/due/?{query}"))
    assert page.count("Ask the adults<span") == 2


def test_a_manager_is_led_where_she_may_go_and_has_no_hour(people: Cast, browse: Browse) -> None:
    plan_now(people)
    page = text(browse(people.ruth).get("/due/"))
    assert "Plan the review<span" not in page
    assert "See the child<span" in page
    assert 'id="hour"' not in page
    assert 'id="hour"' in text(browse(people.sam).get("/due/"))


def test_every_step_leads_somewhere_that_takes_its_id(people: Cast, browse: Browse) -> None:
    assert set(STEPS) == set(Task)
    plan_now(people)
    sam = browse(people.sam)
    page = dashboard(people.sam, today=TODAY)
    for part in page.lists:
        for row in part.rows:
            assert sam.get(row.act_url.partition("#")[0]).status_code == 200


def test_a_list_alone_says_what_is_true_while_it_is_empty(people: Cast, browse: Browse) -> None:
    page = text(browse(people.sam).get("/due/?list=overdue"))
    assert "No review is overdue." in page
    assert "<table" not in page


def test_a_setting_without_children_offers_the_first(people: Cast, browse: Browse) -> None:
    page = text(browse(people.mo).get("/due/"))
    assert "No children yet" in page
    assert 'href="/children/add/"' in page


def all_rows(pages: list[Dashboard]) -> list[tuple[str, object]]:
    return [(part.key, row.pk) for page in pages for part in page.lists for row in part.rows]


def test_more_rows_than_a_page_holds_are_all_reached_once(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, today = make_crowd(30), timezone.localdate()
    whole = dashboard(sam, today=today)
    monkeypatch.setattr(queries, "ROWS_PER_PAGE", 7)
    pages = [dashboard(sam, today=today, number=n) for n in range(1, whole.found // 7 + 2)]
    assert all_rows(pages) == all_rows([whole])
    assert len(all_rows(pages)) == sum(counter.figure for counter in pages[0].counters)
    assert all(counter.url.startswith("?list=") for counter in pages[0].counters)


def test_the_dashboard_asks_twelve_queries_at_most_for_2_and_for_200_children(
    people: Cast, browse: Browse
) -> None:
    def asked(browser: Client) -> list[str]:
        browser.get("/due/")
        with CaptureQueriesContext(connection) as queries:
            text(browser.get("/due/"))
        return [q["sql"].split()[0] for q in queries if "SAVEPOINT" not in q["sql"]]

    plan_now(people)
    decide_requirements(by=STORY)
    few = asked(browse(people.sam))
    many = asked(browser_of(make_crowd(200, "Beeches")))
    assert few == many
    assert len(few) <= 12


def test_looking_is_kept_with_the_children_that_were_shown(people: Cast, browse: Browse) -> None:
    text(browse(people.sam).get(f"/due/?room={people.meadow.pk}"))
    event = AccessEvent.objects.get(page="dashboards:due")
    assert [seen.child for seen in event.seen.all()] == [people.zofia]
