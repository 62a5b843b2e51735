"""What the parents of a child have said, and what waits for somebody."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from children.models import Child, ParentCarer
from isp_portal.documents.models import DocumentKind, IssuedDocument
from isp_portal.sharing.models import Reply
from isp_portal.sharing.rules import ReplyKind
from reviews.models import Review


@dataclass(frozen=True, slots=True)
class RepliesPage:
    """Everything that parents said of one child: what waits first, then what was dealt with."""

    waiting: tuple[Reply, ...]
    done: tuple[Reply, ...]


def replies_page(child: Child) -> RepliesPage:
    rows = Reply.objects.filter(child=child).select_related(
        "contact", "taken", "file", "document__plan__cycle"
    )
    said = list(rows.order_by("-written_down_at", "id"))
    return RepliesPage(
        waiting=tuple(one for one in said if not one.became),
        done=tuple(one for one in said if one.became),
    )


def replies_waiting(membership: Membership) -> list[Reply]:
    """What parents said and nobody has dealt with, over all children, the oldest first."""
    rows = Reply.objects.visible_to(membership).waiting().select_related("child", "contact")
    return list(rows.order_by("written_down_at", "id"))


def review_open_to(reply: Reply) -> Review | None:
    """The review that the words can still go into: of this child, and not finalised."""
    reviews = Review.objects.filter(child=reply.child_id).open().select_related("cycle", "child")
    return reviews.order_by("-cycle__number").first()


def came_late(reply: Reply) -> bool:
    """A view that came after the review of the plan they read was finalised: kept, and shown as such."""
    if reply.kind != ReplyKind.VIEW or reply.document is None:
        return False
    done = Review.objects.filter(cycle=reply.document.plan.cycle_id).finalised()
    return done.filter(finalised_at__lte=reply.written_down_at).exists()


def may_speak(child: Child, on: date) -> list[ParentCarer]:
    """Contacts whose words staff may write down."""
    return list(ParentCarer.objects.filter(child=child).to_be_asked(on).order_by("name", "pk"))


def copies_answered(child: Child) -> list[IssuedDocument]:
    """Copies of plans and minutes that parents of the child hold or wait for, newest first."""
    rows = IssuedDocument.objects.told_apart().filter(child=child, recipient__isnull=False)
    return list(rows.exclude(kind=DocumentKind.REVIEW_LETTER).order_by("-issued_at", "pk"))
