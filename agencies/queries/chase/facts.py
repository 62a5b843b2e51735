"""What the records hold about reports on their way: the same number of queries for any number of
children.

A report is expected of an agency that sees the child, as long as it sent none and nobody closed a
request to it since; and of one that was asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import EarlyYearsSetting, OutboxMail
from accounts.queries import ruleset_data
from agencies.models import (
    Agency,
    AnswerKind,
    Consent,
    ConsentPurpose,
    Involvement,
    ReceivedFrom,
    Recommendation,
    Report,
    ReportRequest,
    RequestAnswer,
    StepKind,
)
from agencies.queries.cited import plans_citing
from agencies.rules import Standing, Verdict
from agencies.rules.chase import OUT_OF_DATE_MONTHS, Answered, AskFacts, ChaseRules, HeldFacts
from agencies.rules.reports import ReportHeld, current_reports
from children.models import Child

LETTER_MAIL = "agency_letter"
"""The kind of a mail that asks or chases; it tells of a `ReportRequest`."""
NO_ANSWER = Verdict(Standing.NONE)
Place = tuple[UUID, UUID]
"""A child and an agency."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A report that has not come. `request` is None while nobody raised one."""

    agency: Agency
    facts: AskFacts
    verdict: Verdict
    purpose: ConsentPurpose
    seen_on: date | None
    request: ReportRequest | None


@dataclass(frozen=True, slots=True)
class Held:
    """A current report: the latest of its agency."""

    agency: Agency
    facts: HeldFacts
    report_id: UUID


@dataclass(slots=True)
class Records:
    """The rows of all the children together, by child and by agency."""

    agencies: dict[UUID, Agency]
    rules: ChaseRules
    months: int
    around: dict[UUID, dict[UUID, None]] = field(default_factory=dict)
    """By child, the agencies that see it or were asked about it, each once."""
    seen: dict[Place, date] = field(default_factory=dict)
    open: dict[Place, list[ReportRequest]] = field(default_factory=dict)
    closed: dict[Place, date] = field(default_factory=dict)
    reports: dict[UUID, list[ReportHeld]] = field(default_factory=dict)
    from_parents: set[UUID] = field(default_factory=set)
    standing: dict[tuple[UUID, UUID, str], Verdict] = field(default_factory=dict)
    marked: dict[UUID, list[UUID]] = field(default_factory=dict)
    cited: dict[UUID, list[str]] = field(default_factory=dict)
    on_their_way: set[UUID] = field(default_factory=set)
    answers: dict[UUID, Answered] = field(default_factory=dict)
    """The newest that the agency gave by its link, by request."""
    unseen: set[UUID] = field(default_factory=set)
    steps: dict[UUID, list[tuple[str, date]]] = field(default_factory=dict)
    """What was done after asking, by request: its kind and day, the earliest first."""


def with_something_on_its_way(children: "QuerySet[Child]", today: date) -> "QuerySet[Child]":
    """Those whom an agency sees, about whom one was asked, or of whom a report is held."""
    child = OuterRef("pk")
    return children.filter(
        Exists(Involvement.objects.filter(child=child).seen_by(today))
        | Exists(ReportRequest.objects.filter(child=child).open())
        | Exists(Report.objects.filter(child=child).standing())
    )


def records_of(children: "QuerySet[Child]", setting: EarlyYearsSetting, today: date) -> Records:
    """Everything that their rows rest on."""
    rules, months = rules_and_months(ruleset_data(setting, today))
    records = Records(
        agencies={row.pk: row for row in Agency.objects.filter(setting=setting)},
        rules=rules,
        months=months,
        standing=Consent.objects.standing_of_all(children, today),
    )
    _read_involvements(records, children, today)
    _read_requests(records, children)
    _read_reports(records, children)
    return records


def rules_and_months(data: dict[str, Any]) -> tuple[ChaseRules, int]:
    """When to chase, and when a report is old, by a stored ruleset that may say neither."""
    rules = ChaseRules(**data.get("chase", {}))
    return rules, data.get("report_out_of_date_months", OUT_OF_DATE_MONTHS)


def keep_seen(records: Records, place: Place, first: date | None, last: date | None) -> None:
    """An agency that sees the child, and when last."""
    if seen := last or first:
        records.seen[place] = seen
        _keep_around(records, place)


def _keep_around(records: Records, place: Place) -> None:
    child, agency = place
    records.around.setdefault(child, {})[agency] = None


def keep_request(records: Records, row: ReportRequest, *, is_on_its_way: bool = False) -> None:
    """A request that is open, or closed without a report."""
    place = (row.child_id, row.agency_id)
    if row.closed_on is None:
        records.open.setdefault(place, []).append(row)
        _keep_around(records, place)
    else:
        records.closed[place] = max(row.closed_on, records.closed.get(place, row.closed_on))
    if is_on_its_way:
        records.on_their_way.add(row.pk)


def keep_answer(
    records: Records, request: UUID, kind: str, on: date, sends_by: date | None
) -> None:
    """An answer by link; they are kept in the order in which they came."""
    given = AnswerKind(kind)
    is_no = given is not AnswerKind.WILL_SEND
    records.answers[request] = Answered(on, str(given.label), is_no, sends_by)


