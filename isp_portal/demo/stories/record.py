"""The record of a plan in force: who was in, and what the key person saw twice a week."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from accounts.models import Membership
from children import actions as children
from children.models import Child, Mark, Session
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.child import MORNINGS
from isp_portal.demo.stories.places import Place
from plans.models import SupportPlan
from plans.queries.calendar import calendar_of
from reviews import actions
from reviews.queries.plan_lines import plan_in_force
from reviews.rules.help import HelpLevel, NotDelivered

WHAT_WAS_SEEN = (
    (HelpLevel.FULL, "Watched the card, then let me put the hand on it."),
    (HelpLevel.FULL, "Turned away twice, stayed the third time."),
    (HelpLevel.SOME, "Took the card after I held out my hand."),
    (HelpLevel.FULL, "A loud day. Needed me close all morning."),
    (HelpLevel.SOME, "Pointed at the milk, then looked at me."),
    (HelpLevel.SOME, "Took the banana card off the board and gave it to me."),
    (HelpLevel.PROMPTED, "Waited for the song, then tidied two trains."),
    (HelpLevel.NOT_TRIED, "We were outside the whole session."),
    (HelpLevel.SOME, "Signed “more” for the bubbles."),
    (HelpLevel.PROMPTED, "Chose the apple when I said the name and waited."),
    (HelpLevel.PROMPTED, "Went to the door with the others after one look from me."),
    (HelpLevel.ALONE, "Signed “more” three times: twice to Hannah, once to me."),
)
WEEKDAYS_WRITTEN = (1, 3)
SILENT_WEEKS = {"Seyi": 0}
"""Somebody whose last entries are a while ago gives the page a nudge to show."""


def tell_record(story: Story, child: Child, plan: SupportPlan, place: Place, today: date) -> None:
    """Marks and entries on the open days since the plan began, up to yesterday."""
    key_person = place.team[story.key_person]
    first = plan.cycle.starts_on or today
    days = list(calendar_of(place.setting).open_days(first, today - timedelta(days=1)))
    for day in days:
        children.press_mark(
            child=child, on=day, session=Session.MORNING, mark=Mark.IN, by=key_person.as_actor()
        )
    if not _they_come(place, today):  # so that My day has somebody, whatever day it is
        children.press_mark(
            child=child, on=today, session=Session.MORNING, mark=Mark.IN, by=key_person.as_actor()
        )
    last = today - timedelta(weeks=SILENT_WEEKS.get(story.called, 2))
    written = [day for day in days if day.weekday() in WEEKDAYS_WRITTEN and day <= last]
    for number, day in enumerate(written):
        _entry(number, child, key_person, day)


def _they_come(place: Place, today: date) -> bool:
    """Does the setting open today, and do the children of the stories come on this weekday?"""
    is_open = calendar_of(place.setting).is_open(today)
    return is_open and (today.weekday(), Session.MORNING) in MORNINGS


def _entry(number: int, child: Child, key_person: Membership, day: date) -> None:
    now = plan_in_force(child)
    keys = [line.key for line in now.lines] if now else []
    common: dict[str, Any] = {
        "child": child,
        "seen_on": day,
        "seen_by": key_person,
        "form_token": uuid4(),
    }
    if number % 6 == 5:
        actions.record_not_delivered(
            **common, lines=keys, because=NotDelivered.STAFFING, by=key_person.as_actor()
        )
        return
    level, words = WHAT_WAS_SEEN[number % len(WHAT_WAS_SEEN)]
    about = [keys[number % 2], keys[-1]]
    actions.record_entry(
        **common,
        lines=dict.fromkeys(about, level),
        what_we_saw=words,
        session=Session.MORNING.value,
        by=key_person.as_actor(),
    )
