"""The agencies that a setting works with, and their professionals."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from agencies.models import Agency, Professional


def _check_name_is_free(setting: EarlyYearsSetting, name: str, besides: Agency | None) -> None:
    same = Agency.objects.filter(setting=setting, name__iexact=name)
    if besides is not None:
        same = same.exclude(pk=besides.pk)
    if same.exists():
        raise Refused("There is an agency of this name already.", "name")


@transaction.atomic
def add_agency(*, setting: EarlyYearsSetting, values: dict[str, Any], by: Actor) -> Agency:
    """Adds an agency to the setting. `Refused` (name) when there is one of that name."""
    _check_name_is_free(setting, values["name"], None)
    return Agency(setting=setting, **values).record(by=by, why="Added")


@transaction.atomic
def change_agency(
    *, agency: Agency, values: dict[str, Any], seen_version: int, by: Actor
) -> Agency:
    """Changes an agency. `Refused` (name), or `StaleVersion` when somebody else saved first."""
    _check_name_is_free(agency.setting, values["name"], agency)
    for name, value in values.items():
        setattr(agency, name, value)
    return agency.record(by=by, why="Changed", seen_version=seen_version)


@transaction.atomic
def end_agency(*, agency: Agency, by: Actor) -> Agency:
    """From today no child is newly referred to the agency; what it did and sent stays."""
    agency.ended_on = timezone.localdate()
    return agency.record(by=by, why="No longer works with us")


@transaction.atomic
def bring_back_agency(*, agency: Agency, by: Actor) -> Agency:
    """Undoes an end: the agency can be chosen again."""
    agency.ended_on = None
    return agency.record(by=by, why="Works with us again")


@transaction.atomic
def add_professional(*, agency: Agency, values: dict[str, Any], by: Actor) -> Professional:
    """Adds a professional to the agency."""
    return Professional(agency=agency, **values).record(by=by, why="Added")


@transaction.atomic
def change_professional(
    *, professional: Professional, values: dict[str, Any], seen_version: int, by: Actor
) -> Professional:
    """Changes a professional. `StaleVersion` when somebody else saved first."""
    for name, value in values.items():
        setattr(professional, name, value)
    return professional.record(by=by, why="Changed", seen_version=seen_version)
