"""Copies shared with Seyi's parents, and parents who come in with the code."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.test import Client

from accounts.actions.links import give_code
from accounts.models import OutboxMail
from children.models import ParentCarer
from isp_portal.documents import actions as papers
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing import actions
from isp_portal.sharing.actions.sharing import BY_EMAIL
from isp_portal.sharing.models import Reply, Share
from plans.models import SupportPlan
from tests.documents.plans import finalised_plan
from tests.people import Cast


def copy_of(people: Cast, contact: ParentCarer, plan: SupportPlan | None = None) -> IssuedDocument:
    plan = plan or SupportPlan.objects.finalised().filter(child=people.seyi).first()
    plan = plan or finalised_plan(people).plan
    return papers.issue_plan(plan=plan, recipient=contact, by=people.sam.as_actor())


def shared(
    people: Cast, contact: ParentCarer | None = None, how: str = BY_EMAIL
) -> tuple[Share, str]:
    """A link to this parent's copy (Priya's), and its path."""
    return link_to(people, copy_of(people, contact or people.priya), how)


def link_to(people: Cast, document: IssuedDocument, how: str = BY_EMAIL) -> tuple[Share, str]:
    share, address = actions.share_document(document=document, how=how, by=people.sam.as_actor())
    return share, urlsplit(address).path


def inside(people: Cast, share: Share, path: str, client: Client | None = None) -> Client:
    """A parent's phone on which the code was typed."""
    client = client or Client()
    code = give_code(link=share, by=people.sam.as_actor())
    assert client.post(path, {"code": code}).status_code == 302
    return client


def page_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def say(client: Client, path: str, kind: str, **words: Any) -> Any:
    return client.post(f"{path}say/{kind}/", {"typed_name": "Priya Blackwood", **words})


def reply_of(contact: ParentCarer) -> Reply:
    found = Reply.objects.filter(contact=contact).order_by("written_down_at").last()
    assert found is not None
    return found


def mail_to(contact: ParentCarer, kind: str = "share") -> OutboxMail:
    found = OutboxMail.objects.filter(kind=kind, to=contact.email).order_by("queued_at").last()
    assert found is not None
    return found


def link_in(mail: OutboxMail) -> str:
    """The path of the link that stands in a mail."""
    found = re.search(r"https?://\S+/shared/\S+", mail.text)
    assert found
    return urlsplit(found.group()).path
