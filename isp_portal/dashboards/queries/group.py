"""The counts of a group of settings: the same lists as on each dashboard, counted and without names."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import EarlyYearsSetting, SettingGroup
from children.models import Child
from children.queries.plain import Whose
from isp_portal.dashboards.rules.due import DueList, everything_due
from isp_portal.dashboards.rules.titles import TITLES

from .due_facts import facts_of_plans

COUNTED = (
    DueList.OVERDUE,
    DueList.IN_WINDOW,
    DueList.MINUTES,
    DueList.NEEDS_PLAN,
    DueList.NO_COPY,
    DueList.CHANGED,
    DueList.NO_KEY_PERSON,
)


@dataclass(frozen=True, slots=True)
class SettingCounts:
    """One setting's line: how many children, how many with a plan in force, and what is due."""

    setting: str
    children: int
    planned: int
    due: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupPage:
    """`heads` stand over the counts of what is due; `total` is the sum of the lines."""

    name: str
    heads: tuple[str, ...]
    lines: tuple[SettingCounts, ...]
    total: SettingCounts

    @property
    def rows(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """Each setting, and all together where there are several, with every count under its head."""
        listed = [*self.lines, self.total] if len(self.lines) > 1 else self.lines
        heads = ("Children", "Plan in force", *self.heads)
        return [
            (line.setting, list(zip(heads, (line.children, line.planned, *line.due), strict=True)))
            for line in listed
        ]


def group_page(group: SettingGroup, today: date) -> GroupPage:
    """Counts for each setting, in a number of queries that does not grow with either."""
    settings = list(EarlyYearsSetting.objects.filter(group_place__group=group).order_by("name"))
    children = Child.objects.filter(setting__in=[s.pk for s in settings]).active()
    where = {pk.hex: setting for pk, setting in children.values_list("pk", "setting_id")}
    facts = facts_of_plans(Whose(children), today)
    due = {
        name: Counter(_setting_of(where, row.child.pk) for row in rows)
        for name, rows in everything_due(facts, today, None).items()
    }
    planned = Counter(
        where[_hex(key)] for key in {plan.child for plan in facts.plans if plan.is_in_force}
    )
    all_children = Counter(where.values())
    lines = tuple(
        SettingCounts(
            s.name, all_children[s.pk], planned[s.pk], tuple(due[name][s.pk] for name in COUNTED)
        )
        for s in settings
    )
    heads = tuple(TITLES[name].title for name in COUNTED)
    return GroupPage(group.name, heads, lines, _total(lines))


def _setting_of(where: dict[str, UUID], key: str) -> UUID:
    return where[_hex(key)]


def _hex(key: str) -> str:
    """An id as a database writes it, with dashes or without."""
    return str(key).replace("-", "")


def _total(lines: tuple[SettingCounts, ...]) -> SettingCounts:
    due = tuple(sum(line.due[at] for line in lines) for at in range(len(COUNTED)))
    return SettingCounts(
        "All together",
        sum(line.children for line in lines),
        sum(line.planned for line in lines),
        due,
    )
