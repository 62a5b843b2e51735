"""What is due leaves the portal as a table."""

from collections.abc import Callable

from django.test import Client

from children.models import AccessEvent
from tests.people import STORY, Cast

Browse = Callable[..., Client]


def test_the_lists_leave_as_a_table_that_holds_no_formula(people: Cast, browse: Browse) -> None:
    people.zofia.legal_name, people.zofia.preferred_name = "=cmd()", ""
    people.zofia.record(by=STORY)
    answer = browse(people.sam).get("/due/file/csv/")
    rows = answer.content.decode().splitlines()
    assert answer["Content-Disposition"].startswith("attachment")
    assert len(rows) == 1 + 2
    assert "'=cmd()" in rows[1] + rows[2]
    assert AccessEvent.objects.filter(page="dashboards:due_file").count() == 1
    narrowed = browse(people.sam).get(f"/due/file/csv/?room={people.orchard.pk}")
    assert len(narrowed.content.decode().splitlines()) == 1 + 1
    assert browse(people.sam).get("/due/file/xlsx/").content.startswith(b"PK")
    assert browse(people.kemi).get("/due/file/csv/").status_code == 403
