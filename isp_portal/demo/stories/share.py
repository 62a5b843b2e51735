"""A copy shared by link in the stories, and what the parent said to it (C3.2, C4.1).

The mail with the link lands in var/mail once the worker runs, and so does the code that is asked for.
"""

from children.models import Child
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.places import Place
from isp_portal.documents.actions import issue_plan
from isp_portal.sharing.actions import reply_by_link, share_document
from isp_portal.sharing.actions.sharing import BY_EMAIL
from plans.models import SupportPlan


def tell_share(story: Story, child: Child, plan: SupportPlan, place: Place) -> None:
    """Where a review is planned, the parents hold a link, and one has said what she thinks."""
    if story.review != "planned":
        return
    by = place.senco().as_actor()
    for contact in child.contacts.filter(may_receive_copies=True):
        document = issue_plan(plan=plan, recipient=contact, by=by)
        share, _ = share_document(document=document, how=BY_EMAIL, by=by)
        said = {
            "going_well": "He asks for his boots by name.",
            "to_talk_about": "What we can do on the bus.",
            "typed_name": contact.name,
        }
        reply_by_link(share=share, kind="view", said=said, by=share.holder())
