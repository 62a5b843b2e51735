"""What an import would make, what it made, and what has been built on that since."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from simple_history.utils import get_history_manager_for_model

from accounts.models import Batch, EarlyYearsSetting, Membership, TrackedModel
from accounts.rules.actor import ActorKind
from accounts.rules.roles import Role
from children.models import (
    UNDO_REGISTER,
    Child,
    ImportState,
    ParentCarer,
    RegisterImport,
    Room,
    StagedRows,
)
from children.queries.levels import levels_for
from children.rules.folding import fold
from children.rules.register.columns import Column
from children.rules.register.dates import Order, Seen, order_seen
from children.rules.register.row import ChildToBe, Known
from children.rules.register.rows import Reading, read_rows


def children_to_be(register_import: RegisterImport) -> list[ChildToBe]:
    """What each row of a staged file would make, problems and doubles in words."""
    today = timezone.localdate()
    columns = [Column(code) for code in register_import.columns]
    reading = Reading(
        headings=register_import.headings,
        columns=columns,
        order=Order(register_import.date_order or Order.DAY_FIRST.value),
        today=today,
        known=known_of(register_import.setting, today),
    )
    return read_rows(staged_rows(register_import), register_import.first_line, reading)


def staged_rows(register_import: RegisterImport) -> list[list[str]]:
    """The cells of the file; empty once they are gone."""
    found = StagedRows.objects.filter(register_import=register_import).first()
    rows: list[list[str]] = found.rows if found else []
    return rows


def dates_seen(rows: list[list[str]], columns: list[Column], wanted: Column) -> Seen:
    """Which way round the numbers of a date column are, as they say themselves."""
    if wanted not in columns:
        return Seen.NOTHING
    at = columns.index(wanted)
    return order_seen(row[at] for row in rows)


def known_of(setting: EarlyYearsSetting, today: date) -> Known:
    """What the setting has already, by name."""
    staff = who_may_be_key_person(setting, today)
    by_name = {fold(str(member)): key for key, member in staff.items()}
    by_email = {member.user.email.lower(): key for key, member in staff.items()}
    levels = levels_for(setting, today)
    return Known(
        rooms={fold(r.name): r.name for r in Room.objects.in_use().filter(setting=setting)},
        staff=by_name | by_email,
        levels={fold(word): code for code, label in levels for word in (code, label)},
        children=_children(setting),
    )


def _children(setting: EarlyYearsSetting) -> dict[tuple[str, date | None], str]:
    undone = models.Q(
        came_in__register_import__state=ImportState.UNDONE.value, archived_on__isnull=False
    )
    rows = Child.objects.filter(setting=setting).exclude(
        pk__in=Child.objects.filter(undone).values("pk")
    )
    return {
        (fold(name), born): "A child in the archive" if archived else "A child of the register"
        for name, born, archived in rows.values_list("legal_name", "date_of_birth", "archived_on")
    }


def who_may_be_key_person(setting: EarlyYearsSetting, today: date) -> dict[str, Membership]:
    """Members who may look after a child today, by id."""
    members = Membership.objects.active(today).filter(setting=setting).select_related("user")
    return {str(m.pk): m for m in members if Role.KEY_PERSON in m.role_set}


def taken_back(register_import: RegisterImport) -> set[UUID]:
    """The children whom an undo of this import put into the archive, and who are there still."""
    undone = Batch.objects.filter(about_id=register_import.pk, kind=UNDO_REGISTER)
    keys = [key for batch in undone for key in batch.made_keys]
    archived = Child.objects.filter(pk__in=keys, archived_on__isnull=False)
    return set(archived.values_list("pk", flat=True))


def built_upon(
    register_import: RegisterImport, among: Collection[str] | None = None
) -> list[Child]:
    """The children of an import on whom anything was recorded or changed by a person since.

    Asks the history of every kind of record that hangs on a child, of floors above too.
    """
    touched: set[Any] = set()
    own = Child.objects.filter(came_in__register_import=register_import)
    asked: Any = own.values("pk") if among is None else list(among)
    for model, path in _records_of_a_child():
        history = get_history_manager_for_model(model)
        by_people = history.exclude(actor_kind=ActorKind.SYSTEM.value)
        if path == "contact_id":
            contacts = ParentCarer.objects.filter(child__in=asked)
            of_contact = register_import.imported_children.filter(
                child__contacts=models.OuterRef(path)
            )
            later = _later(by_people, of_contact, register_import)
            ids = later.filter(contact_id__in=contacts.values("pk")).values("contact_id")
            touched |= set(
                ParentCarer.objects.filter(pk__in=ids).values_list("child_id", flat=True)
            )
        else:
            of_child = register_import.imported_children.filter(child=models.OuterRef(path))
            later = _later(by_people, of_child, register_import)
            about = later.filter(**{f"{path}__in": asked})
            touched |= set(about.values_list(path, flat=True))
    return list(own.filter(pk__in=touched).order_by("legal_name", "pk"))


def _later(history: Any, came: Any, register_import: RegisterImport) -> Any:
    """What was written after its own child had come in; children come in some at a time."""
    came_at = Coalesce(
        models.Subquery(came.values("came_at")[:1]), models.Value(register_import.added_at)
    )
    return history.annotate(came_at=came_at).filter(history_date__gt=models.F("came_at"))


def batch_of(register_import: RegisterImport) -> Batch | None:
    """The work in steps that adds it or takes it back, or did so last."""
    return Batch.objects.filter(about_id=register_import.pk).first()


def _records_of_a_child() -> Iterator[tuple[type[models.Model], str]]:
    """Tracked models that belong to a child or to a contact, and the column that says to which."""
    yield Child, "id"
    for owner in (Child, ParentCarer):
        for relation in owner._meta.related_objects:
            model = relation.related_model
            if isinstance(model, type) and issubclass(model, TrackedModel):
                name = relation.field.attname
                if owner is Child or name == "contact_id":
                    yield model, name
