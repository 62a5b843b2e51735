"""The services that nurseries usually work with: kinds and names as data, no address of anybody."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from accounts.models import EarlyYearsSetting
from agencies.models import Agency, AgencyKind

SHARED = Path(__file__).resolve().parent.parent / "directory" / "services.json"


@dataclass(frozen=True, slots=True)
class Service:
    """A usual service. `code` is never used again for another."""

    code: str
    kind: AgencyKind
    name: str


@cache
def usual_services() -> tuple[Service, ...]:
    """The list that every setting adds from, in its order."""
    rows = json.loads(SHARED.read_text(encoding="utf-8"))
    return tuple(Service(row["code"], AgencyKind(row["kind"]), row["name"]) for row in rows)


def services_to_add(setting: EarlyYearsSetting) -> list[Service]:
    """Those of whose kind the setting has no agency yet; one query."""
    has = set(Agency.objects.filter(setting=setting).values_list("kind", flat=True))
    return [service for service in usual_services() if service.kind not in has]


def begun_from(code: str) -> dict[str, str]:
    """What a new agency is filled in with, begun from a usual service; nothing for no such code."""
    for service in usual_services():
        if service.code == code:
            return {"name": service.name, "kind": service.kind.value}
    return {}
