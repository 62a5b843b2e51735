"""What each thing of the record, the decisions, the plans, the entries and the reviews says."""

from dataclasses import replace
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.rules.day_words import say_day
from isp_portal.dashboards.queries.answer import outcome_of
from isp_portal.dashboards.queries.event import Event
from plans.rules.words import headline, reason
from reviews.queries.entries import shown


def started(child: Any) -> Event:
    return Event(child.started_on, "house", "First day here")


def archived(child: Any) -> Event:
    return Event(child.archived_on, "dash", "Record archived", child.archived_because)


def level(row: Any) -> Event:
    return Event(row.from_on, "chevron-up", f"Level {row.level}", row.because)


def answer(row: Any) -> Event:
    said = headline(outcome_of(row))
    title = f"Answer changed: {said}" if row.is_another else f"Answer: {said}"
    url = reverse("plans:decisions", args=[row.child_id])
    words = reason(outcome_of(row), row.child.called)
    return Event(row.decided_at, "ticked-circle", title, words, url, "Why")


def support(row: Any) -> Event:
    said = "Yes" if row.is_yes else "No"
    return Event(row.said_on, "speech", f"{row.get_question_display()} {said}", row.said_by)


def plan_begins(plan: Any) -> Event:
    return Event(plan.cycle.starts_on, "page", f"Plan {plan.cycle.number} begins", "", *_plan(plan))


def plan_finalised(plan: Any) -> Event:
    words = f"Version {plan.version}, by {plan.finalised_by}"
    title = f"Plan {plan.cycle.number} finalised"
    return Event(plan.finalised_at, "ticked-circle", title, words, *_plan(plan))


def plan_closed(plan: Any) -> Event:
    title = f"Plan {plan.cycle.number} closed"
    return Event(plan.closed_at, "dash", title, plan.closed_because, *_plan(plan))


def signed(row: Any) -> Event:
    title = f"Plan {row.plan.cycle.number}: {row.get_answer_display().lower()}"
    words = f"{row.person_name}, {_inside(row.get_capacity_display())}"
    return Event(row.answered_on, "signature", title, words, *_plan(row.plan))


def _inside(words: str) -> str:
    """Within a sentence; SENCO stays as it is."""
    return words if words.isupper() else words.lower()


def _plan(plan: Any) -> tuple[str, str]:
    return reverse("plans:plan", args=[plan.pk]), "Open"


def entry(row: Any) -> Event:
    one = shown(row)
    words = one.words if row.not_delivered_because else f"“{one.words}”" if one.words else ""
    title = f"{one.help_words.capitalize() or 'Seen'}, {one.who}"
    return Event(row.seen_on, "eye", title, words, reverse("reviews:entry", args=[row.pk]), "Open")


def group_session(row: Any) -> Event:
    """Without the note: it is about the group, and may speak of other children."""
    session, came = row.session, "Came" if row.has_come else "Did not come"
    event = Event(session.held_on, "people", str(session.row), f"{came}. With {session.held_by}")
    if row.named.removed_on:
        return event
    url = reverse("plans:group_session", args=[session.pk])
    return replace(event, url=url, link="Open")


def window_opened(cycle: Any) -> Event:
    title = f"Review window of plan {cycle.number} opened"
    due = f"Last day {say_day(cycle.due_on, timezone.localdate())}" if cycle.due_on else ""
    return Event(cycle.opens_on, "window", title, due)


def invited(row: Any) -> Event:
    title = f"{row.name} invited to the review"
    words = f"Plan {row.review.cycle.number}, {row.get_invited_how_display().lower()}"
    return Event(row.invited_on, "envelope", title, words, *_review(row.review))


def family_view(row: Any) -> Event:
    title = f"{row.contact.name} for the review: {row.get_answer_display().lower()}"
    words = row.get_how_display() if row.how else row.attempts
    url = reverse("reviews:review", args=[row.review_id])
    return Event(row.said_on, "speech", title, words, url, "Read")


def review_held(review: Any) -> Event:
    decided = review.get_decision_display() if review.is_finalised else "Minutes to finish"
    title = f"Review of plan {review.cycle.number} held"
    return Event(review.held_on, "people", title, decided, *_review(review))


def minutes_finalised(review: Any) -> Event:
    title = f"Minutes of plan {review.cycle.number} finalised"
    words = f"By {review.finalised_by}"
    return Event(review.finalised_at, "ticked-circle", title, words, *_review(review))


def minutes_answered(row: Any) -> Event:
    title = f"Minutes: {row.get_answer_display().lower()}"
    return Event(row.answered_on, "signature", title, row.contact.name, *_review(row.review))


def minutes_corrected(row: Any) -> Event:
    title = f"Minutes of plan {row.review.cycle.number} corrected"
    words = f"Version {row.version}, by {row.corrected_by}"
    return Event(row.corrected_on, "pencil", title, words, *_review(row.review))


def _review(review: Any) -> tuple[str, str]:
    return reverse("reviews:review", args=[review.pk]), "Read"
