"""What agencies' records make due: reports to ask for, chase or renew, and what ends by itself (C7)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple
from uuid import UUID

from accounts.models import Membership
from agencies.queries.briefly import Ending, briefly
from agencies.queries.chase import Standing, row_of, standings
from agencies.rules.chase import ChaseStep
from children.models import Child
from children.queries.plain import Whose
from isp_portal.dashboards.rules.due import ENDS_WITHIN_DAYS
from isp_portal.dashboards.rules.facts import (
    CameInFacts,
    ChildFacts,
    EndingFacts,
    ReportFacts,
    ReportWords,
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
    whose: Whose,
    listed: list[ChildFacts],
    rules: RuleSetData,
    membership: Membership,
    today: date,
) -> Told:
    """Of the listed children; one query."""
    told = briefly(whose, rules.chase, rules.report_out_of_date_months, today)
    here = {child.pk for child in listed}
    records = told.records
    on_record = {*records.around, *records.reports}
    reports = [
        ReportFacts(
            told.read_as[child],
            one.item.agency.name,
            one.chase.state.value,
            one.since,
            _Said(partial(_words, one, child, membership, today)),
        )
        for child in on_record
        if told.read_as[child] in here
        for one in standings(records, child, today)
        if one.chase.step not in NOT_DUE
    ]
    reports.sort(key=lambda row: (row.since, row.child, row.agency))
    return Told(
        [*_ending_soon(told.ending, here, today)],
        reports,
        [CameInFacts(*row) for row in told.came_in if row.child in here],
    )


class _Said:
    """Words that are made when they are first asked for, and kept: a row asks twice."""

    __slots__ = ("kept", "make")

    def __init__(self, make: Callable[[], ReportWords]) -> None:
        self.make = make
        self.kept: ReportWords | None = None

    def __call__(self) -> ReportWords:
        if self.kept is None:
            self.kept = self.make()
        return self.kept


def _words(standing: Standing, child: UUID, membership: Membership, today: date) -> ReportWords:
    """Made where the row is shown: of many rows, few are."""
    row = row_of(standing, Child(pk=child), membership, today)
    return ReportWords(row.pill, row.known, row.act, row.url)


def _ending_soon(rows: list[Ending], here: set[str], today: date) -> Iterator[EndingFacts]:
    last = today + timedelta(days=ENDS_WITHIN_DAYS)
    for row in rows:
        if row.child in here and today <= row.until_on <= last:
            kind = "consent" if row.is_consent else "advice"
            yield EndingFacts(row.child, kind, row.words, row.until_on)
