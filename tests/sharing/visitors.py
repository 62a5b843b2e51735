"""Who comes to the parents' door, how each comes to be there, and what each is answered."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from accounts.actions.links import give_code
from accounts.rules.link import WRONG_UNTIL_SHUT
from children.models import RestrictionKind
from isp_portal.sharing import actions
from isp_portal.sharing.models import Share
from tests.documents.plans import father, restrict
from tests.people import STORY, Cast, signed_in_as

from .given import inside, shared

OUTSIDE = ("door", "send_code")
INSIDE = ("copy", "file", "say", "said", "leave")
READ, SENT, ASKED, GONE, OTHER_METHOD = "read", "sent on", "asked for the code", "404", "405"

ALLOWED = {
    **{(name, "head"): READ for name in ("door", "say")},
    **{(name, "head"): OTHER_METHOD for name in ("send_code", "copy", "file", "said", "leave")},
    ("door", "get"): READ,
    ("door", "post"): READ,
    ("send_code", "get"): OTHER_METHOD,
    ("send_code", "post"): ASKED,
    ("copy", "get"): READ,
    ("copy", "post"): OTHER_METHOD,
    ("file", "get"): READ,
    ("file", "post"): OTHER_METHOD,
    ("say", "get"): READ,
    ("say", "post"): SENT,
    ("said", "get"): READ,
    ("said", "post"): OTHER_METHOD,
    ("leave", "get"): OTHER_METHOD,
    ("leave", "post"): ASKED,
}
"""What the holder of an open link is answered, with the code shown."""

REST = {
    "door": "",
    "send_code": "send-code/",
    "copy": "copy/",
    "file": "copy/file/",
    "say": "say/view/",
    "said": "said/",
    "leave": "leave/",
}
"""What follows the secret in each address."""

Arrange = Callable[[Cast, Share, str], Client]


def no_cookie(people: Cast, share: Share, path: str) -> Client:
    return Client()


def with_code(people: Cast, share: Share, path: str) -> Client:
    return inside(people, share, path)


def anothers(people: Cast, share: Share, path: str) -> Client:
    """The father, inside his own link, at hers."""
    client = inside(people, *shared(people, father(people)))
    client.cookies["door"]["path"] = path
    return client


def the_code_alone(people: Cast, share: Share, path: str) -> Client:
    """The code was typed at his own link, which holds another code."""
    hers = give_code(link=share, by=STORY)
    _, his_path = shared(people, father(people))
    client = Client()
    client.post(his_path, {"code": hers})
    return client


def after_an_hour(people: Cast, share: Share, path: str) -> Client:
    """The door was left open on a phone, and the hour is over."""
    client = inside(people, share, path)
    share.refresh_from_db()
    share.inside_until = timezone.now() - timedelta(seconds=1)
    share.record(by=STORY)
    return client


def in_a_second_browser(people: Cast, share: Share, path: str) -> Client:
    """Somebody came in on another phone since: the first one is out."""
    first = inside(people, share, path)
    inside(people, share, path, Client())
    return first


def senco(people: Cast, share: Share, path: str) -> Client:
    """Staff who are signed in are nobody at this door."""
    return signed_in_as(people.sam)


def expired(people: Cast, share: Share, path: str) -> Client:
    client = inside(people, share, path)
    share.refresh_from_db()
    share.expires_at = timezone.now() - timedelta(seconds=1)
    share.record(by=STORY)
    return client


def revoked(people: Cast, share: Share, path: str) -> Client:
    client = inside(people, share, path)
    share.refresh_from_db()
    actions.take_back_share(share=share, because="Sent too early", by=STORY)
    return client


def replaced(people: Cast, share: Share, path: str) -> Client:
    """A new link was made for the same copy."""
    client = inside(people, share, path)
    shared(people)
    return client


def tried_out(people: Cast, share: Share, path: str) -> Client:
    """Fifteen wrong codes shut it, for whoever is inside too."""
    client = inside(people, share, path)
    share.refresh_from_db()
    share.wrong_codes = WRONG_UNTIL_SHUT
    share.record(by=STORY)
    return client


def no_contact_any_more(people: Cast, share: Share, path: str) -> Client:
    client = inside(people, share, path)
    people.priya.ended_on = timezone.localdate()
    people.priya.record(by=STORY)
    return client


def no_copies_any_more(people: Cast, share: Share, path: str) -> Client:
    client = inside(people, share, path)
    people.priya.may_receive_copies = False
    people.priya.record(by=STORY)
    return client


def restricted(people: Cast, share: Share, path: str) -> Client:
    """Not even told: the restriction was written past the action that ends links."""
    client = inside(people, share, path)
    restrict(people.priya, RestrictionKind.NO_INFORMATION)
    return client


VISITORS: dict[Arrange, str] = {
    no_cookie: ASKED,
    with_code: READ,
    anothers: ASKED,
    the_code_alone: ASKED,
    after_an_hour: ASKED,
    in_a_second_browser: ASKED,
    senco: ASKED,
    expired: GONE,
    revoked: GONE,
    replaced: GONE,
    tried_out: GONE,
    no_contact_any_more: GONE,
    no_copies_any_more: GONE,
    restricted: GONE,
}
