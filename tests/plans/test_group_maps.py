"""Group provision maps."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children.actions import archive_child
from children.models import AreaOfNeed
from plans.actions.decision import decide_requirement
from plans.actions.group_maps import add_group_row
from plans.models import GroupProvisionChild, GroupProvisionMap, GroupProvisionRow
from tests.people import STORY, Cast
from tests.plans.test_decision_rows import evidence, latest, on_a_map

Browse = Callable[..., Client]


def autumn(people: Cast) -> GroupProvisionMap:
    return GroupProvisionMap(
        setting=people.acorns,
        title="Autumn term 2026",
        starts_on=date(2026, 9, 7),
        ends_on=date(2026, 12, 18),
    ).record(by=STORY)


def words(people: Cast, **more: object) -> dict[str, object]:
    return {
        "area": "communication",
        "intervention": "Talk group",
        "aim": "Two-word phrases in play",
        "children": [people.seyi.pk],
        "lead": "Sam Whitlock",
        "delivered_by": "Kemi Adebayo",
        "group_size": 4,
        "times_a_week": 3,
        "minutes": 15,
        "weeks": 10,
        "starts_on": "7 9 26",
        "ends_on": "18 12 26",
        "entry_measure": "Band 3",
        **more,
    }


def add_row(people: Cast, browse: Browse, **more: object) -> str:
    address = f"/plans/group-maps/{autumn(people).pk}/rows/add/"
    answer = browse(people.sam).post(address, words(people, **more))
    return answer.content.decode() if answer.status_code == 200 else f"{answer.status_code}"


def test_a_senco_begins_a_map(people: Cast, browse: Browse) -> None:
    period = {"title": "Spring", "starts_on": "5 1 27", "ends_on": "25 3 27"}
    assert browse(people.sam).post("/plans/group-maps/add/", period).status_code == 302
    assert GroupProvisionMap.objects.get().setting == people.acorns


def test_a_map_that_ends_before_it_begins_is_refused(people: Cast, browse: Browse) -> None:
    period = {"title": "Spring", "starts_on": "5 1 27", "ends_on": "25 3 26"}
    text = browse(people.sam).post("/plans/group-maps/add/", period).content.decode()
    assert "This is before the first day" in text


def test_a_row_names_its_children_and_changes_their_answer(people: Cast, browse: Browse) -> None:
    evidence(people)
    decide_requirement(child=people.seyi, by=STORY)
    assert add_row(people, browse) == "302"
    assert latest(people).outcome == "NOT_REQUIRED_GROUP_MAP"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("area", "", "Choose the area of need"),
        ("intervention", "", "Say what is provided"),
        ("aim", "", "Say what it aims at"),
        ("children", [], "Choose at least one child"),
        ("lead", "", "Say who leads it"),
        ("delivered_by", "", "Say who delivers it"),
        ("group_size", "many", "Write a whole number"),
        ("weeks", "0", "At least 1"),
        ("starts_on", "1 9 26", "This is before the map begins."),
        ("ends_on", "19 12 26", "This is after the map ends."),
        ("entry_measure", "", "Say how the start is measured"),
        ("aim", "x" * 401, "Shorten it and save again"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_beside_the_field(
    people: Cast, browse: Browse, field: str, value: object, sentence: str
) -> None:
    assert sentence in add_row(people, browse, **{field: value})
    assert not GroupProvisionRow.objects.exists()


def test_a_child_of_another_setting_is_refused(people: Cast, browse: Browse) -> None:
    text = add_row(people, browse, children=[people.bilal.pk])
    assert "Choose children from the list" in text
    assert not GroupProvisionRow.objects.exists()


def test_no_way_around_the_form_names_another_settings_child(people: Cast) -> None:
    values = {"starts_on": date(2026, 9, 7), "ends_on": date(2026, 12, 18)}
    with pytest.raises(Refused, match="Choose children from the list"):
        add_group_row(group_map=autumn(people), values=values, children=[people.bilal], by=STORY)


def test_a_child_taken_off_a_row_is_covered_no_more(people: Cast, browse: Browse) -> None:
    evidence(people)
    add_row(people, browse)
    row = GroupProvisionRow.objects.get()
    changed = words(people, children=[people.zofia.pk], seen_version=1)
    browse(people.sam).post(f"/plans/group-rows/{row.pk}/edit/", changed)
    assert latest(people).outcome == "REQUIRED_EVIDENCE"
    seyi = GroupProvisionChild.objects.get(child=people.seyi)
    assert str(seyi.removed_on) == "2026-11-23"


def test_a_child_archived_since_stays_on_the_row_when_it_is_changed(
    people: Cast, browse: Browse
) -> None:
    add_row(people, browse)
    row = GroupProvisionRow.objects.get()
    archive_child(child=people.seyi, left_on=date(2026, 11, 20), because="Moved", by=STORY)
    address = f"/plans/group-rows/{row.pk}/edit/"
    assert "Oluwaseyifunmi" in browse(people.sam).get(address).content.decode()
    both = words(people, children=[people.seyi.pk, people.zofia.pk], seen_version=1)
    assert browse(people.sam).post(address, both).status_code == 302
    assert GroupProvisionChild.objects.filter(removed_on=None).count() == 2


def test_a_row_taken_off_or_a_map_ended_covers_nobody(people: Cast, browse: Browse) -> None:
    evidence(people)
    on_a_map(people, AreaOfNeed.COMMUNICATION)
    decide_requirement(child=people.seyi, by=STORY)
    assert latest(people).outcome == "NOT_REQUIRED_GROUP_MAP"
    group_map = GroupProvisionMap.objects.get()
    sam = browse(people.sam)
    sam.post(f"/plans/group-maps/{group_map.pk}/end/")
    assert latest(people).outcome == "REQUIRED_EVIDENCE"
    assert latest(people).warnings == ["group_map_ended"]
    again = sam.post(f"/plans/group-maps/{group_map.pk}/end/")
    assert "This map has ended already." in again.content.decode()


def test_a_key_person_sees_her_own_children_named_and_the_others_counted(
    people: Cast, browse: Browse
) -> None:
    add_row(people, browse, children=[people.seyi.pk, people.zofia.pk])
    address = f"/plans/group-maps/{GroupProvisionMap.objects.get().pk}/"
    text = browse(people.kemi).get(address).content.decode()
    assert "Oluwaseyifunmi" in text
    assert "Zofia" not in text
    assert "and 1 child not in your care" in text
    assert browse(people.kemi).get(f"{address}edit/").status_code == 403


def test_another_settings_map_is_not_found(people: Cast, browse: Browse) -> None:
    add_row(people, browse)
    olga = browse(people.olga)
    row = GroupProvisionRow.objects.get()
    for address in (
        f"/plans/group-maps/{row.group_map_id}/",
        f"/plans/group-maps/{row.group_map_id}/edit/",
        f"/plans/group-maps/{row.group_map_id}/rows/add/",
        f"/plans/group-rows/{row.pk}/edit/",
        f"/plans/group-rows/{row.pk}/how-it-went/",
        f"/plans/group-rows/{row.pk}/sessions/add/",
        f"/plans/group-maps/{row.group_map_id}/review/",
        f"/plans/group-maps/{row.group_map_id}/next/",
    ):
        assert olga.get(address).status_code == 404
    assert "Autumn" not in olga.get("/plans/group-maps/").content.decode()
