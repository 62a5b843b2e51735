"""A review that is being held, and its pages as a member of staff sends them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from reviews.models import Review
from reviews.queries.reviewed import reviewed_lines
from tests.people import Cast
from tests.reviews.reviews_given import begun, planned


def being_held(people: Cast) -> Review:
    """Begun today by Kemi: one strategy, one target, which came from no report."""
    return begun(people, planned(people))


def url(review: Review, step: str, *more: Any) -> str:
    return reverse(f"reviews:review_{step}", args=[review.pk, *more])


def line_url(review: Review, number: int) -> str:
    """0 is the strategy, 1 the target."""
    return url(review, "line", reviewed_lines(review)[number].key)


def send(client: Client, address: str, **words: Any) -> Any:
    """What the page holds already, with what somebody chose or typed in its place."""
    page = client.get(address)
    form = page.context["form"]
    held = {name: form[name].value() for name in form.fields}
    filled = {name: value for name, value in held.items() if value is not None}
    return client.post(address, {**filled, **words})


def text(answer: Any) -> str:
    return str(answer.content.decode())
