"""Records of another setting and of another child, and whether any record points at one of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from accounts.models import EarlyYearsSetting, TrackedModel
from agencies.models import Agency, Professional
from children.models import Child, ParentCarer, YesNoUnknown
from plans import actions as plan_actions
from tests.people import STORY, Cast
from tests.plans import stories

TO_CHILD = ("child", "review", "plan", "contact", "cycle", "target", "strategy", "row", "document")
TO_SETTING = ("setting", *TO_CHILD, "room", "agency", "group_map", "membership")


def strangers(people: Cast) -> dict[str, str]:
    """Ids that nobody at Acorns may write about Seyi: Bilal's and Oaks', and Zofia's."""
    oaks_agency = Agency(setting=people.oaks, name="Oakham Physio", kind="other").record(by=STORY)
    report_of_zofia = stories.report(people, people.zofia)
    plan_of_zofia = plan_actions.start_plan(
        child=people.zofia, starts_on=date(2026, 11, 23), by=people.dele.as_actor()
    )
    line = plan_actions.add_strategy(
        plan=plan_of_zofia, line_key=people.zofia.pk, by=people.dele.as_actor()
    )
    target = plan_actions.add_target(
        plan=plan_of_zofia, line_key=people.zofia.pk, by=people.dele.as_actor()
    )
    found: dict[str, models.Model] = {
        "another setting's child": people.bilal,
        "another setting's room": people.bilal.room,  # type: ignore[dict-item]
        "another setting's member": people.olga,
        "somebody who left": people.lee,
        "another setting": people.oaks,
        "another setting's agency": oaks_agency,
        "another setting's professional": Professional(agency=oaks_agency, name="Ivo").record(
            by=STORY
        ),
        "another setting's parent": contact(people.bilal, "Amina Sheikh"),
        "another child's parent": contact(people.zofia, "Marek Wiśniewski"),
        "another child's report": report_of_zofia,
        "another child's plan": plan_of_zofia,
        "another child's strategy": line,
        "another child's target": target,
    }
    return {what: str(row.pk) for what, row in found.items()}


def contact(child: Child, name: str) -> ParentCarer:
    return ParentCarer(
        child=child,
        name=name,
        relationship="parent",
        parental_responsibility=YesNoUnknown.YES,
        may_receive_copies=True,
    ).record(by=STORY)


def crossings() -> list[str]:
    """Every stored key that leads from one child or setting to another's."""
    return [
        f"{model.__name__}.{key.name} of {row.pk}"
        for model in apps.get_models()
        if issubclass(model, TrackedModel)
        for row in model._base_manager.all()
        for key in _keys(model)
        if _leads_away(row, getattr(row, key.name))
    ]


def _keys(model: type[models.Model]) -> Iterator[Any]:
    return (field for field in model._meta.concrete_fields if field.is_relation)


def _leads_away(row: Any, other: Any) -> bool:
    if other is None:
        return False
    children, settings = (_child_of(row), _child_of(other)), (_setting_of(row), _setting_of(other))
    another_child = None not in children and len(set(children)) > 1
    return another_child or (None not in settings and len(set(settings)) > 1)


def _child_of(row: Any) -> UUID | None:
    if isinstance(row, Child):
        return row.pk
    return next((found for key in TO_CHILD if (found := _by(row, key, _child_of))), None)


def _setting_of(row: Any) -> UUID | None:
    if isinstance(row, EarlyYearsSetting):
        return row.pk
    return next((found for key in TO_SETTING if (found := _by(row, key, _setting_of))), None)


def _by(row: Any, key: str, of: Any) -> UUID | None:
    other = getattr(row, key, None)
    return of(other) if isinstance(other, models.Model) else None
