"""What stands around a child: plans, agencies, family."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from accounts.rules.roles import Permission
from agencies.models import Advice, AdvisedBy, AgencyVisit, Involvement, Report
from agencies.policies import can_change_report, can_confirm_advice, can_withdraw_advice
from agencies.queries.requests import RequestRow, open_requests
from agencies.rules.reports import out_of_date
from children.models import Child
from children.queries.family import ContactCard, contact_cards
from plans.models import Cycle, SupportPlan


@dataclass(frozen=True, slots=True)
class InvolvementRow:
    row: Involvement
    words: str
    is_involved: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report; `holds` says what it holds, `state` is its pill."""

    row: Report
    state: str
    holds: str
    may_change: bool


@dataclass(frozen=True, slots=True)
class AdviceRow:
    row: Advice
    words: str
    may_confirm: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class AgenciesPart:
    involvements: tuple[InvolvementRow, ...]
    reports: tuple[ReportRow, ...]
    advice: tuple[AdviceRow, ...]
    requests: tuple[RequestRow, ...]
    """What agencies are to be asked for; the closed ones are on the page of the requests."""
    visits: tuple[AgencyVisit, ...]
    """Those to come."""


def agencies_part(child: Child, membership: Membership, today: date) -> AgenciesPart:
    """Involvements, reports and advice, those that have ended included."""
    involvements = Involvement.objects.filter(child=child).select_related("agency", "professional")
    reports = Report.objects.filter(child=child).with_file_counts().select_related("agency")
    advice = Advice.objects.filter(child=child)
    visits = AgencyVisit.objects.filter(child=child).select_related("agency", "professional")
    return AgenciesPart(
        tuple(_involvement(row, today) for row in involvements),
        tuple(_report(row, membership, today) for row in reports),
        tuple(_advice(row, membership, today) for row in advice),
        open_requests(child, today),
        tuple(visits.planned().filter(on__gte=today)),
    )


STEPS = (
    ("discharged_on", "Discharged"),
    ("last_seen_on", "Last seen"),
    ("first_seen_on", "First seen"),
    ("waiting_since", "Waiting since"),
    ("accepted_on", "Accepted"),
    ("referred_on", "Referred"),
)


def _involvement(row: Involvement, today: date) -> InvolvementRow:
    step = next((words for name, words in STEPS if getattr(row, name)), "On record")
    seen = row.first_seen_on is not None and row.first_seen_on <= today
    gone = row.discharged_on is not None and row.discharged_on <= today
    return InvolvementRow(row, step, seen and not gone)


HOLDS = {
    (True, True): "Strategies and targets",
    (True, False): "Strategies only",
    (False, True): "Targets only",
    (False, False): "Neither strategies nor targets",
}


def _report(row: Report, membership: Membership, today: date) -> ReportRow:
    state = "parents_copy" if row.received_from == "parent" else "received"
    if out_of_date(row.dated_on, today):
        state = "out_of_date"
    if row.awaits_look:
        state = "awaits_look"
    may = membership.may(Permission.RECORD_REPORT) and can_change_report(row)
    return ReportRow(row, state, HOLDS[row.holds_strategies, row.holds_targets], may)


def _advice(row: Advice, membership: Membership, today: date) -> AdviceRow:
    return AdviceRow(
        row,
        _advice_words(row, today),
        can_confirm_advice(row) and membership.may(Permission.CONFIRM_ADVICE),
        can_withdraw_advice(row) and membership.may(Permission.RECORD_ADVICE),
    )


def _advice_words(row: Advice, today: date) -> str:
    if row.withdrawn_on:
        return f"Withdrawn: {row.withdrawn_because}"
    if row.until_on and row.until_on < today:
        return "Has ended"
    if row.confirmed_at:
        return f"Confirmed by {row.confirmed_by}"
    if row.advised_by == AdvisedBy.INCLUSION_TEAM:
        return "Counts at once"
    return "Counts while an agency is involved, or once the SENCO confirms it"


def plans_part(child: Child) -> tuple[SupportPlan, ...]:
    """Every version of every plan, newest first."""
    plans = SupportPlan.objects.filter(child=child).select_related("cycle")
    return tuple(plans.order_by("-cycle__number", "-version"))


def open_cycle(child: Child) -> Cycle | None:
    """The cycle that runs: begun, with a date, and not closed."""
    running = Cycle.objects.filter(child=child, closed_on__isnull=True, starts_on__isnull=False)
    return running.filter(due_on__isnull=False, opens_on__isnull=False).first()


def family_part(child: Child, membership: Membership, today: date) -> list[ContactCard]:
    """The contacts; the text of a restriction only for those who may set one."""
    may = membership.may(Permission.SET_RESTRICTION)
    return contact_cards(child, today, membership if may else None)
