"""What follows when a parent comes in with the code: it counts as opened, and the copy as given."""

from django.utils import timezone

from accounts.actions.links import LinkKind
from isp_portal.documents.models import CopyChannel, CopyGiven, DocumentKind
from isp_portal.documents.queries import language_on
from isp_portal.sharing.models import Share, ShareOpening
from isp_portal.sharing.policies import check_may_open_share


def _came_in(share: Share) -> None:
    """The first opening gives the copy (C3.2): the parent holds it from that moment."""
    today, by = timezone.localdate(), share.holder()
    ShareOpening(share=share, opened_on=today).record(by=by, why="Came in with the code")
    given = CopyGiven.objects.filter(document=share.document, channel=CopyChannel.LINK)
    if share.document.kind == DocumentKind.REVIEW_LETTER or given.exists():
        return
    CopyGiven(
        document=share.document,
        channel=CopyChannel.LINK,
        language=language_on(share.document),
        given_on=today,
        acknowledged_on=today,
    ).record(by=by, why="Opened by link")


SHARE_LINK = LinkKind("share_link", Share, check_may_open_share, _came_in)
