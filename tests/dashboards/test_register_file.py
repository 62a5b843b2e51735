"""The register as CSV and as a workbook: what the reader may see, logged, and no formula in it."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import Membership
from children.models import AccessEvent
from tests.people import Cast, child
from tests.plans import stories

Browse = Callable[[Membership], Client]


def rows_of(client: Client, kind: str = "csv", asked: str = "") -> list[dict[str, Any]]:
    answer = client.get(reverse("dashboards:children_file", args=[kind]) + asked)
    assert answer.status_code == 200
    if kind == "csv":
        return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"), newline="")))
    sheet = load_workbook(BytesIO(answer.content)).active
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_senco_takes_the_whole_register(kind: str, people: Cast, browse: Browse) -> None:
    stories.finalised(people)
    rows = {row["Known as"]: row for row in rows_of(browse(people.sam), kind)}
    assert rows.keys() == {"Seyi", "Zofia"}
    seyi = rows["Seyi"]
    assert seyi["Key person"] == "Kemi Adebayo"
    assert seyi["SEN provision"] == "K"
    assert seyi["Areas of need"] == "Communication and interaction"
    assert seyi["Plan"].startswith("Plan 1")
    born = seyi["Date of birth"]
    assert (born if kind == "csv" else born.date().isoformat()) == "2023-02-14"
    assert seyi["Review due"]


def test_each_reader_gets_their_own_children_and_columns(people: Cast, browse: Browse) -> None:
    (kemis,) = rows_of(browse(people.kemi))
    assert kemis["Known as"] == "Seyi"
    assert "Is an ISP required?" in kemis
    (hannahs,) = rows_of(browse(people.hannah))
    assert not hannahs.keys() & {"Areas of need", "Level", "Is an ISP required?", "Plan"}
    assert [row["Known as"] for row in rows_of(browse(people.olga))] == ["Bilal"]


def test_taking_it_is_logged_for_each_child(people: Cast, browse: Browse) -> None:
    before = AccessEvent.objects.of_child(people.zofia).count()
    rows_of(browse(people.sam))
    event = AccessEvent.objects.of_child(people.zofia).order_by("-at")[0]
    assert AccessEvent.objects.of_child(people.zofia).count() == before + 1
    assert event.page == "dashboards:children_file"
    rows_of(browse(people.kemi))
    assert AccessEvent.objects.of_child(people.zofia).count() == before + 1


def test_it_is_narrowed_like_the_page(people: Cast, browse: Browse) -> None:
    assert [r["Known as"] for r in rows_of(browse(people.sam), asked="?q=zofia")] == ["Zofia"]


def test_a_name_that_is_a_formula_is_text(people: Cast, browse: Browse) -> None:
    child(people.orchard, "=cmd|' /C calc'!A0", "+1", people.seyi.date_of_birth, people.kemi)
    for kind in ("csv", "xlsx"):
        row = next(r for r in rows_of(browse(people.sam), kind) if "calc" in r["Name"])
        assert row["Name"].startswith("'=")
        assert row["Known as"] == "'+1"


@pytest.mark.parametrize("more", [0, 20])
def test_the_number_of_queries_does_not_grow_with_the_children(
    more: int, people: Cast, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    for number in range(more):
        child(people.orchard, f"Child {number}", "", people.seyi.date_of_birth, people.kemi)
    client = browse(people.sam)
    with django_assert_max_num_queries(24):
        assert len(rows_of(client)) == 2 + more
