"""What agencies' records make due: reports to ask for, chase or renew, and what ends by itself (C7)."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from accounts.models import Membership
from agencies.queries.briefly import Ending, briefly
from agencies.queries.chase import rows_of
from agencies.rules.chase import ChaseStep
from children.models import Child
from isp_portal.dashboards.rules.due import ENDS_WITHIN_DAYS
from isp_portal.dashboards.rules.facts import ChildFacts, EndingFacts, ReportFacts

NOT_DUE = frozenset({ChaseStep.WAIT, ChaseStep.NOTHING, ChaseStep.READ, ChaseStep.USE})
"""Nothing to do, or a report that came and is read on its own page."""


def agencies_told(
    children: Any, listed: list[ChildFacts], membership: Membership, today: date
) -> tuple[list[EndingFacts], list[ReportFacts]]:
    """Of the listed children of the queryset; two queries."""
    told = briefly(children, membership.setting, today)
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
    ending = [*_ending_soon(told.ending, keys, today)]
    return ending, reports


def _ending_soon(rows: list[Ending], keys: dict[UUID, str], today: date) -> Iterator[EndingFacts]:
    last = today + timedelta(days=ENDS_WITHIN_DAYS)
    for row in rows:
        if row.child in keys and today <= row.until_on <= last:
            kind = "consent" if row.is_consent else "advice"
            yield EndingFacts(keys[row.child], kind, row.words, row.until_on)
