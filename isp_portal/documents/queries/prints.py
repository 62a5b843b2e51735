"""Gathers what is printed for staff and not issued: a record sheet, a group provision map."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from accounts.models import Membership
from children.models import AttendedSession, Child
from isp_portal.documents import facts
from isp_portal.documents.queries.gather import child_facts, setting_facts, version_day
from plans.models import GroupProvisionRow
from plans.queries.group_maps import ChildPart, MapPage, RowPart
from reviews.queries.plan_lines import plan_in_force

MONDAY_TO_FRIDAY = range(5)


def sheet_facts(child: Child, monday: date, on: date) -> facts.RecordSheet | None:
    """The sheet for the week of `monday`, printed on the day `on`; None without a plan in force."""
    now = plan_in_force(child)
    if now is None:
        return None
    return facts.RecordSheet(
        setting=setting_facts(child.setting),
        child=child_facts(child, on),
        plan_number=now.plan.cycle.number,
        version=now.plan.version,
        version_of=version_day(now.plan, on),
        monday=monday,
        printed_on=on,
        lines=tuple(facts.SheetLine(name=line.name, words=str(line.row)) for line in now.lines),
        days=_days(child, monday),
    )


def _days(child: Child, monday: date) -> tuple[facts.SheetDay, ...]:
    """The days on which the setting opens, each with why it has no boxes."""
    sunday = monday + timedelta(days=6)
    in_week = Q(until_on__isnull=True) | Q(until_on__gte=monday)
    pattern = list(AttendedSession.objects.filter(in_week, child=child, from_on__lte=sunday))
    closures = list(child.setting.closures.filter(first_on__lte=sunday, last_on__gte=monday))
    days = []
    for weekday in sorted(child.setting.open_weekdays or MONDAY_TO_FRIDAY):
        day = monday + timedelta(days=weekday)
        closed = next((c for c in closures if c.first_on <= day <= c.last_on), None)
        if closed:
            days.append(facts.SheetDay(on=day, why_not=f"closed: {closed.name}", is_closed=True))
        else:
            days.append(facts.SheetDay(on=day, why_not=_why_not_here(pattern, day)))
    return tuple(days)


def _why_not_here(pattern: list[AttendedSession], day: date) -> str:
    """Empty where the child comes; without a pattern every day counts."""
    held = [
        row
        for row in pattern
        if row.from_on <= day and (row.until_on is None or day <= row.until_on)
    ]
    comes = not held or any(row.weekday == day.weekday() for row in held)
    return "" if comes else "not a day here"


def group_map_facts(page: MapPage, membership: Membership) -> facts.GroupMapPaper:
    """The map as this member sees its page: other children are counted, not named."""
    return facts.GroupMapPaper(
        setting=setting_facts(page.group_map.setting),
        title=page.group_map.title,
        starts_on=page.group_map.starts_on,
        ends_on=page.group_map.ends_on,
        printed_on=timezone.localdate(),
        printed_by=membership.user.full_name,
        rows=tuple(_map_row(part) for part in page.rows),
    )


def _map_row(part: RowPart) -> facts.MapRow:
    row = part.row
    return facts.MapRow(
        area=row.get_area_display(),
        intervention=row.intervention,
        aim=row.aim,
        lead=row.lead,
        delivered_by=row.delivered_by,
        how_much=_how_much(row),
        starts_on=row.starts_on,
        ends_on=row.last_day,
        entry_measure=row.entry_measure,
        exit_measure=row.exit_measure,
        cost=row.cost,
        children=tuple(_map_child(one) for one in part.children),
        others=part.others,
        held=part.sessions_held,
        planned=part.sessions_planned,
        decided=_decided(row),
    )


def _map_child(one: ChildPart) -> facts.MapChild:
    return facts.MapChild(
        name=one.named.child.legal_name,
        effect=one.named.effect,
        attended=one.sessions_attended,
        marked=one.sessions_marked,
    )


def _decided(row: GroupProvisionRow) -> str:
    """What the review of the map decided about the row; nothing before the review was held."""
    if not (row.group_map.reviewed_at and row.review_decision):
        return ""
    return ". ".join(filter(None, [row.get_review_decision_display(), row.review_words]))


def _how_much(row: GroupProvisionRow) -> str:
    """3 × 15 minutes a week, 16 weeks, group of 4"""
    often = f"{row.times_a_week} × {row.minutes} minutes a week"
    return f"{often}, {row.weeks} weeks, group of {row.group_size}"
