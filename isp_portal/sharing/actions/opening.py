"""What follows when a parent comes in with the code: it counts as opened, and the copy as given."""

import json

from django.utils import timezone

from accounts.actions.links import LinkKind
from isp_portal.documents.models import CopyChannel, CopyGiven, DocumentKind
from isp_portal.languages import ENGLISH, language_coded
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
        language=_language_of(share),
        given_on=today,
        acknowledged_on=today,
    ).record(by=by, why="Opened by link")


def _language_of(share: Share) -> str:
    """That of the fixed words on the copy, beside English."""
    reader = json.loads(share.document.facts)["recipient"]
    return language_coded(reader.get("language", ENGLISH.code)).name


SHARE_LINK = LinkKind("share_link", Share, check_may_open_share, _came_in)
