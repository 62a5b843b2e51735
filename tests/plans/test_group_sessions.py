"""The sessions of a group: written down once by whoever ran it, counted for everybody."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import StaleVersion
from accounts.rules.refusal import Refused
from children.models import AccessEvent
from plans.actions.group_sessions import (
    change_group_session,
    put_back_group_session,
    record_group_session,
    record_how_it_went,
    take_back_group_session,
)
from plans.models import GroupProvisionRow, GroupSession, GroupSessionChild
from plans.queries.group_maps import RowPart, group_map_page
from tests.people import STORY, Cast
from tests.plans.groups import Browse, autumn, met, naming, talk_group, told

TODAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 20)


def add_page(row: GroupProvisionRow) -> str:
    return reverse("plans:group_session_add", args=[row.pk])


def went_page(row: GroupProvisionRow) -> str:
    return reverse("plans:group_went", args=[row.pk])


def part_of(people: Cast, row: GroupProvisionRow, today: date = TODAY) -> RowPart:
    (part,) = group_map_page(row.group_map, people.sam, today).rows
    return part


def test_a_key_person_records_a_session_with_one_press(people: Cast, browse: Browse) -> None:
    row = talk_group(people)
    kemi = browse(people.kemi)
    page = kemi.get(add_page(row))
    first = {k: v for k, v in page.context["form"].initial.items() if k != "once"}
    sent = {"held_on": "today", "held_by": first["held_by"], "came": first["came"], "note": ""}
    assert kemi.post(add_page(row), sent).status_code == 302
    session = GroupSession.objects.get()
    assert (session.held_on, session.held_by) == (TODAY, people.kemi)
    mark = GroupSessionChild.objects.get()
    assert (mark.named.child, mark.has_come) == (people.seyi, True)


def test_a_practitioner_records_for_the_children_of_her_own_room(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    hannah = browse(people.hannah)
    text = hannah.get(add_page(row)).content.decode()
    assert "Oluwaseyifunmi" in text
    assert "Zofia" not in text
    sent = {"held_on": "today", "held_by": people.hannah.pk, "came": []}
    assert hannah.post(add_page(row), sent).status_code == 302
    assert [mark.has_come for mark in GroupSessionChild.objects.all()] == [False]


def test_who_sees_no_child_of_the_group_does_not_find_it(people: Cast, browse: Browse) -> None:
    row = talk_group(people, people.zofia)
    session = met(people, row, zofia=True)
    pages = [add_page(row), went_page(row), reverse("plans:group_session", args=[session.pk])]
    for page in pages:
        for stranger in (people.kemi, people.hannah, people.olga):
            assert browse(stranger).get(page).status_code == 404
        assert browse(people.dele).get(page).status_code == 200
        assert browse(people.ruth).get(page).status_code == 403


def test_a_child_whom_the_member_may_not_see_is_named_on_no_page_of_the_group(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    session = met(people, row, seyi=True, zofia=False)
    kemi = browse(people.kemi)
    pages = [add_page(row), went_page(row), reverse("plans:group_session", args=[session.pk])]
    for page in [*pages, reverse("plans:group_sessions")]:
        text = kemi.get(page).content.decode()
        assert "Seyi" in text or "Oluwaseyifunmi" in text, page
        assert "Zofia" not in text
    assert not AccessEvent.objects.of_child(people.zofia).exists()


def test_a_form_sent_twice_makes_one_session(people: Cast, browse: Browse) -> None:
    row = talk_group(people)
    sam = browse(people.sam)
    mark = sam.get(add_page(row)).context["form"].initial["once"]
    sent = {"held_on": "today", "held_by": people.sam.pk, "came": [], "once": mark}
    pages = [sam.post(add_page(row), sent)["Location"] for _ in range(2)]
    assert pages[0] == pages[1]
    assert GroupSession.objects.count() == 1


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("24 11 26", "That day is still to come"),
        ("4 9 26", "The group began on Mon 7 Sep."),
        ("", "Say on which day the group met"),
        ("soon", "soon is not a date"),
    ],
)
def test_a_day_on_which_the_group_cannot_have_met_is_refused(
    people: Cast, browse: Browse, day: str, sentence: str
) -> None:
    row = talk_group(people)
    sent = {"held_on": day, "held_by": people.sam.pk, "note": "Sang the name song"}
    text = browse(people.sam).post(add_page(row), sent).content.decode()
    assert sentence in text
    assert "Sang the name song" in text
    assert not GroupSession.objects.exists()


def test_after_a_map_ended_early_no_later_session_is_taken(people: Cast) -> None:
    row = talk_group(people, group_map=autumn(people, date(2026, 11, 13)))
    assert met(people, row, date(2026, 11, 13))
    with pytest.raises(Refused, match=r"The group ended on Fri 13 Nov\."):
        met(people, row, FRIDAY)


def test_nobody_of_another_group_or_setting_can_be_marked(people: Cast) -> None:
    row, other = talk_group(people, people.seyi), talk_group(people, people.zofia)
    with pytest.raises(Refused, match="not in this group any more"):
        record_group_session(
            row=row,
            held_on=FRIDAY,
            held_by=people.kemi,
            marks={naming(other, people.zofia).pk: True},
            by=STORY,
        )
    with pytest.raises(Refused, match="Choose somebody who works here"):
        record_group_session(row=row, held_on=FRIDAY, held_by=people.olga, marks={}, by=STORY)


def test_a_change_keeps_the_marks_of_the_children_whom_one_does_not_see(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    session = met(people, row, seyi=True, zofia=True)
    sent = {"held_on": "20 11 26", "held_by": people.kemi.pk, "seen_version": 1}
    page = reverse("plans:group_session", args=[session.pk])
    assert browse(people.kemi).post(page, sent).status_code == 302
    assert not session.marks.get(named=naming(row, people.seyi)).has_come
    assert session.marks.get(named=naming(row, people.zofia)).has_come


def test_a_child_whom_nobody_marked_stays_unmarked_until_somebody_says(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    session = met(people, row, seyi=True)
    zofia, seyi = naming(row, people.zofia).pk, naming(row, people.seyi).pk
    page = reverse("plans:group_session", args=[session.pk])
    sent = {"held_on": "20 11 26", "held_by": people.kemi.pk, "came": [seyi], "seen_version": 1}
    sam = browse(people.sam)
    assert sam.post(page, {**sent, "note": "Loud"}).status_code == 302
    assert session.marks.count() == 1
    sam.post(page, {**sent, "note": "Loud", f"mark_{zofia}": "came", "seen_version": 2})
    assert session.marks.get(named=zofia).has_come


def test_two_who_change_one_session_are_both_shown_and_nothing_is_lost(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    session = met(people, row, seyi=True, zofia=True)
    change_group_session(
        session=session,
        held_on=FRIDAY,
        held_by=people.kemi,
        marks={naming(row, people.seyi).pk: False},
        note="Seyi went home early",
        seen_version=1,
        by=STORY,
    )
    page = reverse("plans:group_session", args=[session.pk])
    mine = {"held_on": "20 11 26", "held_by": people.kemi.pk, "note": "All sang", "seen_version": 1}
    text = browse(people.sam).post(page, mine).content.decode()
    assert "Seyi went home early" in text
    assert "All sang" in text
    session.refresh_from_db()
    assert session.note == "Seyi went home early"


def test_a_session_taken_back_does_not_count_and_keeps_its_words(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    session = met(people, row, seyi=True)
    kemi = browse(people.kemi)
    assert part_of(people, row).sessions_held == 1
    kemi.post(reverse("plans:group_session_take_back", args=[session.pk]))
    assert part_of(people, row).sessions_held == 0
    assert part_of(people, row).children[0].sessions_marked == 0
    page = kemi.get(reverse("plans:group_session", args=[session.pk])).content.decode()
    assert "Taken back" in page
    changed = {"held_on": "19 11 26", "held_by": people.kemi.pk, "seen_version": 2}
    text = kemi.post(reverse("plans:group_session", args=[session.pk]), changed).content.decode()
    assert "Put it back first." in text
    kemi.post(reverse("plans:group_session_put_back", args=[session.pk]))
    assert part_of(people, row).sessions_held == 1


def test_taken_back_or_put_back_twice_is_written_once(people: Cast) -> None:
    session = met(people, talk_group(people))
    for _ in range(2):
        session = take_back_group_session(session=session, by=STORY)
    for _ in range(2):
        session = put_back_group_session(session=session, by=STORY)
    why = [row.history_change_reason for row in session.history.all()]
    assert why == ["Put back", "Taken back", "Recorded"]


def test_the_map_counts_sessions_held_of_planned_and_who_came(people: Cast) -> None:
    row = talk_group(people, times_a_week=2, weeks=10, starts_on=date(2026, 11, 9))
    met(people, row, date(2026, 11, 10), seyi=True, zofia=False)
    met(people, row, date(2026, 11, 17), seyi=True)
    part = part_of(people, row)
    # Eleven open days by Monday 23 November are two weeks and a day: four sessions.
    assert (part.sessions_held, part.sessions_planned, part.sessions_in_all) == (2, 4, 20)
    assert part.last_held_on == date(2026, 11, 17)
    came = {one.named.child: (one.sessions_attended, one.sessions_marked) for one in part.children}
    assert came == {people.seyi: (2, 2), people.zofia: (0, 1)}


def test_the_senco_sees_at_a_glance_which_group_has_not_met_for_two_weeks(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    met(people, row, date(2026, 11, 10))
    page = reverse("plans:group_map", args=[row.group_map_id])
    sentence = "Talk group has had no session for two weeks."
    assert sentence not in browse(people.sam).get(page).content.decode()
    take_back_group_session(session=GroupSession.objects.get(), by=STORY)
    met(people, row, date(2026, 11, 9))
    assert sentence in browse(people.sam).get(page).content.decode()


def test_how_it_went_is_asked_for_once_the_group_has_ended(people: Cast, browse: Browse) -> None:
    row = talk_group(people, ends_on=FRIDAY)
    page = reverse("plans:group_map", args=[row.group_map_id])
    sentence = "Talk group has ended, and it is not said how it went."
    sam = browse(people.sam)
    assert sentence in sam.get(page).content.decode()
    words = {f"effect_{naming(row, c).pk}": "Says more" for c in (people.seyi, people.zofia)}
    sent = {"exit_measure": "Two words together", "seen_version": 1, **words}
    assert sam.post(went_page(row), sent).status_code == 302
    text = sam.get(page).content.decode()
    assert sentence not in text
    assert "Two words together" in text
    assert "Says more" in text


def test_the_effect_on_a_child_whom_one_does_not_see_stays_as_it_is(
    people: Cast, browse: Browse
) -> None:
    row = told(talk_group(people))
    seyi = naming(row, people.seyi)
    sent = {"exit_measure": "More", f"effect_{seyi.pk}": "Asks for more", "seen_version": 2}
    assert browse(people.hannah).post(went_page(row), sent).status_code == 302
    assert naming(row, people.seyi).effect == "Asks for more"
    assert naming(row, people.zofia).effect == "Joins two words"


def test_two_who_say_how_it_went_are_both_shown(people: Cast, browse: Browse) -> None:
    row = told(talk_group(people))
    sent = {"exit_measure": "Three words", "seen_version": 1}
    text = browse(people.kemi).post(went_page(row), sent).content.decode()
    assert "Three words" in text
    assert "Two words together" in text
    assert "Joins two words" in text
    with pytest.raises(StaleVersion):
        record_how_it_went(row=row, exit_measure="x", effects={}, seen_version=1, by=STORY)


def test_groups_to_run_are_those_of_ones_own_children(people: Cast, browse: Browse) -> None:
    talk_group(people, people.seyi, intervention="Snack talk")
    talk_group(people, people.zofia, intervention="Block play")
    talk_group(people, people.seyi, intervention="Later", starts_on=date(2026, 12, 1))
    told(talk_group(people, people.seyi, intervention="Told already", ends_on=FRIDAY))
    talk_group(people, people.seyi, intervention="To be told", ends_on=FRIDAY)
    page = reverse("plans:group_sessions")
    names = [group.row.intervention for group in browse(people.hannah).get(page).context["groups"]]
    assert names == ["Snack talk", "To be told"]
    assert browse(people.ruth).get(page).status_code == 403
