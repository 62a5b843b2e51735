"""A register comes in from a file: checked row by row, added at once or not at all, and undone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import EarlyYearsSetting, Membership
from accounts.rules.refusal import Refused
from children.actions import archive_child
from children.actions import register as actions
from children.models import (
    Child,
    ImportedChild,
    RegisterImport,
    Room,
    StagedRows,
)
from children.queries.register import children_to_be
from children.rules.register.columns import Column
from plans.models import RequirementDecision
from tests.accounts.working import worked_off
from tests.people import Cast

from .intake.files import csv_file
from .registers import HEADS, SHAPES, children, letters, read, stage

Browse = Callable[[Membership], Client]


def add(found: RegisterImport, people: Cast, **how: Any) -> RegisterImport:
    how.setdefault("leave_out_wrong", False)
    return actions.add_register(register_import=found, by=people.sam.as_actor(), **how)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_export_of_each_shape_comes_in_whole(
    shape: str, people: Cast, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    rows, client = children(12), browse(people.sam)
    page = post_file(client, SHAPES[shape](rows))
    columns = client.get(page)
    said = {field.html_name: field.value() for field, _ in columns.context["form"].lines()}
    checked = client.post(page, said)
    assert checked.status_code == 302, columns.content.decode()
    check = client.get(checked["Location"])
    assert (check.context["page"].right, check.context["page"].wrong) == (12, 0)
    client.post(checked["Location"], {})
    worked_off()
    came = Child.objects.filter(came_in__register_import__setting=people.acorns)
    assert {(c.date_of_birth, c.room.name) for c in came} == {(r["born"], r["room"]) for r in rows}
    assert all(child.sessions.exists() for child in came)
    assert Child.history.filter(history_change_reason="Imported from register.csv").count() == 12


def post_file(client: Client, sent: bytes) -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("register.csv", sent)
    answer = client.post(reverse("children:imports"), {"file": file, "letters": "automatic"})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_what_a_row_says_becomes_the_childs_record(people: Cast) -> None:
    heads = ("Name", "DOB", "Room", "Keyworker", "GR level", "SEN", "Primary need", "Language")
    heads += (
        "Days",
        "Parent 1",
        "Parent 1 Relationship",
        "Parent 1 Email",
        "Parent 1 PR",
        "Start date",
    )
    row = ("Nowak, Ola", "3/4/23", "Orchard", "Adebayo, Kemi", "GR1", "K", "SLCN; SEMH", "Polish")
    row += ("Mon AM, Tue", "Ewa Nowak", "Mother", "ewa@family.example", "Y", "1st Sept 2026")
    add(stage(people.sam, [heads, row]), people)
    ola = Child.objects.get(legal_name="Ola Nowak")
    assert (ola.date_of_birth, ola.room, ola.home_language) == (
        date(2023, 4, 3),
        people.orchard,
        "Polish",
    )
    assert (ola.sen_provision, ola.started_on) == ("K", date(2026, 9, 1))
    assert ola.key_people.get().membership == people.kemi
    assert ola.levels.get().level == "GR1"
    assert [(n.area, n.is_primary) for n in ola.needs.all()] == [
        ("communication", True),
        ("semh", False),
    ]
    assert {(s.weekday, s.session) for s in ola.sessions.all()} == {
        *((0, "morning"), (1, "morning"), (1, "afternoon")),
    }
    ewa = ola.contacts.get()
    assert (ewa.name, ewa.email, ewa.parental_responsibility) == (
        "Ewa Nowak",
        "ewa@family.example",
        "yes",
    )
    assert ewa.responsibility_evidence == "As in register.csv"
    assert not ewa.may_receive_copies


def test_each_child_is_decided_once_and_not_at_every_fact(people: Cast) -> None:
    row = ("Ada Bell", "3/4/23", "GR1", "SLCN")
    add(stage(people.sam, [("Name", "DOB", "Level", "Primary need"), row]), people)
    assert RequirementDecision.objects.filter(child__legal_name="Ada Bell").count() == 1


WRONG = {
    ("", "3/4/23"): "There is no name.",
    ("=HYPERLINK(1)", "3/4/23"): "is no name",
    ("Ada Bell", ""): "There is no date of birth.",
    ("Ada Bell", "31/2/23"): "is not a date in the calendar",
    ("Ada Bell", "soon"): "is not a date",
    ("Ada Bell", "3/4/2031"): "in the future",
    ("Ada Bell", "3/4/1989"): "more than 12 years ago",
    ("A" * 151, "3/4/23"): "151 characters and 150 fit",
}


@pytest.mark.parametrize(("row", "words"), WRONG.items())
def test_a_row_that_is_wrong_says_why(row: tuple[str, str], words: str, people: Cast) -> None:
    (found,) = children_to_be(stage(people.sam, [HEADS, (*row, "Orchard")]))
    assert words in " ".join(found.problems)


def test_nothing_comes_in_while_a_row_is_wrong_until_somebody_leaves_it_out(people: Cast) -> None:
    found = stage(people.sam, [HEADS, ("Ada Bell", "3/4/23", "New"), ("Ben Oak", "x", "New")])
    before = Child.objects.count(), Room.objects.count()
    with pytest.raises(Refused, match="tick that they are left out"):
        add(found, people)
    assert (Child.objects.count(), Room.objects.count()) == before
    done = add(found, people, leave_out_wrong=True)
    assert (done.added_count, done.left_out_count) == (1, 1)
    assert not StagedRows.objects.exists()


def test_an_error_at_the_last_row_leaves_nothing_behind(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = stage(people.sam, [HEADS, ("Ada Bell", "3/4/23", "New"), ("Ben Oak", "3/4/23", "New")])
    before = Child.history.count()

    def fails(**_: Any) -> None:
        if Child.objects.filter(legal_name="Ben Oak").exists():
            raise RuntimeError("the power went")

    monkeypatch.setattr(ImportedChild.objects, "create", fails)
    with pytest.raises(RuntimeError):
        add(found, people)
    assert Child.history.count() == before
    assert not Room.objects.filter(name="New").exists()
    assert RegisterImport.objects.get(pk=found.pk).is_staged


def test_a_child_who_is_there_already_stays_out_whatever_the_accents(people: Cast) -> None:
    seyi = people.seyi
    rows = [HEADS, ("OLUWASEYIFUNMI  Adeyemi Blackwóod", "14/2/23", ""), ("Zoë Ek", "1/2/23", "")]
    rows += [("Zoe Ek", "1/2/23", ""), ("Zoe Ek", "2/2/23", "")]
    found = stage(people.sam, rows)
    doubles = [row.double for row in children_to_be(found)]
    assert doubles == [
        "A child of the register has this name and birth date.",
        "",
        "Line 3 has the same name and birth date.",
        "",
    ]
    add(found, people, anyway=[4])
    assert Child.objects.filter(date_of_birth=seyi.date_of_birth).count() == 1
    assert Child.objects.filter(legal_name__in=("Zoë Ek", "Zoe Ek")).count() == 3


def test_a_child_of_another_setting_is_no_double_and_is_not_told_of(people: Cast) -> None:
    found = stage(people.sam, [HEADS, ("Bilal Sheikh", "9/5/23", "")])
    assert children_to_be(found)[0].double == ""


def test_what_cannot_be_used_is_left_out_and_said(people: Cast) -> None:
    heads = ("Name", "DOB", "Keyworker", "Level", "SEN", "Need", "Email", "Mon", "Parent 1")
    found = actions.stage_register(
        setting=people.acorns,
        sheet=read(
            [heads, ("Ada Bell", "1/2/23", "Jo Banks", "7", "Q", "Tall", "a@b", "maybe", "Eve")]
        ),
        by=people.sam.as_actor(),
    )
    columns = [*(Column(c) for c in found.columns)]
    columns[5] = Column.MAIN_AREA
    by = people.sam.as_actor()
    found = actions.name_columns(register_import=found, columns=columns, date_order="", by=by)
    remarks = " ".join(children_to_be(found)[0].remarks)
    for words in ("Jo Banks", "“7”", "“Q”", "“Tall”", "“a@b”", "“maybe”"):
        assert words in remarks
    assert add(found, people).added_count == 1


def test_american_dates_are_noticed_and_asked_about(people: Cast, browse: Browse) -> None:
    rows = [HEADS, ("Ada Bell", "3/4/2023", ""), ("Ben Oak", "4/23/2023", "")]
    client = browse(people.sam)
    page = post_file(client, csv_file(rows))
    said = {"column_0": "full_name", "column_1": "birth_date", "column_2": "room"}
    asked = client.post(page, said)
    assert "Say whether the day or the month comes first" in asked.content.decode()
    assert "4/23/2023" in asked.content.decode()
    client.post(page, said | {"date_order": "month_first"})
    found = RegisterImport.objects.get()
    assert [row.born for row in children_to_be(found)] == [date(2023, 3, 4), date(2023, 4, 23)]


def test_columns_are_remembered_for_the_next_file(people: Cast) -> None:
    sheet = read([("Kid", "Came to be", "Funding"), ("Ada Bell", "1/2/23", "15h")])
    by = people.sam.as_actor()
    found = actions.stage_register(setting=people.acorns, sheet=sheet, by=by)
    assert found.columns == ["leave_out"] * 3
    named = [Column.FULL_NAME, Column.BIRTH_DATE, Column.LEAVE_OUT]
    actions.name_columns(register_import=found, columns=named, date_order="", by=by)
    again = actions.stage_register(setting=people.acorns, sheet=sheet, by=by)
    assert again.columns == ["full_name", "birth_date", "leave_out"]
    olga = people.olga
    other = actions.stage_register(setting=olga.setting, sheet=sheet, by=olga.as_actor())
    assert other.columns == ["leave_out"] * 3


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ([Column.LEAVE_OUT, Column.BIRTH_DATE, Column.ROOM], "child's name"),
        ([Column.FIRST_NAMES, Column.BIRTH_DATE, Column.ROOM], "surname"),
        ([Column.FULL_NAME, Column.LEAVE_OUT, Column.ROOM], "date of birth"),
        ([Column.FULL_NAME, Column.BIRTH_DATE, Column.BIRTH_DATE], "Two columns"),
    ],
)
def test_columns_that_say_too_little_or_too_much_are_refused(
    columns: list[Column], words: str, people: Cast
) -> None:
    found = stage(people.sam, [HEADS, ("Ada Bell", "1/2/23", "")])
    with pytest.raises(Refused, match=words):
        actions.name_columns(
            register_import=found, columns=columns, date_order="", by=people.sam.as_actor()
        )


def test_pressed_twice_it_adds_once(people: Cast, browse: Browse) -> None:
    found = stage(people.sam, [HEADS, ("Ada Bell", "1/2/23", "")])
    client, page = browse(people.sam), reverse("children:import_check", args=[found.pk])
    client.post(page, {})
    again = client.post(page, {})
    assert again.status_code == 200
    assert "One child came in" in again.content.decode()
    assert Child.objects.filter(legal_name="Ada Bell").count() == 1
    with pytest.raises(Refused, match="no longer waiting"):
        add(found, people)


def test_more_children_than_come_in_at_a_time_are_refused_in_words(people: Cast) -> None:
    rows = [HEADS, *((f"Child {n}", "1/2/23", "") for n in range(1_001))]
    found = stage(
        people.sam, [*rows[:1], *((f"Ada {letters(n)}", "1/2/23", "") for n in range(1_001))]
    )
    with pytest.raises(Refused, match="1,001 children stand in this file"):
        add(found, people)


def test_a_childminder_alone_becomes_the_key_person(people: Cast) -> None:
    found = stage(people.mo, [HEADS, ("Ada Bell", "1/2/23", "")])
    actions.add_register(register_import=found, leave_out_wrong=False, by=people.mo.as_actor())
    assert Child.objects.get(legal_name="Ada Bell").key_people.get().membership == people.mo


def test_a_child_archived_otherwise_still_counts_as_known(people: Cast) -> None:
    by = people.sam.as_actor()
    archive_child(child=people.seyi, left_on=date(2026, 11, 20), because="Moved", by=by)
    found = stage(people.sam, [HEADS, ("Oluwaseyifunmi Adeyemi-Blackwood", "14/2/23", "")])
    assert children_to_be(found)[0].double.startswith("A child in the archive")


@pytest.mark.parametrize("count", [2, 40])
def test_the_check_asks_the_same_number_of_queries_however_many_rows(
    count: int, people: Cast, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    rows = [HEADS, *((f"Ada {letters(n)}", "x", "New") for n in range(count))]
    found = stage(people.sam, rows)
    client = browse(people.sam)
    with django_assert_max_num_queries(22):
        client.get(reverse("children:import_check", args=[found.pk]))


def test_imports_of_another_setting_are_not_there(people: Cast, browse: Browse) -> None:
    assert isinstance(people.oaks, EarlyYearsSetting)
    found = stage(people.olga, [HEADS, ("Ada Bell", "1/2/23", "")])
    client = browse(people.sam)
    for name in ("import_check", "import_columns"):
        assert client.get(reverse(f"children:{name}", args=[found.pk])).status_code == 404
    assert "register.csv" not in client.get(reverse("children:imports")).content.decode()
