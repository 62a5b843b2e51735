"""The door of a review, and the frame that all its steps stand in: head, agenda, back and next."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from accounts.access import StaffRequest
from accounts.rules.day_words import say_clock, say_long_day
from children.access import show
from reviews.models import Review
from reviews.queries.agenda import LOOKS, Agenda, AgendaItem, agenda_of

NEEDED = ("cycle", "plan", "child__setting", "child__room", "step_up_to", "observation_by")


@dataclass(frozen=True, slots=True)
class Step:
    """An item of the agenda as the list at the side shows it."""

    url: str
    title: str
    words: str
    icon: str
    css: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around a step of the review."""

    agenda: Agenda
    steps: tuple[Step, ...]
    when_words: str
    back: AgendaItem | None
    next: AgendaItem | None


def review_behind(request: StaffRequest, review_id: UUID) -> Review:
    """The review, when its child is theirs to see; else 404."""
    reviews = Review.objects.visible_to(request.membership).select_related(*NEEDED)
    return get_object_or_404(reviews, pk=review_id)


def step_page(
    request: StaffRequest, review: Review, here: str, template: str, told: dict[str, Any]
) -> HttpResponse:
    """A step of the review in its frame. `here` is the key of its item in the agenda.

    Minutes that are finalised have no steps any more: the review's own page shows them. Whoever
    was writing meanwhile keeps every word, and reads why it was not saved.
    """
    if review.is_finalised and request.method != "POST":
        return redirect("reviews:review", review_id=review.pk)
    context = {"review": review, "child": review.child, "shell": shell_of(review, here), **told}
    return show(request, template, context, children=[review.child])


def decided_page(
    request: StaffRequest, review: Review, here: str, template: str, told: dict[str, Any]
) -> HttpResponse:
    """A step that begins once the review is held; before that its own page says how to begin."""
    if review.held_on is None and request.method != "POST":
        return redirect("reviews:review", review_id=review.pk)
    return step_page(request, review, here, template, told)


def lead_to_next(review: Review, here: str) -> HttpResponse:
    """After a step was saved: to the one that follows it."""
    agenda = agenda_of(review, timezone.localdate())
    return redirect(agenda.items[agenda.at(here) + 1].url)


def shell_of(review: Review, here: str) -> Shell:
    agenda = agenda_of(review, timezone.localdate())
    at = agenda.at(here)
    following = at + 1
    return Shell(
        agenda=agenda,
        steps=tuple(_step(item, n == at) for n, item in enumerate(agenda.items)),
        when_words=when_words(review),
        back=agenda.items[at - 1] if at else None,
        next=agenda.items[following] if following < len(agenda.items) else None,
    )


def _step(item: AgendaItem, is_current: bool) -> Step:
    icon, css = ("pencil", "") if is_current else LOOKS[item.state]
    return Step(item.url, item.title, item.said, icon, css, is_current)


def when_words(review: Review) -> str:
    """ "Thursday 26 November, 10:00, in person"; of a review to come, its planned day."""
    on = review.held_on or review.planned_on
    if on is None:
        return "No day planned yet"
    parts = [say_long_day(on, timezone.localdate())]
    if review.planned_time and review.planned_on == on:
        parts.append(say_clock(review.planned_time))
    if review.how_held:
        parts.append(review.get_how_held_display().lower())
    return ", ".join(parts)
