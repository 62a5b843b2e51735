"""A link to Priya's copy, and what she said to it."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from agencies.intake.examiner import examine
from isp_portal.sharing.actions import write_down_reply
from plans.models import SupportPlan
from tests.agencies.intake.good_files import pdf
from tests.people import Cast
from tests.plans import stories
from tests.sharing.given import copy_of, link_to


def share(people: Cast) -> Any:
    """Handed over, so that no mail is needed."""
    return link_to(people, _document(people))[0].pk


def document(people: Cast) -> Any:
    return _document(people).pk


def reply(people: Cast) -> Any:
    """From home, so that it can go into the review and into the record; with the paper itself."""
    return write_down_reply(
        child=people.seyi,
        contact=people.priya,
        kind="from_home",
        how="paper",
        said_on=timezone.localdate(),
        said={"words": "He asked for his shoes."},
        file=examine(pdf(), "note.pdf"),
        by=people.kemi.as_actor(),
    ).pk


def _document(people: Cast) -> Any:

    plan = SupportPlan.objects.finalised().filter(child=people.seyi).first()
    return copy_of(people, people.priya, plan or stories.finalised(people))


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "document_id": document,
    "share_id": share,
    "reply_id": reply,
    "kind": lambda people: "view",
}


def makers_of(name: str) -> dict[str, Callable[[Cast], Any]]:
    return MAKERS if name.startswith("sharing:") else {}
