"""What councils differ in, as dated data: a ruleset that a setting follows.

A ruleset is a value: rules take it, or a part of it, as an argument. Its stored form is a plain
dictionary (see `ruleset_data`), so that the floor that keeps it needs nothing from here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from agencies.rules.chase import ChaseRules
from children.rules import Stage
from plans.rules.window import ReviewRules

DOCUMENT_TITLES = {
    "support_plan": "Individual Support Plan",
    "provision_map": "Individual Provision Map",
    "group_provision_map": "Group provision map",
    "record_of_intervention": "Record of intervention",
    "minutes_of_review": "Minutes of review of intervention",
    "parents_page": "Parents' page",
    "record_sheet": "Record sheet",
    "room_card": "Room strategies card",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One graduated response level, and whether an outside agency is expected at it."""

    code: str
    label: str
    agency_expected: bool


@dataclass(frozen=True)
class RuleSetData:
    """One version of a council's rules, in force from a day until the next version begins.

    `levels` run from the first to the highest; months and days are whole numbers; `titles` are
    pairs of a document's code name and the title it is printed under.
    """

    code: str
    version: str
    from_on: date
    levels: tuple[Level, ...]
    oldest_stage: Stage = Stage.PRESCHOOL
    review: ReviewRules = field(default_factory=ReviewRules)
    report_out_of_date_months: int = 12
    chase: ChaseRules = field(default_factory=ChaseRules)
    titles: tuple[tuple[str, str], ...] = tuple(DOCUMENT_TITLES.items())

    def agency_expected(self, level_code: str) -> bool | None:
        """Does this level expect an agency? None for a level that the ruleset does not know."""
        expected = {level.code: level.agency_expected for level in self.levels}
        return expected.get(level_code)

    def title(self, document: str) -> str:
        """The title that a document is printed under; the usual one where none is given."""
        return dict(self.titles).get(document, DOCUMENT_TITLES[document])


DEFAULT = RuleSetData(
    code="default",
    version="2026-09",
    from_on=date(2026, 9, 1),
    levels=(
        Level("GR1", "Graduated response level 1", agency_expected=False),
        Level("GR2", "Graduated response level 2", agency_expected=True),
        Level("GR3", "Graduated response level 3", agency_expected=True),
    ),
)


def ruleset_on(code: str, on: date, rulesets: Iterable[RuleSetData] = (DEFAULT,)) -> RuleSetData:
    """The version of a ruleset in force on a day: the newest that has begun.

    A day before the first version is answered by the first. Raises LookupError for a code of
    which there is no version.
    """
    versions = sorted(
        (ruleset for ruleset in rulesets if ruleset.code == code),
        key=lambda ruleset: (ruleset.from_on, ruleset.version),
    )
    if not versions:
        raise LookupError(f'There is no ruleset "{code}".')
    begun = [ruleset for ruleset in versions if ruleset.from_on <= on]
    return begun[-1] if begun else versions[0]
