"""The setting's own page, its closed days, and the command that makes the first one."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.actions.outbox import deliver_due
from accounts.models import Closure, EarlyYearsSetting
from tests.people import STORY, Cast

Browse = Callable[..., Client]
SETTING, ADD = "/account/setting/", "/account/setting/closures/add/"


def words(people: Cast, **changed: object) -> dict[str, object]:
    row = people.acorns
    return {
        "name": row.name,
        "address": row.address,
        "phone": row.phone,
        "email": row.email,
        "open_weekdays": row.open_weekdays,
        "share_days": row.share_days,
        "seen_version": row.row_version,
        **changed,
    }


def closure(people: Cast) -> Closure:
    return Closure(
        setting=people.acorns, first_on="2026-12-21", last_on="2027-01-01", name="Christmas"
    ).record(by=STORY)


def test_a_manager_changes_name_and_opening_days(people: Cast, browse: Browse) -> None:
    sent = words(people, name="Acorns Nursery School", open_weekdays=["4", "0", "2"])
    assert browse(people.ruth).post(SETTING, sent).status_code == 302
    row = EarlyYearsSetting.objects.get(pk=people.acorns.pk)
    assert (row.name, row.open_weekdays) == ("Acorns Nursery School", [0, 2, 4])


def test_a_setting_opens_on_some_day(people: Cast, browse: Browse) -> None:
    page = browse(people.ruth).post(SETTING, words(people, open_weekdays=[])).content.decode()
    assert "Choose at least one day on which you open" in page


def test_another_setting_cannot_be_named_in_the_form(people: Cast, browse: Browse) -> None:
    browse(people.mo).post(SETTING, words(people, id=str(people.acorns.pk), name="Taken"))
    assert EarlyYearsSetting.objects.get(pk=people.acorns.pk).name == "Acorns Nursery"


def test_nobody_makes_a_setting_a_demo_or_changes_its_guidance_by_form(
    people: Cast, browse: Browse
) -> None:
    browse(people.ruth).post(SETTING, words(people, is_demo="on", ruleset_code="lax"))
    row = EarlyYearsSetting.objects.get(pk=people.acorns.pk)
    assert (row.is_demo, row.ruleset_code) == (False, "default")


def test_two_people_who_change_the_setting_lose_nothing(people: Cast, browse: Browse) -> None:
    seen = words(people, phone="01632 960 111")
    assert "What they saved" not in browse(people.ruth).get(SETTING).content.decode()
    browse(people.ruth).post(SETTING, words(people, open_weekdays=["0", "1"]))
    page = browse(people.ruth).post(SETTING, seen).content.decode()
    assert "<dd>Monday, Tuesday</dd>" in page
    assert 'value="01632 960 111"' in page


def test_the_ruleset_is_shown(people: Cast, browse: Browse) -> None:
    assert (
        "You follow the ruleset <b>default</b>" in browse(people.ruth).get(SETTING).content.decode()
    )


def test_closed_days_are_added_as_people_type_them(people: Cast, browse: Browse) -> None:
    sent = {"name": "Christmas", "first_on": "21 12 26", "last_on": "1 Jan 2027"}
    assert browse(people.ruth).post(ADD, sent).status_code == 302
    row = Closure.objects.get(setting=people.acorns)
    assert (str(row.first_on), str(row.last_on)) == ("2026-12-21", "2027-01-01")


def test_a_single_day_needs_no_last_one(people: Cast, browse: Browse) -> None:
    browse(people.ruth).post(ADD, {"name": "Training day", "first_on": "4 1 27", "last_on": ""})
    row = Closure.objects.get(setting=people.acorns)
    assert row.first_on == row.last_on


@pytest.mark.parametrize(
    ("first_on", "last_on", "sentence"),
    [
        ("21 12 26", "20 12 26", "The last day closed is before the first"),
        ("21 12 26", "1 1 28", "look at the year once more"),
        ("31 11 26", "", "31 11 26 is not a date in the calendar"),
        ("", "", "Say from which day you are closed"),
    ],
)
def test_impossible_days_are_explained_and_stay_on_the_page(
    people: Cast, browse: Browse, first_on: str, last_on: str, sentence: str
) -> None:
    sent = {"name": "Christmas", "first_on": first_on, "last_on": last_on}
    page = browse(people.ruth).post(ADD, sent).content.decode()
    assert sentence in page
    assert f'value="{first_on}"' in page or not first_on
    assert not Closure.objects.exists()


def test_closed_days_are_taken_off_and_history_remembers(people: Cast, browse: Browse) -> None:
    row = closure(people)
    page = browse(people.ruth).get(SETTING).content.decode()
    assert "Mon 21 Dec to Fri 1 Jan" in page
    browse(people.ruth).post(f"{SETTING}closures/{row.pk}/remove/")
    assert not Closure.objects.exists()
    assert Closure.history.filter(id=row.pk).latest().actor_label == "Ruth Lindqvist"


def test_only_the_manager_and_only_of_this_setting(people: Cast, browse: Browse) -> None:
    remove = f"{SETTING}closures/{closure(people).pk}/remove/"
    for address in (SETTING, ADD, remove):
        assert browse(people.sam).post(address).status_code == 403
    assert browse(people.mo).post(remove).status_code == 404
    assert Closure.objects.exists()


def test_a_fresh_portal_gets_its_first_setting_and_manager(db: None) -> None:
    said = StringIO()
    call_command(
        "create_setting",
        "Willow Lane",
        manager_email="jo@willow.example",
        manager_name="Jo Frith",
        stdout=said,
    )
    deliver_due()
    link = next(line for line in said.getvalue().splitlines() if line.startswith("http"))
    assert link in mail.outbox[0].body
    client = Client()
    sent = {
        "full_name": "Jo Frith",
        "password": "kettle on the blue shelf",
        "password_again": "kettle on the blue shelf",
    }
    client.post(link.removeprefix("http://localhost:8000"), sent)
    setting = EarlyYearsSetting.objects.get(name="Willow Lane")
    assert setting.memberships.get().role_words == "Manager"
    assert setting.open_weekdays == [0, 1, 2, 3, 4]


def test_the_command_refuses_what_is_not_an_email(db: None) -> None:
    with pytest.raises(CommandError, match="not an email"):
        call_command("create_setting", "Willow", manager_email="jo", manager_name="Jo")
    assert not EarlyYearsSetting.objects.exists()
