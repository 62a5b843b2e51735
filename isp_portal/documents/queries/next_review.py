"""The next review as the minutes print it: its day, and why it is then (C4, C8.1)."""

from isp_portal.documents import facts, words
from isp_portal.documents.facts.minutes import MinutesPaper, NextReview
from isp_portal.documents.models import IssuedDocument
from plans.rules.window import Moved, ReviewWindow
from reviews.models import Review
from reviews.queries.next_review import offered_window

WHY = {
    Moved.NO: "6 to 8 weeks after this review (C4)",
    Moved.BEFORE_CLOSURE: "earlier than 8 weeks, because we close (C4)",
    Moved.AFTER_CLOSURE: "later than 8 weeks, because we are closed before (C4)",
}


def next_review_of(review: Review) -> NextReview:
    """As the first copy has it; worked out on the setting's calendar for that one."""
    first = IssuedDocument.objects.minutes_of(review).order_by("issued_at").first()
    if first is not None:
        return facts.from_json(MinutesPaper, first.facts).next_review
    window = offered_window(review) if review.next_review_on else None
    said = words.sentence(review.next_review_because)
    return NextReview(
        on=review.next_review_on,
        at=review.next_review_time,
        because=" ".join(filter(None, [_due(window) if window else "", said])),
        opens_on=window.opens_on if window else None,
        due_on=window.due_on if window else None,
        moved=window.moved.name if window else "",
        said=said,
    )


def _due(window: ReviewWindow) -> str:
    """It is due between Mon 4 Jan and Mon 18 Jan: 6 to 8 weeks after this review (C4)."""
    days = f"between {words.week_day(window.opens_on)} and {words.week_day(window.due_on)}"
    return f"It is due {days}: {WHY[window.moved]}."