def keep_report(records: Records, child: UUID, held: ReportHeld, sent_by: str) -> None:
    """A report that is held, and whether a parent brought it (C7.1)."""
    records.reports.setdefault(child, []).append(held)
    if sent_by == ReceivedFrom.PARENT and isinstance(held.key, UUID):
        records.from_parents.add(held.key)


def _read_involvements(records: Records, children: "QuerySet[Child]", today: date) -> None:
    columns = ("child_id", "agency_id", "first_seen_on", "last_seen_on")
    seen = Involvement.objects.filter(child__in=children).seen_by(today).values_list(*columns)
    for child, agency, first, last in seen:
        keep_seen(records, (child, agency), first, last)


def _read_requests(records: Records, children: "QuerySet[Child]") -> None:
    unanswered = Q(closed_on__isnull=True) | Q(answered_by__isnull=True)
    requests = ReportRequest.objects.filter(unanswered, child__in=children).order_by("raised_on")
    for row in requests.select_related("agency").prefetch_related("steps"):
        keep_request(records, row)
        records.steps[row.pk] = [(step.kind, step.done_on) for step in row.steps.all()]
    waiting = OutboxMail.objects.waiting().filter(kind=LETTER_MAIL)
    about = [row.pk for rows in records.open.values() for row in rows]
    answers = RequestAnswer.objects.filter(request__in=about).order_by("answered_at", "id")
    for key, kind, at, by in answers.values_list("request", "kind", "answered_at", "will_send_on"):
        keep_answer(records, key, kind, timezone.localdate(at), by)
    records.on_their_way = set(
        waiting.filter(about_id__in=about).values_list("about_id", flat=True)
    )


def _read_reports(records: Records, children: "QuerySet[Child]") -> None:
    columns = ("agency_id", "dated_on", "received_on", "holds_strategies", "holds_targets", "pk")
    reports = Report.objects.standing().filter(child__in=children).order_by("id")
    records.unseen = set(reports.filter(awaits_look=True).values_list("pk", flat=True))
    for child, sent_by, *row in reports.values_list("child_id", "received_from", *columns):
        keep_report(records, child, ReportHeld(*row), sent_by)
    offered = Recommendation.objects.offered().filter(report__child__in=children)
    for report, key in offered.order_by("id").values_list("report_id", "pk"):
        records.marked.setdefault(report, []).append(key)
    records.cited = plans_citing([key for keys in records.marked.values() for key in keys])


def on_its_way(records: Records, child: UUID, today: date) -> Iterator[Expected | Held]:
    """Everything about one child: what was asked for, what came, and what nobody asked for yet."""
    current = current_reports(records.reports.get(child, []), today)
    came = {report.agency for report in current}
    for agency in records.around.get(child, ()):
        place = (child, agency)
        for request in records.open.get(place, ()):
            yield _asked(records, records.agencies[agency], request)
        if agency not in came and _is_expected(records, place):
            yield _not_asked(records, records.agencies[agency], place)
    for report in current:
        yield _held(records, child, report)


def _is_expected(records: Records, place: Place) -> bool:
    seen = records.seen.get(place)
    if seen is None or place in records.open:
        return False
    closed = records.closed.get(place)
    return closed is None or closed < seen


def _asked(records: Records, agency: Agency, request: ReportRequest) -> Expected:
    done: dict[str, list[date]] = {kind.value: [] for kind in StepKind}
    for kind, on in records.steps.get(request.pk, []):
        done[kind].append(on)
    verdict = records.standing.get((request.child_id, agency.pk, request.purpose), NO_ANSWER)
    facts = AskFacts(
        standing=verdict.standing,
        raised_on=request.raised_on,
        asked_on=request.asked_on,
        chased_on=tuple(done[StepKind.CHASED]),
        parents_asked_on=tuple(done[StepKind.PARENTS_ASKED]),
        is_on_its_way=request.pk in records.on_their_way,
        answered=records.answers.get(request.pk),
        rules=records.rules,
    )
    seen_on = records.seen.get((request.child_id, agency.pk))
    return Expected(agency, facts, verdict, request.purpose, seen_on, request)


def _not_asked(records: Records, agency: Agency, place: Place) -> Expected:
    purpose = ConsentPurpose.ASK_REPORT
    verdict = records.standing.get((*place, purpose), NO_ANSWER)
    facts = AskFacts(standing=verdict.standing, rules=records.rules)
    return Expected(agency, facts, verdict, purpose, records.seen[place], None)


def _held(records: Records, child: UUID, report: ReportHeld) -> Held:
    key: Any = report.key
    marked = records.marked.get(key, [])
    places = {place for line in marked for place in records.cited[line]}
    agency = records.agencies[UUID(str(report.agency))]
    facts = HeldFacts(
        dated_on=report.dated_on,
        is_parents_copy=key in records.from_parents,
        holds_anything=report.holds_strategies or report.holds_targets,
        marked=len(marked),
        used_in=tuple(sorted(places)),
        is_renewed=(child, agency.pk) in records.open,
        awaits_look=key in records.unseen,
        out_of_date_months=records.months,
    )
    return Held(agency, facts, key)
