"""Facts as they are read from the records, and what is due by them, in short."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from isp_portal.dashboards.rules.due import DueList, everything_due
from isp_portal.dashboards.rules.due.of_plan import RulesOn
from isp_portal.dashboards.rules.facts import (
    CameInFacts,
    ChildFacts,
    EndingFacts,
    Facts,
    MinutesFacts,
    PlanFacts,
    RecipientFacts,
    ReplyFacts,
    ReportFacts,
    ReportWords,
)
from isp_portal.dashboards.rules.said import said
from isp_portal.dashboards.rules.tasks import Task
from plans.rules.window import Calendar, ReviewRules

TODAY = date(2026, 11, 23)
BEGAN = date(2026, 10, 5)
WEEKDAYS = Calendar(frozenset(range(5)), ())


def child(**known: Any) -> ChildFacts:
    """Seyi, whose plan is required and whose key person is Kemi."""
    given: dict[str, Any] = {
        "pk": "seyi",
        "legal_name": "Oluwaseyifunmi Adeyemi-Blackwood",
        "preferred_name": "Seyi",
        "started_on": date(2026, 9, 1),
        "room": "Orchard",
        "key_person_id": "kemi",
        "key_person": "Kemi Adebayo",
        "second": None,
        "outcome": "REQUIRED_STRATEGIES",
        "is_required": True,
        "decided_on": date(2026, 11, 2),
        "is_unseen": False,
        "was": None,
        "inputs": None,
    }
    return ChildFacts(**{**given, **known})


def plan(**known: Any) -> PlanFacts:
    """In force since 5 October, due on 30 November, with an entry of last week."""
    given: dict[str, Any] = {
        "child": "seyi",
        "pk": "plan",
        "status": "finalised",
        "number": 1,
        "ready_on": BEGAN,
        "finalised_on": BEGAN,
        "starts_on": date(2026, 10, 5),
        "opens_on": date(2026, 11, 16),
        "due_on": date(2026, 11, 30),
        "closed_on": None,
        "agreed_because": "",
        "review": None,
        "planned_on": None,
        "planned_time": None,
        "held_on": None,
        "is_reviewed": False,
        "last_entry_on": date(2026, 11, 19),
        "invited_on": None,
        "key_person_agreed": False,
        "senco_agreed": False,
        "has_recipient": True,
    }
    return PlanFacts(**{**given, **known})


def all_facts(**known: Any) -> Facts:
    """Nothing but what is given."""
    return Facts(**{**{name: [] for name in Facts._fields}, **known})


@dataclass
class Told:
    """One row in short, and its words."""

    name: DueList
    task: Task
    since: date | None
    about: str
    why: str


def due(
    *plans: PlanFacts,
    of: ChildFacts | None = None,
    recipients: tuple[RecipientFacts, ...] = (),
    ending: tuple[EndingFacts, ...] = (),
    reports: tuple[ReportFacts, ...] = (),
    came_in: tuple[CameInFacts, ...] = (),
    minutes: tuple[MinutesFacts, ...] = (),
    replies: tuple[ReplyFacts, ...] = (),
    rules_on: RulesOn = lambda _: ReviewRules(),
    today: date = TODAY,
) -> list[Told]:
    facts = all_facts(
        children=[of or child()],
        plans=list(plans),
        recipients=list(recipients),
        ending=list(ending),
        reports=list(reports),
        came_in=list(came_in),
        minutes=list(minutes),
        replies=list(replies),
    )
    lists = everything_due(facts, today, WEEKDAYS, rules_on)
    return [
        Told(row.list, row.task, row.since, row.about, said(row, today).why)
        for rows in lists.values()
        for row in rows
    ]


def the_one(*plans: PlanFacts, **more: Any) -> Told:
    (row,) = due(*plans, **more)
    return row


def parent(**known: Any) -> RecipientFacts:
    given = {"given_on": None, "is_excused": False, "has_answered": False, "shared_on": None}
    return RecipientFacts("seyi", "plan", "Priya Blackwood", **{**given, **known})


def reply(**known: Any) -> ReplyFacts:
    """Priya's view for the review, of last Thursday."""
    given: dict[str, Any] = {"kind": "view", "answer": "", "wants_call": False, "call_times": ""}
    said_on = known.pop("said_on", date(2026, 11, 19))
    return ReplyFacts("seyi", "reply", "Priya Blackwood", **{**given, **known}, said_on=said_on)


def minutes(**known: Any) -> MinutesFacts:
    """Those of a review finalised on 5 October, of which Priya has no copy."""
    given: dict[str, Any] = {"since": BEGAN, "version": 1, "held": 0, "shared_on": None}
    return MinutesFacts("seyi", "review", "Priya Blackwood", **{**given, **known})


def report(state: str) -> ReportFacts:
    """Portage has seen Seyi, and there is something to do about their report."""
    words = ReportWords("", "Seen.", "Ask for it", "/x/")
    return ReportFacts("seyi", "Portage", state, TODAY, lambda: words)
