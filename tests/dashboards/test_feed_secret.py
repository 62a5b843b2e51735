"""Whom the secret address of a calendar opens to, and how long (C4)."""

from django.test import Client
from django.utils import timezone

from accounts.actions.calendar_link import revoke_calendar_link
from accounts.models import CalendarLink
from accounts.rules.link import secret_hash
from children.models import AccessEvent
from tests.people import STORY, Cast
from tests.reviews.reviews_given import planned

from .feeds import Browse, link


def test_only_the_hash_of_the_secret_is_kept_and_it_is_256_bits(people: Cast) -> None:
    address = link(people.sam)
    secret = address.removeprefix("/calendar/feed/").removesuffix(".ics")
    row = CalendarLink.objects.get()
    assert row.token_hash == secret_hash(secret)
    assert len(secret) == 43
    kept = [str(value) for one in (row, row.history.get()) for value in vars(one).values()]
    assert not any(secret in value for value in kept)


def test_it_is_shown_once_on_the_answer_that_made_it(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    assert "None yet" in sam.get("/account/me/").content.decode()
    made = sam.post("/account/me/calendar/make/").content.decode()
    path = made.partition('value="http://localhost:8000')[2].partition('"')[0]
    assert Client().get(path).status_code == 200
    text = sam.get("/account/me/").content.decode()
    assert "Make a new link" in text
    assert path not in text
    assert sam.get("/account/me/calendar/make/").status_code == 405


def test_a_new_link_takes_the_place_of_the_old_and_a_revoked_one_opens_nothing(
    people: Cast, browse: Browse
) -> None:
    old, sam = link(people.sam), browse(people.sam)
    new = link(people.sam)
    assert [Client().get(one).status_code for one in (old, new)] == [404, 200]
    assert sam.post("/account/me/calendar/revoke/").url == "/account/me/#calendar"
    assert Client().get(new).status_code == 404
    assert [row.revoked_by for row in CalendarLink.objects.all()] == ["Sam Whitlock"] * 2


def test_a_miss_is_answered_as_any_address_that_is_not_there(people: Cast) -> None:
    revoked = link(people.sam)
    revoke_calendar_link(membership=people.sam, by=people.sam.as_actor())
    client = Client()
    answers = [
        client.get(one)
        for one in (revoked, "/calendar/feed/guess.ics", "/calendar/feed/%00%ff.ics", "/nowhere/")
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert len({answer.content for answer in answers}) == 1


def test_guessing_is_slowed_down_and_a_right_address_elsewhere_is_not(people: Cast) -> None:
    address = link(people.sam)
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    seen = [guesser.get(f"/calendar/feed/guess-{n}.ics").status_code for n in range(32)]
    assert seen[:30] == [404] * 30
    assert seen[30:] == [429] * 2
    assert guesser.get(address).status_code == 429
    assert int(guesser.get(address)["Retry-After"]) > 0
    assert Client(REMOTE_ADDR="203.0.113.10").get(address).status_code == 200


def test_a_calendar_with_the_right_address_may_ask_as_often_as_it_likes(people: Cast) -> None:
    address = link(people.sam)
    assert {Client().get(address).status_code for _ in range(40)} == {200}


def test_it_is_kept_by_nobody_and_reads_only(people: Cast) -> None:
    planned(people)
    address, client = link(people.sam), Client()
    before = CalendarLink.objects.get().row_version
    answer = client.get(address)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert client.post(address).status_code == 405
    assert CalendarLink.objects.get().row_version == before
    assert not AccessEvent.objects.exists()


def test_who_has_left_reads_nothing_more_from_the_next_request_on(people: Cast) -> None:
    address = link(people.sam)
    people.sam.left_on = timezone.localdate()
    people.sam.record(by=STORY)
    assert Client().get(address).status_code == 404


def test_who_loses_a_role_reads_nothing_more_and_who_gains_one_reads_on(
    people: Cast, browse: Browse
) -> None:
    address = link(people.sam)
    people.sam.roles = ["manager", "senco"]
    people.sam.record(by=STORY)
    assert Client().get(address).status_code == 200
    people.sam.roles = ["key_person"]
    people.sam.record(by=STORY)
    assert Client().get(address).status_code == 404
    assert "your roles here have changed" in browse(people.sam).get("/account/me/").content.decode()


def test_somebody_who_sees_no_plans_has_no_link(people: Cast, browse: Browse) -> None:
    hannah = browse(people.hannah)
    assert hannah.post("/account/me/calendar/make/").status_code == 403
    assert "Calendar link" not in hannah.get("/account/me/").content.decode()


def test_being_signed_in_as_somebody_else_changes_nothing(people: Cast, browse: Browse) -> None:
    review, address = planned(people), link(people.kemi)
    answer = browse(people.olga).get(address)
    assert str(review.calendar_uid) in answer.content.decode()
