"""The access matrix of the parents' door: every address × every kind of visitor."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.links import give_code
from children.models import AccessEvent, RestrictionKind
from isp_portal.sharing import actions
from isp_portal.sharing.models import Reply, Share
from tests.documents.plans import father, restrict
from tests.doors.table import DOORS
from tests.people import STORY, Cast, signed_in_as

from .given import inside, shared

pytestmark = pytest.mark.django_db

OUTSIDE = ("door", "send_code")
INSIDE = ("copy", "file", "say", "said", "leave")
READ, SENT, ASKED, GONE, OTHER_METHOD = "read", "sent on", "asked for the code", "404", "405"

ALLOWED = {
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


def restricted(people: Cast, share: Share, path: str) -> Client:
    """Not even told: the restriction was written past the action that ends links."""
    client = inside(people, share, path)
    restrict(people.priya, RestrictionKind.NO_INFORMATION)
    return client


VISITORS: dict[Arrange, str] = {
    no_cookie: ASKED,
    with_code: READ,
    anothers: ASKED,
    senco: ASKED,
    expired: GONE,
    revoked: GONE,
    restricted: GONE,
}


def expected(name: str, method: str, right: str) -> str:
    if right == READ or (right == ASKED and name in OUTSIDE):
        return ALLOWED[name, method]
    return right


def answer_of(client: Client, path: str, name: str, method: str) -> str:
    token = path.strip("/").split("/")[-1]
    args = [token, "question"] if name == "say" else [token]
    address = reverse(f"sharing:{name}", args=args)
    words = {"words": "Who is Theo?", "typed_name": "P"} if name == "say" else {}
    response = getattr(client, method)(address, words)
    if response.status_code == 302:
        return ASKED if response["Location"] == path else SENT
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    if response.status_code == 404:
        assert b"Seyi" not in response.content
        assert b"Priya" not in response.content
    return {200: READ, 404: GONE, 405: OTHER_METHOD}[response.status_code]


def test_the_matrix_holds_every_address_of_the_door() -> None:
    named = {door.name.split(":")[1] for door in DOORS if door.permission == "share_link"}
    assert named == {*OUTSIDE, *INSIDE} == {name for name, _ in ALLOWED}


@pytest.mark.parametrize("arrange", VISITORS, ids=lambda one: one.__name__)
def test_each_visitor_is_answered_as_the_table_says(people: Cast, arrange: Arrange) -> None:
    share, path = shared(people)
    client = arrange(people, share, path)
    wrong = []
    for name, method in ALLOWED:
        right = expected(name, method, VISITORS[arrange])
        got = answer_of(client, path, name, method)
        if got != right:
            wrong.append(f"{name} {method}: {got}, expected {right}")
    assert wrong == []
    assert Reply.objects.exists() == (arrange is with_code)


def test_every_miss_looks_the_same(people: Cast) -> None:
    """Guessed, expired, revoked and restricted: the same page, letter for letter."""
    share, path = shared(people)
    client = revoked(people, share, path)
    guessed = Client().get("/shared/" + "x" * 43 + "/").content
    assert client.get(path).content == guessed
    assert client.get(f"{path}copy/").content == guessed


def test_six_digits_are_not_guessed_by_trying(people: Cast) -> None:
    share, path = shared(people)
    code = give_code(link=share, by=STORY)
    thief = Client()
    for n in range(6):
        thief.post(path, {"code": f"{(int(code) + 1 + n) % 10**6:06}"})
    assert thief.post(path, {"code": code}).status_code == 200
    assert thief.get(f"{path}copy/").status_code == 302


def test_who_reads_behind_a_link_is_in_the_log_of_who_looked(people: Cast) -> None:
    share, path = shared(people)
    phone = inside(people, share, path)
    before = AccessEvent.objects.of_child(people.seyi).count()
    phone.get(f"{path}copy/")
    seen = AccessEvent.objects.of_child(people.seyi).order_by("-at")
    assert seen.count() == before + 1
    assert (seen[0].actor_label, seen[0].under_right) == (
        "Priya Blackwood",
        "link of a shared copy",
    )
