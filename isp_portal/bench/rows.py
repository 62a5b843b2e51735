"""What is measured: every row that the portal has today, with its floor and what to reach."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import default_storage
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.rules.actor import Actor
from children.actions.access_log import log_access
from children.models import Child
from isp_portal.bench.floors import bare_statements, nothing, same_page_by_strings
from isp_portal.bench.made_up import SAW, Nursery, an_entry, browser_of, line_keys
from isp_portal.bench.measuring import Reach, Work
from isp_portal.dashboards.forms.children import RegisterForm
from isp_portal.dashboards.queries.children import ChildRow, children_page
from isp_portal.dashboards.queries.chosen import choices_for
from isp_portal.dashboards.queries.dashboard import dashboard
from isp_portal.documents import actions as papers
from isp_portal.documents.paper import draw_plan
from isp_portal.documents.queries import plan_facts
from isp_portal.documents.renderer import draw
from plans.actions.decision import decide_requirements
from plans.rules.requirement import AdviceGiven, Received, RequirementFacts, decide
from plans.rules.window import Calendar, ReviewRules, review_window
from reviews.actions import record_entry

AN_ENTRY, NO_REACH = Reach(ms=10), Reach()
AN_EMPTY_PAGE = (
    '<!doctype html><html lang="en"><title>Empty</title><body><p>Empty</p></body></html>'
)
DAYS_ON_A_SHEET = 5
BY_A_BROWSER = "application/x-www-form-urlencoded"
"""How a form without files is sent."""
SWEPT_IN_MS = 0.6
"""For each child: 100,000 in a minute."""


def every_work(nursery: Nursery) -> list[Work]:
    """The rows in the order of the table; what they need is made before they are measured."""
    return [*_rules(), *_recording(nursery), *_pages(nursery), *_lists(nursery), *_papers(nursery)]


def _rules() -> list[Work]:
    facts = RequirementFacts(
        behaviour=False,
        advice=AdviceGiven.NONE,
        preschool_or_below=True,
        agency_involved=True,
        received=Received.STRATEGIES,
        must_evidence=False,
        group_map_covers=False,
    )
    closures = ((date(2026, 10, 26), date(2026, 10, 30)), (date(2026, 12, 21), date(2027, 1, 4)))
    calendar, rules = Calendar(frozenset(range(5)), closures), ReviewRules()
    a_call = "a call that does nothing"
    return [
        Work(
            "is an ISP required, on ready facts",
            lambda: decide(facts),
            a_call,
            lambda: nothing(facts),
            Reach(ms=1000 / 200_000),
            calls=2000,
        ),
        Work(
            "the review window of a cycle",
            lambda: review_window(date(2026, 11, 2), calendar, rules),
            a_call,
            lambda: nothing(calendar, rules),
            calls=200,
        ),
    ]


def _recording(nursery: Nursery) -> list[Work]:
    kemi, child = nursery.kemi, nursery.child
    browser, today = browser_of(kemi), timezone.localdate()
    lines = line_keys(child)

    def by_the_action() -> None:
        record_entry(**an_entry(child, lines, kemi, today))
        log_access(
            setting=nursery.setting,
            children=[child],
            page="reviews:entry_add",
            under_right=kemi.role_words,
            from_address="127.0.0.1",
            by=kemi.as_actor(),
        )

    add, sheet = (reverse(f"reviews:{name}", args=[child.pk]) for name in ("entry_add", "sheet"))
    keys = [str(key) for key in lines]
    one = {"ticked": keys, "help_level": "some", "what_we_saw": SAW, "seen_on": today.isoformat()}
    week = f"{sheet}?week={(today - timedelta(weeks=2)).isoformat()}"
    return [
        _beside_bare_statements(
            "record one entry: action, history and access log", by_the_action, AN_ENTRY
        ),
        _beside_bare_statements(
            "record one entry: the page, from request to answer",
            lambda: _sent(browser, add, {**one, "seen_by": str(kemi.pk)}),
            AN_ENTRY,
        ),
        _beside_bare_statements(
            "type in a record sheet of five days: the page",
            lambda: _sent(browser, week, _sheet(nursery, keys)),
            Reach(ms=10 * DAYS_ON_A_SHEET),
        ),
    ]


def _sheet(nursery: Nursery, keys: list[str]) -> dict[str, Any]:
    a_day_in_it = timezone.localdate() - timedelta(weeks=2)
    monday = a_day_in_it - timedelta(days=a_day_in_it.weekday())
    words: dict[str, Any] = {}
    for day in (monday + timedelta(days=n) for n in range(DAYS_ON_A_SHEET)):
        on = day.isoformat()
        words |= {f"help_{on}_{key}": "some" for key in keys}
        words |= {f"seen_by_{on}": str(nursery.kemi.pk), f"what_we_saw_{on}": SAW}
    return words


def _pages(nursery: Nursery) -> list[Work]:
    kemi, sam = browser_of(nursery.kemi), browser_of(nursery.sam)
    child = [nursery.child.pk]
    pages = (
        ("a page with session and sign-in", kemi, reverse("accounts:me")),
        ("My day with 12 children", kemi, reverse("reviews:my_day")),
        ("recording, the page opened", kemi, reverse("reviews:entry_add", args=child)),
        ("a record sheet, the page opened", kemi, reverse("reviews:sheet", args=child)),
        ("the record of a cycle", kemi, reverse("reviews:record", args=child)),
        ("a child's page", sam, reverse("dashboards:child", args=child)),
        ("the list of 50 children, whole page", sam, reverse("dashboards:children")),
    )
    return [
        _beside_bare_statements(name, lambda b=browser, a=address: _opened(b, a))  # type: ignore[misc]
        for name, browser, address in pages
    ]


def _lists(nursery: Nursery) -> list[Work]:
    crowded = browser_of(nursery.crowded)
    swept = Child.objects.active().count()  # every child of every setting
    page = children_page(nursery.sam, today=timezone.localdate())
    offered = choices_for(nursery.sam, timezone.localdate())
    form = RegisterForm({}, offered=offered, sees_plans=True)
    context = {"page": page, "form": form, "may_add": True, "may_mark": False, "several": ()}
    template = get_template("dashboards/children.html")
    by_strings = same_page_by_strings(
        template.render(context), lambda: [value for row in page.rows for value in _values(row)]
    )
    return [
        Work(
            "the list of 50 children, drawn from prepared values",
            lambda: template.render(context),
            "the same HTML by f-strings",
            by_strings,
            Reach(times=1.6),
        ),
        _beside_bare_statements(
            f"everything due for {nursery.crowd:,} children: whole lists, in words and counted",
            lambda: dashboard(nursery.crowded, today=timezone.localdate()),
            Reach(ms=50),
        ),
        _beside_bare_statements(
            f"what is due for {nursery.crowd:,} children, the page",
            lambda: _opened(crowded, reverse("dashboards:due")),
        ),
        _beside_bare_statements(
            f"the nightly check of {swept:,} children, whose answers stay",
            lambda: decide_requirements(by=Actor.system("bench")),
            Reach(ms=SWEPT_IN_MS * swept),
        ),
    ]


def _values(row: ChildRow) -> list[str]:
    """What a row of the list places, in its order."""
    address = reverse("dashboards:child", args=[row.child.pk])
    plan = [row.plan_words, row.review_line, row.last_entry] if row.review else []
    said = [address, row.name, row.second_line, row.stage, row.level, row.needs]
    return [*said, *plan, row.next_url, row.next_words, row.name]


def _papers(nursery: Nursery) -> list[Work]:
    sam = browser_of(nursery.sam)
    issued = papers.issue_plan(plan=nursery.plan, recipient=None, by=nursery.sam.as_actor())
    paper = plan_facts(nursery.plan, None, timezone.localdate())
    address = reverse("documents:file", args=[issued.pk])
    return [
        Work(
            "an issued copy opened",
            lambda: _opened(sam, address),
            "the file read from its folder",
            lambda: _read(issued.stored_as),
            Reach(beyond=5),
        ),
        Work(
            "a plan drawn as a tagged PDF, warm",
            lambda: draw_plan(paper),
            "an empty page drawn the same way",
            lambda: draw(AN_EMPTY_PAGE, title="Empty", identifier="0" * 64, styles="plan"),
        ),
    ]


def _read(stored_as: str) -> bytes:
    with default_storage.open(stored_as) as kept:
        return bytes(kept.read())


def _beside_bare_statements(name: str, does: Callable[[], object], reach: Reach = NO_REACH) -> Work:
    does()  # what is remembered after the first time is not counted as work
    floor_name, floor = bare_statements(does)
    return Work(name, does, floor_name, floor, reach)


def _opened(browser: Client, address: str) -> bytes:
    """The page; a page that is not there must not look quick."""
    answer = browser.get(address, secure=settings.SECURE_SSL_REDIRECT)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}.")
    return b"".join(answer)


def _sent(browser: Client, address: str, words: dict[str, Any]) -> None:
    """The form sent once more, with a token of its own, and led on to what it made."""
    words = {**words, "form_token": str(uuid4())}
    answer = browser.post(
        address, urlencode(words, doseq=True), BY_A_BROWSER, secure=settings.SECURE_SSL_REDIRECT
    )
    if answer.status_code != 302:
        raise RuntimeError(f"{address} answered {answer.status_code}: nothing was saved.")
