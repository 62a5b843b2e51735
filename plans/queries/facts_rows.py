"""The records that a decision rests on, read for many children in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import EarlyYearsSetting, RuleSet
from agencies.models import Advice, AdviceUse, AdvisedBy, Involvement, Report
from agencies.rules.reports import ReportHeld
from children.models import Child, ChildNeed, LevelRecord, StageOverrideRecord, SupportNeed
from children.queries import SupportAnswers, support_answers
from children.queries.support import in_force
from children.rules import Stage, StageOverride
from plans.models import GroupProvisionChild
from plans.rules.advice import AdviceBy, AdviceRecord
from plans.rules.inputs import Involved
from plans.rules.requirement import AdviceGiven
from plans.rules.ruleset_data import from_data
from plans.rules.rulesets import DEFAULT, RuleSetData, ruleset_on

USES = {AdviceUse.USE: AdviceGiven.USE_ISP, AdviceUse.DO_NOT_USE: AdviceGiven.DO_NOT_USE_ISP}
ADVISERS = {
    AdvisedBy.INCLUSION_TEAM: AdviceBy.INCLUSION_TEAM,
    AdvisedBy.PROFESSIONAL: AdviceBy.PROFESSIONAL,
}


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of a group provision map that names the child: its area, and when it runs."""

    area: str
    title: str
    starts_on: date
    ends_on: date

    def is_live(self, on: date) -> bool:
        return self.starts_on <= on <= self.ends_on


@dataclass(slots=True)
class ChildRows:
    """What the records hold about one child, as plain values."""

    support: SupportAnswers
    overrides: list[StageOverride] = field(default_factory=list)
    involvements: list[Involved] = field(default_factory=list)
    reports: list[ReportHeld] = field(default_factory=list)
    advice: list[tuple[AdviceRecord, str]] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    map_rows: list[MapRow] = field(default_factory=list)
    level: str | None = None
    said: dict[tuple[str, bool], tuple[str, date]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows by child, rulesets by setting, and the names of the agencies."""

    of: dict[UUID, ChildRows]
    rulesets: dict[UUID, RuleSetData]
    agency_names: dict[UUID, str]


def gather(children: Sequence[Child], on: date) -> Gathered:
    """Everything that the decisions of these children rest on, in twelve queries."""
    rows = {key: ChildRows(support) for key, support in support_answers(children, on).items()}
    names: dict[UUID, str] = {}
    _said(rows, on)
    _stages(rows)
    _involvements(rows, names)
    _reports(rows, names, on)
    _advice(rows)
    _areas(rows, on)
    _map_rows(rows)
    _levels(rows, on)
    return Gathered(rows, _rulesets({child.setting_id for child in children}, on), names)


def _of(queryset: QuerySet[Any], rows: Iterable[UUID], *columns: str) -> Iterable[tuple[Any, ...]]:
    return queryset.filter(child__in=list(rows)).values_list("child_id", *columns)


def _said(rows: dict[UUID, ChildRows], on: date) -> None:
    """Who last gave each answer to each question, each adult by their own newest answer in force."""
    found = SupportNeed.objects.filter(in_force(on)).order_by("said_on", "said_at")
    adults = ("said_by_member", "said_by_contact")
    names = ("said_by_member__user__full_name", "said_by_contact__name")
    newest: dict[tuple[Any, ...], tuple[bool, str, date]] = {}
    for child, question, is_yes, said_on, member, contact, *name in _of(
        found, rows, "question", "is_yes", "said_on", *adults, *names
    ):
        newest.pop((child, question, member, contact), None)  # the last one said comes last
        newest[child, question, member, contact] = (is_yes, name[0] or name[1], said_on)
    for (child, question, *_), (is_yes, who, said_on) in newest.items():
        rows[child].said[question, is_yes] = (who, said_on)


def _stages(rows: dict[UUID, ChildRows]) -> None:
    found = StageOverrideRecord.objects.order_by("from_on", "id")
    for child, stage, from_on, until_on in _of(found, rows, "stage", "from_on", "until_on"):
        rows[child].overrides.append(StageOverride(Stage(stage), from_on, until_on))


def _involvements(rows: dict[UUID, ChildRows], names: dict[UUID, str]) -> None:
    columns = ("agency_id", "agency__name", "first_seen_on", "discharged_on")
    found = Involvement.objects.order_by("first_seen_on", "id")
    for child, agency, name, seen, discharged in _of(found, rows, *columns):
        names[agency] = name
        rows[child].involvements.append(Involved(agency, seen, discharged))


def _reports(rows: dict[UUID, ChildRows], names: dict[UUID, str], on: date) -> None:
    looked_at = Report.objects.filter(awaits_look=False)
    held = looked_at.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))
    columns = ("agency__name", "agency_id", "dated_on", "received_on")
    holds = ("holds_strategies", "holds_targets")
    for child, name, agency, *rest in _of(held.order_by("id"), rows, *columns, *holds):
        names[agency] = name
        rows[child].reports.append(ReportHeld(agency, *rest))


def _advice(rows: dict[UUID, ChildRows]) -> None:
    days = ("given_on", "recorded_at", "until_on", "confirmed_at", "withdrawn_on")
    found = _of(
        Advice.objects.order_by("id"),
        rows,
        "use",
        "advised_by",
        "person_name",
        "person_role",
        *days,
    )
    for child, use, advised_by, name, role, given, recorded, until, confirmed, withdrawn in found:
        record = _advice_record(use, advised_by, given, recorded, until, confirmed, withdrawn)
        rows[child].advice.append((record, f"{name}, {role}"))


def _advice_record(
    use: str,
    advised_by: str,
    given_on: date,
    recorded_at: datetime,
    until_on: date | None,
    confirmed_at: datetime | None,
    withdrawn_on: date | None,
) -> AdviceRecord:
    return AdviceRecord(
        USES[AdviceUse(use)],
        ADVISERS[AdvisedBy(advised_by)],
        given_on,
        recorded_at,
        until_on,
        confirmed_at is not None,
        withdrawn_on,
    )


def _areas(rows: dict[UUID, ChildRows], on: date) -> None:
    running = Q(until_on__isnull=True) | Q(until_on__gte=on)
    found = ChildNeed.objects.filter(running, from_on__lte=on).order_by("area")
    for child, area in _of(found, rows, "area"):
        rows[child].areas.append(area)


def _map_rows(rows: dict[UUID, ChildRows]) -> None:
    named = GroupProvisionChild.objects.filter(
        removed_on__isnull=True, row__removed_on__isnull=True
    ).order_by("row__ends_on", "id")
    days = (
        "row__starts_on",
        "row__ends_on",
        "row__group_map__starts_on",
        "row__group_map__ends_on",
    )
    for child, area, title, starts, ends, map_starts, map_ends in _of(
        named, rows, "row__area", "row__group_map__title", *days
    ):
        row = MapRow(area, title, max(starts, map_starts), min(ends, map_ends))
        rows[child].map_rows.append(row)


def _levels(rows: dict[UUID, ChildRows], on: date) -> None:
    found = LevelRecord.objects.filter(from_on__lte=on).order_by("from_on", "id")
    for child, level in _of(found, rows, "level"):
        rows[child].level = level


def _rulesets(settings: set[UUID], on: date) -> dict[UUID, RuleSetData]:
    codes = EarlyYearsSetting.objects.filter(pk__in=settings).values_list("pk", "ruleset_code")
    stored = [from_data(row.data) for row in RuleSet.objects.order_by("from_on")]
    known = {ruleset.code for ruleset in stored}
    return {key: ruleset_on(code, on, stored) if code in known else DEFAULT for key, code in codes}
