"""The child's own page: what it shows this member, read from every floor."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from accounts.models import Membership
from accounts.rules.day_words import say_day
from accounts.rules.roles import Permission
from children.models import Child, ChildNeed, ChildProfile, KeyPersonAssignment
from children.queries import level_on
from children.queries.family import ContactCard
from children.rules import age_on
from isp_portal.dashboards.queries.answer import AnswerCard, answer_card
from isp_portal.dashboards.queries.around import (
    AgenciesPart,
    agencies_part,
    family_part,
    open_cycle,
    plans_part,
)
from isp_portal.dashboards.queries.children import stage_of
from isp_portal.dashboards.queries.help import help_part
from isp_portal.dashboards.queries.record import RecordPart, record_part
from isp_portal.dashboards.queries.story import Kind, Story, kinds_for, newest
from isp_portal.dashboards.rules.children import PROFILE_PARTS, known_as, review_words, say_age
from plans.models import Cycle, SupportPlan
from plans.policies import can_start_plan
from reviews.models import Review
from reviews.queries.listing import finalised_reviews
from reviews.queries.record import CycleRecord
from reviews.queries.standing_review import reviews_of, standing_review
from reviews.rules.review_state import ReviewState

ON_THE_PAGE = 20
"""So many of the newest events stand on the child's own page."""


@dataclass(frozen=True, slots=True)
class May:
    """What this member may do on the page, so that only buttons that work are shown."""

    edit: bool
    see_answer: bool
    see_plans: bool
    start_plan: bool
    manage_agencies: bool
    record_report: bool
    record_advice: bool
    record_consent: bool
    record: bool
    hold_review: bool
    see_log: bool
    assign_key_person: bool
    mark_attendance: bool
    archive: bool


@dataclass(frozen=True, slots=True)
class ReviewNow:
    """The running cycle: its bar, its pill, its words, and what to do next."""

    cycle: Cycle
    state: ReviewState
    words: str
    week: int
    act: str
    url: str


@dataclass(frozen=True, slots=True)
class ChildPage:
    """The child's page. What the member may not see is None."""

    child: Child
    name: str
    line: str
    primary_area: str
    is_restricted: bool
    facts: tuple[tuple[str, str], ...]
    review: ReviewNow | None
    help: CycleRecord | None
    answer: AnswerCard | None
    plans: tuple[SupportPlan, ...]
    minutes: tuple[Review, ...]
    agencies: AgenciesPart | None
    record: RecordPart | None
    family: list[ContactCard]
    profile: tuple[tuple[str, str], ...]
    story: Story
    """The newest of it; the whole has a page of its own."""
    kinds: tuple[Kind, ...]
    may: May


def child_page(child: Child, membership: Membership, *, today: date) -> ChildPage:
    """Everything that the page of this child shows to this member."""
    may = _may(child, membership)
    contacts = family_part(child, membership, today)
    current = [card for card in contacts if card.contact.ended_on is None]
    cycle = open_cycle(child)
    return ChildPage(
        child=child,
        name=known_as(child.legal_name, child.preferred_name),
        line=_line(child, today),
        primary_area=_primary_area(child),
        is_restricted=any(card.is_restricted for card in current),
        facts=_facts(child, current if may.edit else [], today),
        review=_review(cycle, today) if may.see_plans else None,
        help=help_part(child, cycle, today),
        answer=answer_card(child, membership, today) if may.see_answer else None,
        plans=plans_part(child) if may.see_plans else (),
        minutes=finalised_reviews(child) if may.see_plans else (),
        agencies=agencies_part(child, membership, today) if may.see_answer else None,
        record=record_part(child, membership, today) if may.edit else None,
        family=current if may.edit else [],
        profile=_profile(child),
        story=newest(child, membership, today=today, most=ON_THE_PAGE),
        kinds=kinds_for(membership),
        may=may,
    )


def _may(child: Child, membership: Membership) -> May:
    is_here = child.archived_on is None

    def may(permission: Permission) -> bool:
        return is_here and membership.may(permission)

    return May(
        edit=membership.may(Permission.EDIT_CHILD),
        see_answer=membership.may(Permission.VIEW_AGENCIES),
        see_plans=membership.may(Permission.VIEW_PLANS),
        start_plan=may(Permission.WRITE_PLAN) and can_start_plan(child),
        manage_agencies=may(Permission.MANAGE_AGENCIES),
        record_report=may(Permission.RECORD_REPORT),
        record_advice=may(Permission.RECORD_ADVICE),
        record_consent=may(Permission.RECORD_CONSENT),
        record=may(Permission.RECORD_ENTRY),
        hold_review=may(Permission.HOLD_REVIEW),
        see_log=membership.may(Permission.VIEW_ACCESS_LOG),
        assign_key_person=may(Permission.ASSIGN_KEY_PERSON),
        mark_attendance=may(Permission.MARK_ATTENDANCE),
        archive=membership.may(Permission.ARCHIVE_CHILD),
    )


def _line(child: Child, today: date) -> str:
    years, months = age_on(child.date_of_birth, today)
    speaks = f" Speaks {child.home_language}" if child.home_language else ""
    more = f" and {child.other_languages}" if speaks and child.other_languages else ""
    age = f"{say_age(years, months)}, {stage_of(child, today).label.lower()}."
    return f"{child.legal_name}, {age}{speaks}{more}{'.' if speaks else ''}"


def _primary_area(child: Child) -> str:
    need = ChildNeed.objects.filter(child=child, until_on__isnull=True, is_primary=True).first()
    return str(need) if need else ""


def _facts(child: Child, contacts: list[ContactCard], today: date) -> tuple[tuple[str, str], ...]:
    key_people: Any = KeyPersonAssignment.objects.filter(child=child)
    names = [
        str(row.membership) for row in key_people.running(today).select_related("membership__user")
    ]
    level = level_on(child, today)
    parents = [str(card.contact) for card in contacts if card.contact.may_receive_copies]
    facts = [
        ("Key person", " and ".join(names) or "Nobody yet"),
        ("Room", child.room.name if child.room else "None yet"),
        ("In", child.hours or "Not said yet"),
        ("Level", f"{level.level} since {say_day(level.from_on, today)}" if level else "None"),
    ]
    return (*facts, ("Parent", ", ".join(parents))) if parents else tuple(facts)


def _review(cycle: Cycle | None, today: date) -> ReviewNow | None:
    if cycle is None or not (cycle.starts_on and cycle.opens_on and cycle.due_on):
        return None
    standing = standing_review(cycle, reviews_of([cycle]).get(cycle.pk), today)
    if standing is None:
        return None
    week = max(ceil((today - cycle.starts_on).days / 7), 1)
    words = review_words(cycle.opens_on, cycle.due_on, today)
    if standing.state in (ReviewState.MINUTES, ReviewState.BOOKED):
        words = standing.pill
    return ReviewNow(cycle, standing.state, words, week, standing.act, standing.url)


def _profile(child: Child) -> tuple[tuple[str, str], ...]:
    profile = ChildProfile.objects.filter(child=child).first()
    parts = [(label, getattr(profile, name)) for name, label in PROFILE_PARTS] if profile else []
    return tuple((label, words) for label, words in parts if words)
