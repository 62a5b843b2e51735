"""A file that waits to be brought in, and a group of settings, for the doors."""

from collections.abc import Callable
from typing import Any

from tests.children.registers import staged
from tests.dashboards.managed_groups import managed_by_everybody
from tests.people import Cast

MAKERS: dict[str, Callable[[Cast], Any]] = {
    "import_id": lambda people: staged(people).pk,
    "group_id": lambda people: managed_by_everybody(people).pk,
}
