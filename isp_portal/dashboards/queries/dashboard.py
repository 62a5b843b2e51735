"""The dashboard: complete lists of what is due, its counters, and the SENCO's hour.

Facts of all children are read in a fixed number of queries; rules make rows of them; only the rows
of the page that is shown are put into words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from accounts.models import Closure, Membership
from accounts.rules.half_term import half_term_on
from accounts.rules.school_year import NamedDays
from accounts.templatetags.drawings import cycle_bar_svg
from accounts.templatetags.portal import pill_html
from children.queries.plain import Whose, whom_they_see
from isp_portal.dashboards.rules.children import known_as
from isp_portal.dashboards.rules.due import Due, DueList, everything_due, in_order
from isp_portal.dashboards.rules.facts import ChildFacts, Facts, Key
from isp_portal.dashboards.rules.kept_answer import lifted_by
from isp_portal.dashboards.rules.said import called, said
from isp_portal.dashboards.rules.titles import HAS_BAR, TITLES, Title
from plans.queries.calendar import rulesets_of
from plans.rules.window import Calendar
from reviews.rules.half_term import Last, Strip, strip_of

from .chosen import Wanted, chosen
from .due_facts import facts_of
from .hour import HourShown, hour_shown
from .next_step import address, next_step

ROWS_PER_PAGE = 200
EVERYTHING = Wanted()
half_term = lru_cache(maxsize=64)(half_term_on)
"""It looks at every day of two school years, and depends on nothing but what it is given."""


class DueRow(NamedTuple):
    """A row as the page shows it, every value ready."""

    pk: Key
    name: str
    second: str
    url: str
    bar: SafeString | str
    pill: SafeString
    line: str
    why: str
    clauses: tuple[str, ...]
    lifted_by: str
    act: str
    act_url: str


class Counter(NamedTuple):
    title: Title
    figure: int
    url: str


class ListShown(NamedTuple):
    """The rows of one list that stand on this page; `total` is how many the list holds."""

    key: str
    title: Title
    total: int
    has_bar: bool
    rows: Sequence[DueRow]
    lifts: bool


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that the page says."""

    today: date
    children: int
    planned: int
    at_rest: int
    """Children for whom nothing is due."""
    counters: tuple[Counter, ...]
    lists: tuple[ListShown, ...]
    only: ListShown | None
    """The one list that was asked for."""
    found: int
    page: Page[Due]
    query: str
    strip: Strip | None
    """The half term, with the last days and meetings of these children's reviews."""
    hour: HourShown | None
    """None for who has none, and while the page is narrowed: an hour is for every child."""

    @property
    def shown(self) -> list[DueRow]:
        """The children whose rows stand on this page."""
        return [row for part in self.lists for row in part.rows]


def dashboard(
    membership: Membership,
    *,
    today: date,
    wanted: Wanted = EVERYTHING,
    only: str = "",
    sort: str = "since",
    number: str | int = 1,
) -> Dashboard:
    """The page for one reader, narrowed to what is wanted; whole lists, 200 rows to a page."""
    facts, lists, days = lists_due(membership, wanted, today)
    ordered = {name: in_order(rows, sort) for name, rows in lists.items()}
    asked = [DueList(only)] if only else list(DueList)
    rows = [due for name in asked for due in ordered[name]]
    page = Paginator(rows, ROWS_PER_PAGE).get_page(number)
    busy = {due.child.pk for part in lists.values() for due in part}
    kept = {**wanted.asked, **({"sort": sort} if sort != "since" else {})}
    shown = _shown(list(page), ordered, membership, today)
    return Dashboard(
        today=today,
        children=len(facts.children),
        planned=len({plan.child for plan in facts.plans if plan.is_in_force}),
        at_rest=len(facts.children) - len(busy),
        counters=_counters(ordered, kept, whole=not only and not page.has_other_pages()),
        lists=shown,
        only=_empty(DueList(only)) if only and not rows else None,
        found=len(rows),
        page=page,
        query=urlencode({**kept, **({"list": only} if only else {})}),
        strip=_strip(facts, days, membership, today),
        hour=None if kept or only else hour_shown(lists, membership, today),
    )


