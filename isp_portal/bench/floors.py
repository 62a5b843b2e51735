"""Floors: the least that a piece of work could cost here, with nothing of the portal in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from itertools import count
from typing import Any

from django.db import connection, transaction

WRITES = ("INSERT", "UPDATE", "DELETE")
NUMBERS = count(1)
"""Keys of rows in the floor's table, which every floor of a run shares."""
WORDS = "Took the banana card off the board and gave it to me."


@contextmanager
def counted() -> Iterator[dict[str, int]]:
    """How many statements that read and that write are sent meanwhile; savepoints are neither."""
    sent = {"reads": 0, "writes": 0}

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITES):
            sent["writes"] += 1
        elif sql.startswith("SELECT"):
            sent["reads"] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield sent


def bare_statements(does: Callable[[], object]) -> tuple[str, Callable[[], None]]:
    """As many bare statements, in one transaction, as the work sends: their name and the floor.

    The table of the floor has a key and a text and nothing else; it goes with the database.
    """
    with counted() as sent:
        does()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS bench_floor (id integer PRIMARY KEY, words text)"
        )

    def floor() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            number = 0
            for _ in range(sent["writes"]):
                number = next(NUMBERS)
                cursor.execute("INSERT INTO bench_floor VALUES (%s, %s)", [number, WORDS])
            for _ in range(sent["reads"]):
                cursor.execute("SELECT id, words FROM bench_floor WHERE id = %s", [number])
                cursor.fetchall()

    writes = f"{sent['writes']} INSERT and " if sent["writes"] else ""
    return f"{writes}{sent['reads']} SELECT, bare, in one transaction", floor


def rows_counted() -> None:
    """PostgreSQL counts a table's rows by itself within a minute of a change; here it does at once."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def same_page_by_strings(page: str, values: Callable[[], list[str]]) -> Callable[[], str]:
    """What writes the same HTML from its values with f-strings alone; `ValueError` if it cannot."""
    pieces: list[str] = []
    at = 0
    for value in values():
        found = page.find(escape(value), at)
        if found < 0:
            raise ValueError(f"{value!r} does not stand where it should on the page.")
        pieces.append(page[at:found])
        at = found + len(escape(value))
    end = page[at:]

    def write() -> str:
        both = zip(pieces, values(), strict=True)
        return "".join([f"{before}{escape(value)}" for before, value in both]) + end

    if write() != page:
        raise ValueError("The strings do not make the same page.")
    return write


def nothing(*_: object) -> None:
    """A call that does nothing."""
