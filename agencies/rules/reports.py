"""Which of the reports that the setting holds are the current ones, and which are old (C1)."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from accounts.rules.months import months_after


@dataclass(frozen=True, slots=True)
class ReportHeld:
    """A report that the setting holds, and what it was found to hold. `key` tells it from others."""

    agency: Hashable
    dated_on: date
    received_on: date
    holds_strategies: bool
    holds_targets: bool
    key: Hashable = None

    def precedence(self) -> tuple[date, date, bool, bool]:
        """The latest-dated is the agency's current one; of two of one date, the last received."""
        return self.dated_on, self.received_on, self.holds_targets, self.holds_strategies


def current_reports(reports: Iterable[ReportHeld], on: date) -> tuple[ReportHeld, ...]:
    """The latest-dated report of each agency among those received by the day; age only warns."""
    held = (report for report in reports if report.received_on <= on)
    by_agency = {report.agency: report for report in sorted(held, key=ReportHeld.precedence)}
    return tuple(by_agency.values())


def out_of_date(dated: date, on: date, months: int = 12) -> bool:
    """Is a report of this date older than so many months on the day? The day itself is not."""
    return on > months_after(dated, months)