class Days(NamedTuple):
    """The days on which the setting is closed, by name."""

    closures: tuple[NamedDays, ...]

    def calendar(self, open_weekdays: list[int]) -> Calendar | None:
        """None while the setting says on no weekday that it opens."""
        if not open_weekdays:
            return None
        spans = tuple((days.first_on, days.last_on) for days in self.closures)
        return Calendar(frozenset(open_weekdays), spans)


def lists_due(
    membership: Membership, wanted: Wanted, today: date
) -> tuple[Facts, dict[DueList, list[Due]], Days]:
    """The facts about the children whom the reader sees and wants, and all that is due for them."""
    whose = whom_they_see(membership)
    if wanted != EVERYTHING:
        whose = Whose(chosen(whose.children, wanted, today), membership.setting_id)
    rules_on = rulesets_of(membership.setting)
    facts = facts_of(whose, membership, rules_on(today), today)
    closures = Closure.objects.visible_to(membership).values_list("name", "first_on", "last_on")
    days = Days(tuple(NamedDays(*row) for row in closures))
    calendar = days.calendar(membership.setting.open_weekdays)
    review_on = cache(lambda on: rules_on(on).review)  # many cycles start on one day
    return facts, everything_due(facts, today, calendar, review_on), days


def _strip(facts: Facts, days: Days, membership: Membership, today: date) -> Strip | None:
    """Reviews that are not held yet; None where nothing opens any more this school year."""
    opens = membership.setting.open_weekdays
    term = half_term(today, tuple(opens), days.closures)
    if term is None:
        return None
    waiting = [plan for plan in facts.plans if plan.is_in_force and plan.held_on is None]
    return strip_of(
        term,
        lasts=[Last(p.opens_on, p.due_on) for p in waiting if p.opens_on and p.due_on],
        meetings=[p.planned_on for p in waiting if p.planned_on and p.planned_on >= today],
        closures=[(row.first_on, row.last_on) for row in days.closures],
        open_weekdays=opens,
        today=today,
    )


def _counters(
    lists: dict[DueList, list[Due]], kept: dict[str, str], *, whole: bool
) -> tuple[Counter, ...]:
    """Each leads to its list: on this page where that holds all of them, else by itself."""
    return tuple(
        Counter(TITLES[name], len(rows), f"#{name.value}" if whole and rows else _only(name, kept))
        for name, rows in lists.items()
    )


def _only(name: DueList, kept: dict[str, str]) -> str:
    return "?" + urlencode({**kept, "list": name.value})


def _empty(name: DueList) -> ListShown:
    return ListShown(name.value, TITLES[name], 0, False, (), False)


def _shown(
    rows: list[Due], lists: dict[DueList, list[Due]], membership: Membership, today: date
) -> tuple[ListShown, ...]:
    """The lists that have a row on this page, in their order."""
    parts: dict[DueList, list[DueRow]] = {}
    for due in rows:
        parts.setdefault(due.list, []).append(_row(due, membership, today))
    return tuple(
        ListShown(
            name.value,
            TITLES[name],
            len(lists[name]),
            name in HAS_BAR,
            part,
            name is DueList.NEEDS_PLAN,
        )
        for name, part in parts.items()
    )


def _row(due: Due, membership: Membership, today: date) -> DueRow:
    child, words = due.child, said(due, today)
    act, act_url = next_step(due, membership)
    lifts = due.list is DueList.NEEDS_PLAN and child.inputs
    return DueRow(
        child.pk,
        known_as(child.legal_name, child.preferred_name),
        place_of(child),
        address("dashboards:child", child.pk),
        _bar(due, today) if due.list in HAS_BAR else "",
        pill_html(*words.pill),
        words.line,
        words.why,
        words.clauses,
        lifted_by(child.inputs, called(due)) if lifts and child.inputs else "",
        act,
        act_url,
    )


def place_of(child: ChildFacts) -> str:
    """ "Orchard · Kemi Adebayo and Dele Okafor"."""
    key_people = " and ".join(name for name in (child.key_person, child.second) if name)
    return f"{child.room or 'No room'} · {key_people or 'No key person'}"


def _bar(due: Due, today: date) -> SafeString | str:
    plan = due.facts
    if plan.starts_on is None:
        return ""
    return cycle_bar_svg(plan.starts_on, plan.opens_on, plan.due_on, today)
