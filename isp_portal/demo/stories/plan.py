"""Writing a child's plan as the key person would, and taking it as far as the story says."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from accounts.rules.actor import Actor
from agencies.models import Report
from children.models import Child
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.days import weeks_ago
from isp_portal.demo.stories.places import Place
from plans import actions
from plans.models import Capacity, SignOffAnswer, Strategy, SupportPlan
from plans.queries.calendar import calendar_of, rulesets_of
from plans.rules.window import needs_confirming, review_window

MOST_WEEKS = 7

STRATEGIES = (
    {
        "what_adults_do": "Say the name, wait five seconds, then show the picture card",
        "when_and_where": "All day, all rooms",
        "who": "Any adult",
        "how_often": "Every time",
        "at_home": "Say the name first, then ask",
    },
    {
        "what_adults_do": "Offer two real things to choose from, held up at eye height",
        "when_and_where": "Snack and free play",
        "who": "Key person or room adult",
        "how_often": "Twice a session",
    },
    {
        "what_adults_do": "Sing the tidy-up song two minutes before a change",
        "when_and_where": "Before every change of place",
        "who": "Whoever leads the room",
    },
)
TARGET = {
    "small_step": "Asks for help with a sign or a word",
    "starting_point": "Hands the box over and cries",
    "know_when": "It happens with two different adults on three days",
    "fine_because": "It may happen anywhere: every room has the same sign on the wall",
}


def tell_plan(story: Story, child: Child, place: Place, today: date) -> SupportPlan | None:
    """A finalised plan, a draft, or none."""
    if story.plan_weeks is None and not story.is_draft:
        return None
    by = place.team[story.key_person].as_actor()
    starts_on = _first_day(story, child, today)
    plan = actions.start_plan(child=child, starts_on=starts_on, by=by)
    plan = _write(plan, child, by)
    return plan if story.is_draft else _agree(plan, story, place)


def _first_day(story: Story, child: Child, today: date) -> date:
    """As the story says; or the latest Monday from which the review falls outside its weeks."""
    said = weeks_ago(today, story.plan_weeks or 0)
    if not story.odd_weeks:
        return said
    calendar, rules_on = calendar_of(child.setting), rulesets_of(child.setting)
    for monday in (weeks_ago(today, weeks) for weeks in range(1, MOST_WEEKS)):
        rules = rules_on(monday).review
        if needs_confirming(monday, review_window(monday, calendar, rules).due_on, rules):
            return monday
    return said


def _write(plan: SupportPlan, child: Child, by: Actor) -> SupportPlan:
    name = child.called
    parent = child.contacts.filter(may_receive_copies=True).first()
    words = {
        "strengths": f"{name} builds tall towers and laughs when they fall.",
        "matters_to_child": "The train with the red funnel, and being outside first.",
        "how_child_showed_it": "Carries it from room to room and waits at the door.",
        "what_is_difficult": "Changing from one thing to the next, and asking for help.",
        "parents_view": "A happy child at home. We would like more words.",
        "parents_view_by": parent,
    }
    plan = actions.change_section(plan=plan, values=words, by=by)
    served = [_strategy(plan, child, values, by) for values in STRATEGIES]
    target = actions.add_target(plan=plan, line_key=uuid4(), by=by)
    source = {"source_kind": "setting"}
    actions.change_target(line=target, values={**TARGET, **source}, served_by=served[:2], by=by)
    return plan


def _strategy(plan: SupportPlan, child: Child, values: Mapping[str, Any], by: Actor) -> Strategy:
    report = Report.objects.filter(child=child).first()
    source: dict[str, Any] = (
        {"source_kind": "report", "source_report": report, "source_page": "3"}
        if report
        else {"source_kind": "setting"}
    )
    if report:
        said = report.recommendations.filter(words=values["what_adults_do"])
        source["source_recommendation"] = said.first()
    line = actions.add_strategy(plan=plan, line_key=uuid4(), by=by)
    more = {"provision": "additional", "different_from_what": "The room's ordinary routine"}
    return actions.change_strategy(line=line, values={**values, **source, **more}, by=by)


def _agree(plan: SupportPlan, story: Story, place: Place) -> SupportPlan:
    key_person, senco = place.team[story.key_person], place.senco()
    plan = actions.mark_ready(plan=plan, by=key_person.as_actor())
    for member, capacity in ((key_person, Capacity.KEY_PERSON), (senco, Capacity.SENCO)):
        actions.sign_plan(
            plan=plan,
            capacity=capacity,
            answer=SignOffAnswer.AGREED,
            membership=member,
            by=member.as_actor(),
        )
    return actions.finalise_plan(plan=plan, by=senco.as_actor())
