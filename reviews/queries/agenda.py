"""The agenda of a review: every step, what was said of it so far, and whether it is done (C4, C8.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from accounts.rules.day_words import say_day, say_number
from children.queries import SessionsAttended, sessions_attended
from reviews.models import (
    ActionOutcome,
    AgreedAction,
    FamilyView,
    InterventionEntry,
    LineVerdict,
    Participant,
    Presence,
    Review,
)
from reviews.rules.verdicts import Decision

from .agreed import to_look_at
from .next_review import offered_day
from .review_facts import LineUnderReview, parents_to_hear
from .reviewed import reviewed_lines, verdicts_of

DONE, TO_DO = "done", "to_do"
NOT_YET = "Not yet"
NO_VERDICT = "No verdict yet"  # "Not yet" is itself a verdict
LOOKS = {DONE: ("ticked-circle", "icon-leaf"), TO_DO: ("dashed-circle", "")}


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One step of the review. `state` is "done" or "to_do"; `said` is what is known of it."""

    key: str
    title: str
    said: str
    state: str
    url: str

    @property
    def is_done(self) -> bool:
        return self.state == DONE


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole agenda, in its order; the last item is Finish."""

    items: tuple[AgendaItem, ...]
    attended: SessionsAttended | None
    entries: int

    @property
    def done(self) -> int:
        return sum(item.is_done for item in self.items[:-1])

    @property
    def progress(self) -> str:
        return f"{self.done} of {len(self.items) - 1} done"

    @property
    def summary(self) -> str:
        return f"Agenda, {self.progress}"

    def at(self, here: str) -> int:
        """The place of the step `here`: of several with the same beginning, the first."""
        return next(n for n, item in enumerate(self.items) if item.key.startswith(here))


def agenda_of(review: Review, today: date) -> Agenda:
    """Reads the agenda in a fixed number of queries, however many lines and people there are."""
    first, last = review.cycle.starts_on, review.held_on or today
    entries = InterventionEntry.objects.standing().filter(cycle=review.cycle_id)
    return Agenda(
        items=tuple(_items(review, today)),
        attended=sessions_attended(review.child, first, last) if first else None,
        entries=entries.count(),
    )


def _items(review: Review, today: date) -> Iterator[AgendaItem]:
    came = Participant.objects.filter(review=review, presence=Presence.CAME).count()
    verdicts = verdicts_of(review)
    yield _item(review, "who", "Who is here", f"{came} present" if came else "")
    yield _since(review)
    for line in reviewed_lines(review):
        yield _line(review, line, verdicts)
    view = "Written" if review.child_view else "Said why not"
    said = view if review.child_view or review.why_no_child_view else ""
    yield _item(review, "child", f"{review.child.called}’s view", said)
    yield from _family(review, today)
    decision = Decision(review.decision).label if review.decision else ""
    yield _item(review, "decision", "Decision", decision)
    yield from _last_steps(review, today)


def _item(review: Review, key: str, title: str, said: str) -> AgendaItem:
    name = "review_" + key.partition("-")[0]
    url = reverse(f"reviews:{name}", args=[review.pk])
    return AgendaItem(key, title, said or NOT_YET, DONE if said else TO_DO, url)


def _since(review: Review) -> AgendaItem:
    """Open actions of earlier reviews, and those that this review has looked at."""
    outcomes = [row.outcome for row in to_look_at(review)]
    said = "No actions to look at"
    if outcomes:
        done = outcomes.count(ActionOutcome.DONE)
        said = f"{done} of {len(outcomes)} done" if all(outcomes) else ""
    return _item(review, "since", "Since last time", said)


def _line(review: Review, line: LineUnderReview, verdicts: dict[UUID, LineVerdict]) -> AgendaItem:
    given = verdicts.get(line.key)
    said = given.get_verdict_display() if given else NO_VERDICT
    url = reverse("reviews:review_line", args=[review.pk, line.key])
    return AgendaItem(f"line-{line.key}", line.name, said, DONE if given else TO_DO, url)


def _family(review: Review, today: date) -> Iterator[AgendaItem]:
    """Each parent who may take part or has spoken; one line for all where nobody is named yet."""
    names = {contact.pk: contact.name for contact in parents_to_hear(review)}
    said: dict[UUID, FamilyView] = {}
    for told in FamilyView.objects.filter(review=review).select_related("contact"):
        said.setdefault(told.contact_id, told)
        names.setdefault(told.contact_id, told.contact.name)
    why = "Said why not" if review.why_no_parents_view else ""
    if not names:
        yield _item(review, "family", "Parents’ words", why)
    for contact_id, name in names.items():
        view = said.get(contact_id)
        words = _view_words(view, today) if view else why
        yield _item(review, f"family-{contact_id}", f"{name.split()[0]}’s words", words)


def _view_words(view: FamilyView, today: date) -> str:
    return f"Written {say_day(view.said_on, today)}" if view.words else view.get_answer_display()


def _last_steps(review: Review, today: date) -> Iterator[AgendaItem]:
    count = AgreedAction.objects.filter(review=review).count()
    actions = f"{say_number(count).capitalize()} agreed" if count else ""
    yield _item(review, "actions", "Actions", actions)
    yield _next_review(review, today)
    finish = _item(review, "finish", "Finish", "")
    yield AgendaItem("finish", "Finish", "Check, then finalise", TO_DO, finish.url)


def _next_review(review: Review, today: date) -> AgendaItem:
    if review.next_review_on:
        return _item(review, "next", "Next review", say_day(review.next_review_on, today))
    if review.decision and Decision(review.decision).ends_support:
        return _item(review, "next", "Next review", "None: support ends")
    item = _item(review, "next", "Next review", "")
    offered = offered_day(review)
    said = f"Offered: {say_day(offered, today)}" if offered else NOT_YET
    return AgendaItem("next", item.title, said, TO_DO, item.url)
