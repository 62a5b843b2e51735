"""What tables a database has, as values that can be compared. Run by itself, it prints them as JSON."""

import json

from django.db import connection

NOBODY_DECLARES = {"django_migrations", "isp_portal_cache", "django_cache"}
"""Kept by Django itself: which migrations ran, and what is cached."""


def tables() -> dict[str, list[list[object]]]:
    """Each table with its columns (name, type, may be null) and constraints (columns, kind)."""
    with connection.cursor() as cursor:
        look = connection.introspection
        names = [table.name for table in look.get_table_list(cursor)]
        found: dict[str, list[list[object]]] = {}
        for name in sorted(set(names) - NOBODY_DECLARES):
            columns = look.get_table_description(cursor, name)
            constraints = look.get_constraints(cursor, name).values()
            found[name] = sorted(
                [["column", at.name, str(at.type_code), bool(at.null_ok)] for at in columns]
                + [["constraint", *_of(one)] for one in constraints],
                key=repr,
            )
    return found


def _of(constraint: dict[str, object]) -> list[object]:
    """Which columns, in order, and of what kind; the name may differ with how it was made."""
    kinds = ("primary_key", "unique", "check", "index")
    points_to = constraint["foreign_key"]
    return [
        list(constraint["columns"] or ()),  # type: ignore[call-overload]
        [bool(constraint[kind]) for kind in kinds],
        list(points_to) if points_to else [],  # type: ignore[call-overload]
    ]


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(tables()))
