"""Everything that happened around a child, newest first."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership
from accounts.rules.roles import Permission
from agencies.models import Advice, Involvement, Report
from children.models import Child, LevelRecord, SupportNeed
from isp_portal.dashboards.queries.answer import outcome_of
from isp_portal.dashboards.queries.cycle_events import agency_events, review_events
from isp_portal.dashboards.queries.event import Event
from isp_portal.dashboards.queries.help import entry_events
from plans.models import RequirementDecision, SupportPlan
from plans.rules.words import headline, reason


def timeline(child: Child, membership: Membership) -> list[Event]:
    """The story of the child as far as this member may read it."""
    events = [*_record(child), *entry_events(child, membership)]
    if membership.may(Permission.VIEW_AGENCIES):
        events += [*_decisions(child), *_answers(child), *_agencies(child)]
        events += agency_events(child)
    if membership.may(Permission.VIEW_PLANS):
        events += [*_plans(child), *review_events(child)]
    return sorted(events, key=lambda event: event.on)[::-1]


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def _record(child: Child) -> Iterator[Event]:
    if child.started_on:
        yield Event(child.started_on, "house", "First day here")
    if child.archived_on:
        yield Event(child.archived_on, "dash", "Record archived", child.archived_because)
    for row in LevelRecord.objects.filter(child=child):
        yield Event(row.from_on, "chevron-up", f"Level {row.level}", row.because)


def _decisions(child: Child) -> Iterator[Event]:
    rows = list(RequirementDecision.objects.filter(child=child).order_by("decided_at"))
    before: RequirementDecision | None = None
    for row in rows:
        if before is None or before.outcome != row.outcome:
            said = headline(outcome_of(row))
            title = f"Answer: {said}" if before is None else f"Answer changed: {said}"
            words = reason(outcome_of(row), child.called)
            yield Event(row.decided_on, "ticked-circle", title, words)
        before = row


def _answers(child: Child) -> Iterator[Event]:
    rows = SupportNeed.objects.filter(child=child)
    for row in rows.select_related("said_by_member__user", "said_by_contact"):
        said = "Yes" if row.is_yes else "No"
        yield Event(row.said_on, "speech", f"{row.get_question_display()} {said}", row.said_by)


def _agencies(child: Child) -> Iterator[Event]:
    for row in Report.objects.filter(child=child).select_related("agency"):
        words = f"{row.agency}, dated {row.dated_on.day} {row.dated_on:%b %Y}"
        yield Event(row.received_on, "page-bars", "Report received", words)
    for step in Involvement.objects.filter(child=child).select_related("agency"):
        for on, words in (
            (step.referred_on, "Referred to"),
            (step.first_seen_on, "First seen by"),
            (step.discharged_on, "Discharged by"),
        ):
            if on:
                yield Event(on, "people", f"{words} {step.agency}")
    for advice in Advice.objects.filter(child=child):
        words = f"{advice.person_name}, {advice.person_role}"
        yield Event(advice.given_on, "info", f"Advice: {advice.get_use_display()}", words)


def _plans(child: Child) -> Iterator[Event]:
    for plan in SupportPlan.objects.filter(child=child).select_related("cycle"):
        name, url = f"Plan {plan.cycle.number}", reverse("plans:plan", args=[plan.pk])
        version = f"Version {plan.version}"
        if plan.version == 1 and plan.cycle.starts_on:
            yield Event(plan.cycle.starts_on, "page", f"{name} begins", "", url, "Open")
        if plan.finalised_at:
            words = f"{version}, by {plan.finalised_by}"
            yield Event(
                _day(plan.finalised_at), "ticked-circle", f"{name} finalised", words, url, "Open"
            )
        if plan.closed_at:
            yield Event(
                _day(plan.closed_at), "dash", f"{name} closed", plan.closed_because, url, "Open"
            )
