"""The list of children."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from children.models import AccessEvent
from isp_portal.dashboards.queries import children as queries
from plans.actions import start_plan
from plans.actions.decision import decide_requirement
from tests.people import STORY, Cast, child
from tests.plans.test_decision_rows import evidence

Browse = Callable[..., Client]


def page(browser: Client, address: str = "/children/") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_first_page_leads_to_her_day_or_to_what_is_due(people: Cast, browse: Browse) -> None:
    assert browse(people.kemi).get("/").url == "/reviews/my-day/"
    assert browse(people.hannah).get("/").url == "/reviews/my-day/"
    assert browse(people.sam).get("/").url == "/due/"


def test_a_senco_sees_every_child_of_her_setting_and_nobody_elses(
    people: Cast, browse: Browse
) -> None:
    text = page(browse(people.sam))
    assert "Seyi Adeyemi-Blackwood" in text
    assert "Zofia Wiśniewska-Dąbrowska" in text
    assert "Bilal" not in text


def test_a_key_person_sees_her_key_children_only(people: Cast, browse: Browse) -> None:
    text = page(browse(people.kemi))
    assert "Orchard · Kemi Adebayo" in text
    assert "Zofia" not in text


def test_a_practitioner_sees_who_is_in_her_room_and_not_their_cases(
    people: Cast, browse: Browse
) -> None:
    text = page(browse(people.hannah))
    assert "Seyi Adeyemi-Blackwood" in text
    assert "Is an ISP required?" not in text
    assert "No plan" not in text


def test_the_next_thing_to_do_is_one_press_away(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    assert f'href="/children/{people.seyi.pk}/support-need/"' in page(kemi)
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    assert f'href="/plans/children/{people.seyi.pk}/start/"' in page(kemi)
    assert "ISP required" in page(kemi)
    plan = start_plan(child=people.seyi, by=people.kemi.as_actor())
    assert f'href="/plans/{plan.pk}/"' in page(kemi)


def test_a_child_is_found_by_part_of_a_name(people: Cast, browse: Browse) -> None:
    text = page(browse(people.sam), "/children/?q=zof")
    assert "Zofia Wiśniewska-Dąbrowska" in text
    assert "Seyi Adeyemi" not in text


def test_a_room_shows_its_children(people: Cast, browse: Browse) -> None:
    text = page(browse(people.sam), f"/children/?room={people.meadow.pk}")
    assert "Zofia Wiśniewska-Dąbrowska" in text
    assert "Seyi Adeyemi" not in text


def test_nobody_found_says_so_and_offers_everyone(people: Cast, browse: Browse) -> None:
    assert "Nobody found" in page(browse(people.sam), "/children/?q=Thaddeus")


def test_an_empty_setting_offers_the_first_child(people: Cast, browse: Browse) -> None:
    assert "No children yet" in page(browse(people.mo))


def test_the_list_is_whole_over_its_pages(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "ROWS_PER_PAGE", 1)
    browser = browse(people.sam)
    pages = page(browser) + page(browser, "/children/?page=2")
    assert "Page 1 of 2" in pages
    assert "Seyi Adeyemi-Blackwood" in pages
    assert "Zofia Wiśniewska-Dąbrowska" in pages


def test_twelve_children_cost_as_many_queries_as_two(people: Cast, browse: Browse) -> None:
    browser = browse(people.sam)
    page(browser)
    with CaptureQueriesContext(connection) as few:
        page(browser)
    for number in range(10):
        child(people.meadow, f"Child Number{number}", "", date(2023, 3, 1), people.dele)
    with CaptureQueriesContext(connection) as many:
        page(browser)
    assert len(many) == len(few)


def test_looking_at_the_list_is_kept_with_the_children_it_showed(
    people: Cast, browse: Browse
) -> None:
    page(browse(people.kemi))
    event = AccessEvent.objects.get(page="dashboards:children")
    assert [seen.child for seen in event.seen.all()] == [people.seyi]


def test_the_list_wants_somebody_signed_in(db: None) -> None:
    assert Client().get("/children/").status_code == 302


def test_a_childs_page_belongs_to_her_setting(people: Cast, browse: Browse) -> None:
    address = f"/children/{people.seyi.pk}/"
    assert "Seyi Adeyemi-Blackwood" in page(browse(people.kemi), address)
    assert browse(people.olga).get(address).status_code == 404
    assert browse(people.dele).get(address).status_code == 404


def test_the_solid_button_is_on_the_first_row_with_something_to_do(
    people: Cast, browse: Browse
) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    people.seyi.legal_name = people.seyi.preferred_name = "Zz Last"
    people.seyi.record(by=STORY)
    text = page(browse(people.kemi))
    assert text.count("btn-primary") == 1
    solid = text[text.index("btn-primary") :]
    assert f'href="/plans/children/{people.seyi.pk}/start/"' in solid[:200]


def test_a_list_with_nothing_to_do_has_no_solid_button_on_a_row(
    people: Cast, browse: Browse
) -> None:
    text = page(browse(people.hannah))
    assert "btn-primary" not in text[text.index("<table") :]


def test_a_practitioner_is_led_to_who_is_in(people: Cast, browse: Browse) -> None:
    hannah = browse(people.hannah)
    assert 'href="/children/attendance/">' in page(hannah).split("<table")[0].split("page-head")[1]
    own = page(hannah, f"/children/{people.seyi.pk}/")
    assert f'href="/children/attendance/?room={people.orchard.pk}"' in own
    assert "?room=" not in page(browse(people.kemi), f"/children/{people.seyi.pk}/")


def test_the_page_of_a_child_leads_to_key_persons_and_to_the_archive(
    people: Cast, browse: Browse
) -> None:
    address = f"/children/{people.seyi.pk}/"
    text = page(browse(people.sam), address)
    assert f'href="{address}key-person/"' in text
    assert f'href="{address}archive/"' in text
    assert f'href="{address}archive/"' not in page(browse(people.kemi), address)
