"""What each thing of a copy shared by link says (C3.2)."""

from typing import Any

from django.urls import reverse

from isp_portal.dashboards.queries.event import Event


def shared(share: Any) -> Event:
    how = "link by email" if share.sent_to else "link handed over"
    words = f"{share.document.get_kind_display()}, {how}, by {share.made_by}"
    return Event(share.made_at, "link", f"Shared with {share.contact.name}", words, *_links(share))


def opened(row: Any) -> Event:
    title = f"Opened by {row.share.contact.name}"
    words = f"{row.share.document.get_kind_display()}, with the code"
    return Event(row.opened_on, "eye", title, words, *_links(row.share))


def closed(share: Any) -> Event:
    """Why stands behind the link: it may speak of a restriction, which stands on no print."""
    title = f"Link for {share.contact.name} closed"
    words = f"{share.document.get_kind_display()}, by {share.revoked_by}"
    return Event(share.revoked_at, "lock", title, words, *_links(share))


def _links(share: Any) -> tuple[str, str]:
    return reverse("sharing:share", args=[share.document_id]), "Open"


def replied(reply: Any) -> Event:
    """That something was said and how; the words themselves stand behind the link."""
    said = reply.get_answer_display().lower() or reply.get_kind_display().lower()
    title = f"{reply.contact.name}: {said}"
    url = reverse("sharing:reply", args=[reply.pk])
    return Event(reply.said_on, "speech", title, reply.get_how_display(), url, "Read")
