"""Which children a list is about: room, key person, level, area and stage, asked of the database."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast

from accounts.models import Membership
from children.models import (
    Child,
    ChildNeed,
    KeyPersonAssignment,
    LevelRecord,
    Room,
    StageOverrideRecord,
)
from children.rules import Stage
from isp_portal.dashboards.rules.stages import birthdays_of

NOBODY = "none"
"""Chosen for children who have no key person."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty is everything. `room` and `key_person` are ids."""

    room: str = ""
    key_person: str = ""
    level: str = ""
    area: str = ""
    stage: str = ""

    @property
    def asked(self) -> dict[str, str]:
        """What is narrowed, as it stands in an address."""
        said = {field.name: getattr(self, field.name) for field in fields(Wanted)}
        return {name: value for name, value in said.items() if value}


def chosen(children: Any, wanted: Wanted, today: date) -> Any:
    """The children of the queryset that fit."""
    if wanted.room:
        children = children.filter(room=wanted.room)
    if wanted.key_person:
        running = KeyPersonAssignment.objects.running(today).filter(child=OuterRef("pk"))
        if wanted.key_person == NOBODY:
            children = children.filter(~Exists(running.filter(is_second=False)))
        else:
            children = children.filter(Exists(running.filter(membership=wanted.key_person)))
    if wanted.level:
        children = children.annotate(level_now=level_now(today)).filter(level_now=wanted.level)
    if wanted.area:
        open_needs = ChildNeed.objects.filter(child=OuterRef("pk"), until_on__isnull=True)
        children = children.filter(Exists(open_needs.filter(area=wanted.area)))
    return _of_stage(children, Stage(wanted.stage), today) if wanted.stage else children


def level_now(today: date) -> Subquery:
    """The code of the level that holds on the day."""
    rows = LevelRecord.objects.filter(child=OuterRef("pk"), from_on__lte=today)
    return Subquery(rows.order_by("-from_on", "-pk").values("level")[:1])


def stage_instead(today: date) -> Subquery:
    """The stage that is in force instead of the one by birthday, if one is."""
    rows: Any = StageOverrideRecord.objects.filter(child=OuterRef("pk"), from_on__lte=today)
    running = rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
    return Subquery(running.order_by("-from_on", "-pk").values("stage")[:1])


def _of_stage(children: Any, stage: Stage, today: date) -> Any:
    first, last = birthdays_of(stage, today)
    by_birthday = Q(stage_instead__isnull=True)
    if first:
        by_birthday &= Q(date_of_birth__gte=first)
    if last:
        by_birthday &= Q(date_of_birth__lte=last)
    with_stage = children.annotate(stage_instead=stage_instead(today))
    return with_stage.filter(Q(stage_instead=stage.value) | by_birthday)


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen: ids or codes with their words."""

    rooms: tuple[tuple[str, str], ...]
    key_people: tuple[tuple[str, str], ...]
    levels: tuple[tuple[str, str], ...]


ROOM, KEY_PERSON, LEVEL = "room", "key person", "level"


def choices_for(membership: Membership, today: date) -> Choices:
    """The rooms in use, those who look after somebody, and the levels recorded: one query."""
    here: Any = Child.objects.visible_to(membership)
    rooms: Any = Room.objects.visible_to(membership).in_use()
    looks_after: Any = KeyPersonAssignment.objects.running(today).filter(child__in=here)
    levels = LevelRecord.objects.filter(child__in=here, from_on__lte=today)
    parts = [
        _named(rooms, ROOM, "pk", "name"),
        _named(looks_after, KEY_PERSON, "membership", "membership__user__full_name"),
        _named(levels, LEVEL, "level", "level"),
    ]
    found: dict[str, set[tuple[str, str]]] = {ROOM: set(), KEY_PERSON: set(), LEVEL: set()}
    for kind, key, words in parts[0].union(*parts[1:]):
        found[kind].add((key if kind == LEVEL else str(UUID(key)), words))
    return Choices(*(tuple(sorted(found[kind], key=lambda row: row[1])) for kind in found))


def _named(rows: Any, kind: str, key: str, words: str) -> QuerySet[Any]:
    """Of each row its kind, its key and its words, all of them text."""
    named: QuerySet[Any] = rows.order_by().values_list(
        Value(kind, output_field=CharField()), Cast(key, CharField()), Cast(words, CharField())
    )
    return named
