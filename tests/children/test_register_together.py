"""Many children come in together: what is read for them is read once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from children.actions import register as actions
from plans.models import RequirementDecision
from tests.people import Cast

from .registers import letters, stage


@pytest.mark.parametrize("count", [2, 10])
def test_the_decisions_of_an_import_are_read_together(count: int, people: Cast) -> None:
    rows = [
        ("Name", "DOB", "Level"),
        *((f"Ada {letters(n)}", "3/4/23", "GR1") for n in range(count)),
    ]
    found = stage(people.sam, rows)
    with CaptureQueriesContext(connection) as asked:
        actions.add_register(register_import=found, leave_out_wrong=False, by=people.sam.as_actor())
    reads = [q for q in asked if 'FROM "agencies_advice"' in q["sql"]]
    assert len(reads) == 1
    assert RequirementDecision.objects.count() == count
