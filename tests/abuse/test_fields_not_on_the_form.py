"""Fields that a form does not show cannot be set by adding them to what is sent."""

from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client

from accounts.models import TrackedModel, User
from tests.doors.table import Door
from tests.people import Cast, signed_in_as

from .nonsense import send
from .page_forms import PageForm
from .story import HOLDS_FORMS, ada, forms_behind, sensible

ANEW_EACH_TIME = {"token_sha256", "token_hash", "code_hash", "code_until", "stored_as"}
OURS = [m for m in apps.get_models() if issubclass(m, TrackedModel) or m is User]
ROUTES = {"child": "bilal", "setting": "oaks", "room": "bilal_room", "membership": "olga"}


def added(people: Cast, form: PageForm) -> dict[str, Any]:
    """A value for every column of every record that the form itself does not ask for."""
    columns = {c.attname: c for m in OURS for c in m._meta.concrete_fields}
    names = {name: _value(people, c) for name, c in columns.items()}
    names |= {c.name: _value(people, c) for c in columns.values()}
    return {name: value for name, value in names.items() if name not in form.boxes}


def _value(people: Cast, column: Any) -> str:
    if column.is_relation:
        return str(getattr(people, ROUTES.get(column.name, ""), people.bilal).pk)
    if isinstance(column, models.UUIDField):
        return str(people.bilal.pk)
    if isinstance(column, models.DateTimeField):
        return "2020-01-01 10:00"
    if isinstance(column, models.DateField):
        return "1 1 20"
    if isinstance(column, (models.IntegerField, models.BooleanField)):
        return "1"
    return "manager" if isinstance(column, models.JSONField) else "finalised"


def stored(known: set[UUID]) -> list[str]:
    """Every record as text; ids that were not known before, and instants, are left out."""
    return sorted(
        f"{model.__name__} {_columns(row, known)}"
        for model in OURS
        for row in model._base_manager.all()
    )


def _columns(row: models.Model, known: set[UUID]) -> dict[str, Any]:
    values = {c.attname: getattr(row, c.attname) for c in row._meta.concrete_fields}
    return {
        name: value if not isinstance(value, UUID) or value in known else "new"
        for name, value in values.items()
        if name not in ANEW_EACH_TIME and not name.endswith("_at") and name != "last_login"
    }


def outcome(client: Client, form: PageForm, words: dict[str, Any], known: set[UUID]) -> list[str]:
    """What is stored after the form was sent. It is undone."""
    with transaction.atomic():
        assert send(client, form.action, words).status_code in (200, 302)
        found = stored(known)
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_what_the_form_does_not_ask_for_is_not_stored(people: Cast, door: Door) -> None:
    client = signed_in_as(ada(people))
    forms = forms_behind(client, people, door)
    known = {row.pk for model in OURS for row in model._base_manager.all()}
    for form in forms:
        words = sensible(people, door, form)
        plain = outcome(client, form, words, known)
        assert outcome(client, form, {**added(people, form), **words}, known) == plain, form.action


def test_a_column_set_from_outside_would_be_noticed(people: Cast) -> None:
    known = {row.pk for model in OURS for row in model._base_manager.all()}
    before = stored(known)
    people.seyi.archived_because = "finalised"
    people.seyi.record(by=people.sam.as_actor())
    assert stored(known) != before
