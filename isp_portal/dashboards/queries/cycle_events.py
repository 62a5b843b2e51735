"""What reviews, consent, requests and copies add to the story of a child."""

from collections.abc import Iterator

from django.urls import reverse

from agencies.models import Consent, ReportRequest
from children.models import Child
from isp_portal.dashboards.queries.event import Event
from isp_portal.documents.models import CopyGiven
from reviews.models import Review


def review_events(child: Child) -> Iterator[Event]:
    """Reviews held, with what was decided; and each copy of a paper that was given."""
    held = Review.objects.filter(child=child, held_on__isnull=False).select_related("cycle")
    for review in held:
        assert review.held_on is not None  # filtered just above
        decided = review.get_decision_display() if review.is_finalised else "Minutes to finish"
        url = reverse("reviews:review", args=[review.pk])
        title = f"Review of plan {review.cycle.number} held"
        yield Event(review.held_on, "people", title, decided, url, "Read")
    for copy in CopyGiven.objects.filter(document__child=child).select_related("document"):
        words = f"{copy.document}, {copy.get_channel_display().lower()}"
        yield Event(copy.given_on, "envelope", "Copy given", words)


def agency_events(child: Child) -> Iterator[Event]:
    """Consent given, refused and withdrawn; what agencies are to be asked for, and were asked."""
    url = reverse("agencies:consent", args=[child.pk])
    for consent in Consent.objects.filter(child=child).select_related("agency", "contact"):
        who = f"{consent.contact.name}: {consent.get_purpose_display().lower()}, {consent.agency}"
        title = f"Consent {consent.get_answer_display().lower()}"
        yield Event(consent.given_on, "signature", title, who, url, "Open")
        if consent.withdrawn_on:
            yield Event(consent.withdrawn_on, "signature", "Consent withdrawn", who, url, "Open")
    for request in ReportRequest.objects.filter(child=child).select_related("agency"):
        yield Event(request.raised_on, "page-bars", f"To ask for: {request}", request.because)
        if request.asked_on:
            yield Event(request.asked_on, "envelope", f"Asked for: {request}", request.asked_how)
