"""What is due as a table that leaves the portal: every list whole, a row for each thing."""

from collections.abc import Sequence
from datetime import date

from accounts.models import Membership
from accounts.rules.cells import Cell
from accounts.rules.sheets import Table
from isp_portal.dashboards.rules.children import known_as
from isp_portal.dashboards.rules.due import Due, DueList, in_order
from isp_portal.dashboards.rules.facts import ChildFacts
from isp_portal.dashboards.rules.said import said
from isp_portal.dashboards.rules.titles import TITLES

from .chosen import Wanted
from .dashboard import lists_due

HEADS = ("List", "Child", "Room", "Key person", "Since", "State", "What we know", "Clause", "Next")


def due_table(
    membership: Membership, *, today: date, wanted: Wanted, only: str = ""
) -> tuple[Table, list[ChildFacts]]:
    """The table, and the children who are on it."""
    lists = lists_due(membership, wanted, today)[1]
    names = [DueList(only)] if only else list(DueList)
    rows = [due for name in names for due in in_order(lists[name], "since")]
    children = {due.child.pk: due.child for due in rows}
    table = Table(f"Due {today.isoformat()}", HEADS, (_cells(due, today) for due in rows))
    return table, list(children.values())


def _cells(due: Due, today: date) -> Sequence[Cell]:
    child, words = due.child, said(due, today)
    return (
        TITLES[due.list].title,
        known_as(child.legal_name, child.preferred_name),
        child.room,
        child.key_person,
        due.since,
        words.pill[2] or words.line,
        words.why,
        ", ".join(words.clauses or TITLES[due.list].clauses),
        due.task.value,
    )
