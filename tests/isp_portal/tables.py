"""What our tables look like in a database, as values to compare. Run by itself, it prints them as JSON."""

import json

from django.apps import apps
from django.db import connection


def ours() -> set[str]:
    """The tables of our own apps; what packages bring is theirs to migrate."""
    return {
        model._meta.db_table
        for config in apps.get_app_configs()
        if "site-packages" not in config.path
        for model in config.get_models(include_auto_created=True)
    }


def tables() -> dict[str, list[list[object]]]:
    """Each table with its columns (name, type, may be null) and constraints (columns, kind)."""
    with connection.cursor() as cursor:
        look = connection.introspection
        names = {table.name for table in look.get_table_list(cursor)}
        found: dict[str, list[list[object]]] = {}
        for name in sorted(names & ours()):
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
