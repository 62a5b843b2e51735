"""What the review decided and when the next one is, in words of ours (C4, C6.1)."""

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.days import clock, day
from isp_portal.documents.facts.minutes import Decided, NextReview
from isp_portal.languages.phrases import Joined, Phrase, Term, Value, Written, listed, phrase
from plans.rules.window import Moved

DUE = {
    Moved.NO.name: gettext_noop(
        "It is due between %(first)s and %(last)s: 6 to 8 weeks after this review (C4)."
    ),
    Moved.BEFORE_CLOSURE.name: gettext_noop(
        "It is due between %(first)s and %(last)s: earlier than 8 weeks, because we close (C4)."
    ),
    Moved.AFTER_CLOSURE.name: gettext_noop(
        "It is due between %(first)s and %(last)s: later than 8 weeks, because we are closed "
        "before (C4)."
    ),
}


def decided_words(decided: Decided) -> list[Value]:
    """The label, what was said of it, and what follows: each by itself."""
    said: list[Value] = [Joined([Term(decided.label), "."], ""), Written(decided.words)]
    if not (decided.step_up_to or decided.all_achieved):
        return [*said, Written(decided.follows)]
    if decided.step_up_to:
        said.append(phrase("We ask %(agency)s for more support.", agency=decided.step_up_to))
    if decided.observation_by:
        said.append(
            phrase(
                "Every target is achieved: we ask %(agencies)s for a new observation and report (C6.1).",
                agencies=listed(decided.observation_by),
            )
        )
    elif decided.all_achieved:
        said.append(phrase("Every target is achieved."))
        if decided.chosen:
            said.append(Joined([Term(decided.chosen), "."], ""))
    return said


def next_day(review: NextReview) -> Value:
    """Monday 8 February 2027, 3.30 pm"""
    if review.on is None:
        return ""
    at = [clock(review.at)] if review.at else []
    return Joined([day(review.on, words.long_day_of_week), *at], ", ")


def next_words(review: NextReview) -> list[Value]:
    """When it is due and why then, and what was said of it."""
    if review.opens_on is None or review.due_on is None:
        return [Written(review.said or review.because)]
    window = {
        "first": day(review.opens_on, words.week_day),
        "last": day(review.due_on, words.week_day),
    }
    return [Phrase(DUE[review.moved], window), Written(review.said)]
