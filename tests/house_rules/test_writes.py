"""Writes happen in actions, one row at a time, so that history sees each of them."""

import ast
from pathlib import Path

import pytest

from tests.house_rules.source import calls, first_name, is_called, python_files, read

DOORS = {"visible_to", "open_to"}
WITHOUT_HISTORY = {"bulk_create", "bulk_update", "_raw_delete", "raw", "RawSQL", "cursor", "extra"}
WRITES_WITHOUT_HISTORY: dict[str, str] = {
    "accounts/models/tracked.py": "several new records, each with its history row (`record_new`)",
    "children/actions/access_log.py": "lines of an access event are never changed, so have no history",
    "children/queries/plain.py": "reads alone, with the text that the ORM wrote",
    "isp_portal/bench/floors.py": "bare statements on a table of the bench's own, in its own database",
}


def faults_in_view(source: str) -> list[str]:
    """Saves, deletes and queries that do not begin at a door."""
    faults = [f"line {call.lineno}: .{name}()" for call, name in calls(source) if name == "save"]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and last_manager(node.value) and node.attr not in DOORS:
            faults.append(f"line {node.lineno}: .objects.{node.attr}")
    return faults


def last_manager(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}


def writes_without_history(source: str) -> list[str]:
    """Bulk and raw writes. `.update(name=…)` is a queryset's; a dictionary's takes a mapping."""
    found = []
    for call, name in calls(source):
        updates = name == "update" and call.keywords and not call.args
        if name in WITHOUT_HISTORY or updates:
            found.append(f"line {call.lineno}: {first_name(call.func)}….{name}()")
    return found


def test_views_neither_save_nor_query_except_through_a_door() -> None:
    views = [path for path in python_files() if is_called(path, "views")]
    assert views
    faults = {path: faults_in_view(read(path)) for path in views}
    assert {path: found for path, found in faults.items() if found} == {}


def test_no_write_goes_around_history() -> None:
    found = {path: writes_without_history(read(path)) for path in python_files()}
    undeclared = {p: w for p, w in found.items() if w and str(p) not in WRITES_WITHOUT_HISTORY}
    assert undeclared == {}


def test_every_declared_exception_is_still_needed() -> None:
    needed = {name for name in WRITES_WITHOUT_HISTORY if writes_without_history(read(Path(name)))}
    assert needed == set(WRITES_WITHOUT_HISTORY)


@pytest.mark.parametrize("line", ["child.save()", "Child.objects.filter(room=room)"])
def test_a_view_that_writes_or_queries_would_be_noticed(line: str) -> None:
    assert faults_in_view(line)


def test_a_view_that_opens_a_door_is_fine() -> None:
    assert not faults_in_view("get_object_or_404(Child.objects.visible_to(me), pk=pk)")


@pytest.mark.parametrize(
    "line",
    [
        "Child.objects.bulk_create(rows)",
        "children.update(room=None)",
        "connection.cursor()",
        "Child.objects.raw('select 1')",
        "rows._raw_delete(using)",
    ],
)
def test_a_write_around_history_would_be_noticed(line: str) -> None:
    assert writes_without_history(line)


def test_a_dictionary_may_be_updated() -> None:
    assert not writes_without_history("context.update(more)")
