"""What agencies' records make due: reports to ask for, chase or renew, and what ends by itself (C7)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from accounts.models import Membership
from agencies.queries.briefly import Ending, briefly
from agencies.queries.chase import rows_of
from agencies.rules.chase import ChaseStep
from children.models import Child
from isp_portal.dashboards.rules.due import ENDS_WITHIN_DAYS
from isp_portal.dashboards.rules.facts import (
    CameInFacts,
    ChildFacts,
    EndingFacts,
    ReportFacts,
)
from plans.rules.rulesets import RuleSetData

NOT_DUE = frozenset({ChaseStep.WAIT, ChaseStep.NOTHING, ChaseStep.READ, ChaseStep.USE})
"""Nothing to do, or a report that came and is read on its own page."""


class Told(NamedTuple):
    """A part of `Facts`."""

    ending: list[EndingFacts]
    reports: list[ReportFacts]
    came_in: list[CameInFacts]


def agencies_told(
    children: Any,
    listed: list[ChildFacts],
    rules: RuleSetData,
    membership: Membership,
    today: date,
) -> Told:
    """Of the listed children of the queryset; one query."""
    months = rules.report_out_of_date_months
    told = briefly(children, membership.setting, rules.chase, months, today)
    keys = {UUID(child.pk): child.pk for child in listed}
    records = told.records
    on_record = {child for child, _ in (*records.seen, *records.open)} | set(records.reports)
    reports = [
        ReportFacts(
            keys[child],
            row.agency.name,
            row.state.value,
            row.pill,
            row.known,
            row.act,
            row.url,
            row.since,
        )
        for child in on_record & set(keys)
        for row in rows_of(records, Child(pk=child), membership, today)
        if row.step not in NOT_DUE
    ]
    reports.sort(key=lambda row: (row.since, row.child, row.agency))
    return Told(
        [*_ending_soon(told.ending, keys, today)],
        reports,
        [CameInFacts(keys[row.child], *row[1:]) for row in told.came_in if row.child in keys],
    )


def _ending_soon(rows: list[Ending], keys: dict[UUID, str], today: date) -> Iterator[EndingFacts]:
    last = today + timedelta(days=ENDS_WITHIN_DAYS)
    for row in rows:
        if row.child in keys and today <= row.until_on <= last:
            kind = "consent" if row.is_consent else "advice"
            yield EndingFacts(keys[row.child], kind, row.words, row.until_on)
