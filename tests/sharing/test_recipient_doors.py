"""The access matrix of the parents' door: every address × every kind of visitor."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from accounts.actions.links import give_code
from accounts.models import OutboxMail
from children.models import AccessEvent
from isp_portal.sharing.models import Reply, Share, ShareOpening
from tests.doors.table import DOORS
from tests.people import STORY, Cast, signed_in_as

from .given import inside, shared
from .visitors import (
    ALLOWED,
    ASKED,
    GONE,
    INSIDE,
    OTHER_METHOD,
    OUTSIDE,
    READ,
    REST,
    SENT,
    VISITORS,
    Arrange,
    revoked,
    with_code,
)

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("guessed", ["x" * 43, "x", "a b", "é" * 20, "%00", "../" * 3, "x" * 4000])
def test_a_guessed_address_finds_nothing_by_any_method(people: Cast, guessed: str) -> None:
    shared(people)
    for client in (Client(), signed_in_as(people.sam)):
        for name, method in ALLOWED:
            response = getattr(client, method)(f"/shared/{quote(guessed, safe='')}/{REST[name]}")
            assert response.status_code == 404, (name, method)
            assert b"Seyi" not in response.content
    assert not ShareOpening.objects.exists()


def test_whoever_has_no_code_changes_nothing_by_any_method(people: Cast) -> None:
    """GET and HEAD never count; and pressing without the code writes no word down."""
    share, path = shared(people)
    before = list(Share.objects.values())
    for name, method in ALLOWED:
        if name != "send_code" or method != "post":
            answer_of(Client(), path, name, method)
    assert list(Share.objects.values()) == before
    assert not ShareOpening.objects.exists()
    assert not Reply.objects.exists()
    assert not OutboxMail.objects.filter(kind="link_code").exists()
    assert not AccessEvent.objects.of_child(people.seyi).filter(under_right=share.right_words)


def test_a_forwarded_link_sends_its_code_to_the_parent_and_to_nobody_else(people: Cast) -> None:
    _, path = shared(people)
    stranger = Client()
    stranger.post(f"{path}send-code/", {"to": "stranger@elsewhere.example", "email": "x@y.example"})
    (mail,) = OutboxMail.objects.filter(kind="link_code")
    assert mail.to == people.priya.email
    assert b"priya@" not in stranger.get(path).content, "the page does not tell where it went"
    assert stranger.get(f"{path}copy/").status_code == 302


def test_every_miss_looks_the_same(people: Cast) -> None:
    """Guessed, expired, revoked and restricted: the same page, letter for letter."""
    share, path = shared(people)
    client = revoked(people, share, path)
    guessed = Client().get("/shared/" + "x" * 43 + "/").content
    for where in (path, f"{path}copy/", f"{path}copy/file/", f"{path}say/view/", f"{path}said/"):
        answer = client.get(where)
        assert (answer.status_code, answer.content) == (404, guessed)
    assert client.post(f"{path}send-code/").content == guessed


@pytest.mark.parametrize(
    "arrange",
    [one for one, right in VISITORS.items() if right == GONE],
    ids=lambda one: one.__name__,
)
def test_a_miss_says_the_same_whatever_the_reason(people: Cast, arrange: Arrange) -> None:
    share, path = shared(people)
    client = arrange(people, share, path)
    answer = client.get(path)
    guessed = Client().get("/shared/" + "x" * 43 + "/")
    assert (answer.status_code, answer.content) == (guessed.status_code, guessed.content)
    told = ("Referrer-Policy", "Cache-Control", "X-Robots-Tag", "Content-Security-Policy")
    assert [answer[name] for name in told] == [guessed[name] for name in told]


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
