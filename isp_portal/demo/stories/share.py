"""Copies in the stories: by link, attached to an email, and what the parent said (C3.2, C4.1).

The mail with the link lands in var/mail once the worker runs, and so does the code that is asked for.
"""

from datetime import date
from typing import Any

from children.models import Child
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.days import days_ago
from isp_portal.demo.stories.places import Place
from isp_portal.documents.actions import issue_plan
from isp_portal.sharing.actions import (
    attach_document,
    reply_by_link,
    share_document,
    write_down_reply,
)
from isp_portal.sharing.actions.sharing import BY_EMAIL
from isp_portal.sharing.models import ReplyHow
from isp_portal.sharing.rules import ReplyKind
from plans.models import SupportPlan

TOLD: dict[str, dict[str, Any]] = {
    "Ffion": {
        "kind": ReplyKind.QUESTION,
        "how": ReplyHow.PHONE,
        "said": {
            "words": "Can we borrow the song cards over the holiday?",
            "wants_call": True,
            "call_times": "after four",
        },
    },
    "Zofia": {
        "kind": ReplyKind.FROM_HOME,
        "how": ReplyHow.PAPER,
        "said": {"words": "She put her own shoes on, both of them."},
    },
}
"""What a parent said otherwise than by link; nobody has looked at it."""
ATTACHED = ("Zofia",)
"""Their mother prints at the library: her copy goes as a file, which the manager allows (C3.2)."""


def tell_share(story: Story, child: Child, plan: SupportPlan, place: Place, today: date) -> None:
    """Where a review is planned, the parents hold a link, and one has said what she thinks."""
    if story.called in TOLD:
        key_person = place.team[story.key_person]
        contact = child.contacts.get(name=story.contacts[0][0])
        write_down_reply(
            child=child,
            contact=contact,
            said_on=days_ago(today, 4),
            by=key_person.as_actor(),
            **TOLD[story.called],
        )
    by = place.senco().as_actor()
    if story.called in ATTACHED:
        contact = child.contacts.get(name=story.contacts[0][0])
        attach_document(document=issue_plan(plan=plan, recipient=contact, by=by), by=by)
    if story.review != "planned":
        return
    for contact in child.contacts.filter(may_receive_copies=True):
        document = issue_plan(plan=plan, recipient=contact, by=by)
        share, _ = share_document(document=document, how=BY_EMAIL, by=by)
        said = {
            "going_well": "He asks for his boots by name.",
            "to_talk_about": "What we can do on the bus.",
            "typed_name": contact.name,
        }
        reply_by_link(share=share, kind="view", said=said, by=share.holder())
