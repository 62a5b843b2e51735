"""The story of a child: copies shared by link, what came of them, and the sessions of a group."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from children.actions import set_restriction
from children.models import KeyPersonAssignment, RestrictionKind
from isp_portal.dashboards.queries.story import Kind, Story, story
from isp_portal.sharing.actions import (
    note_reply_as_read,
    take_back_share,
    take_into_record,
    write_down_reply,
)
from isp_portal.sharing.models import Share, ShareOpening
from plans.actions.group_sessions import take_back_group_session
from plans.models import GroupSession, GroupSessionChild
from tests.doors.group_objects import group_session, named
from tests.people import BEGAN, STORY, Cast
from tests.reviews.given import plan_now
from tests.sharing.given import inside, reply_of, say, shared

Browse = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


def told(people: Cast, who: str = "sam", kind: Kind | None = Kind.COPIES) -> Story:
    return story(people.seyi, getattr(people, who), today=timezone.localdate(), kind=kind)


def titles(found: Story) -> list[str]:
    return [event.title for event in found.events]


def test_a_shared_copy_is_told_when_it_was_shared_opened_and_its_link_closed_c3_2(
    people: Cast, browse: Browse
) -> None:
    share, path = shared(people)
    for _ in range(2):
        inside(people, share, path)
    take_back_share(share=share, because="Sent by mistake", by=people.sam.as_actor())
    said = {event.title: event for event in told(people).events}
    assert {"Shared with Priya Blackwood", "Link for Priya Blackwood closed"} < set(said)
    assert titles(told(people)).count("Opened by Priya Blackwood") == 1
    words = said["Shared with Priya Blackwood"].words
    assert words == "Individual Support Plan, link by email, by Sam Whitlock"
    sam = browse(people.sam)
    for event in said.values():
        assert not event.url or sam.get(event.url).status_code == 200


def test_a_paper_and_a_copy_that_was_given_lead_to_the_very_copy(
    people: Cast, browse: Browse
) -> None:
    share, path = shared(people)
    inside(people, share, path)
    links = {event.title: event.url for event in told(people).events}
    assert links["Paper issued"] == links["Copy given"] == f"/papers/{share.document_id}/"
    assert browse(people.sam).get(links["Copy given"]).status_code == 200


def test_each_day_on_which_a_parent_came_in_is_told(people: Cast) -> None:
    share, _ = shared(people)
    for day in (18, 19, 19):
        ShareOpening(share=share, opened_on=date(2026, 11, day)).record(by=STORY)
    opened = [event.on for event in told(people).events if event.title.startswith("Opened by")]
    assert opened == [date(2026, 11, 19), date(2026, 11, 18)]


def test_why_a_link_closed_stays_behind_it_where_a_restriction_closed_it(
    people: Cast, browse: Browse
) -> None:
    shared(people)
    values = {
        "kind": RestrictionKind.NO_CONTACT,
        "evidence": "Court order seen by the manager",
        "court_order_on": None,
        "from_on": timezone.localdate(),
        "review_on": date(2027, 5, 1),
    }
    set_restriction(contact=people.priya, values=values, by=people.sam.as_actor())
    assert "Link for Priya Blackwood closed" in titles(told(people))
    text = browse(people.sam).get(f"/children/{people.seyi.pk}/story/print/").content.decode()
    assert "Link for Priya Blackwood closed" in text
    assert Share.objects.get().revoked_because not in text


def test_what_a_parent_answers_is_told_without_their_words(people: Cast, browse: Browse) -> None:
    share, path = shared(people)
    parent = inside(people, share, path)
    say(parent, path, "question", words="May he bring his bear?")
    found = told(people)
    assert "Priya Blackwood: question" in titles(found)
    assert "bear" not in " ".join(event.words for event in found.events)
    event = next(one for one in found.events if one.title == "Priya Blackwood: question")
    assert "bear" in browse(people.sam).get(event.url).content.decode()
    note_reply_as_read(reply=reply_of(people.priya), words="He may.", by=people.sam.as_actor())
    assert "Priya Blackwood: question" in titles(told(people))


def test_words_that_became_an_entry_are_told_once(people: Cast) -> None:
    plan_now(people)
    write_down_reply(
        child=people.seyi,
        contact=people.priya,
        kind="from_home",
        how="phone",
        said_on=date(2026, 11, 20),
        said={"words": "He asked for water by himself."},
        by=people.sam.as_actor(),
    )
    assert "Priya Blackwood: from home" in titles(told(people))
    take_into_record(reply=reply_of(people.priya), member=people.sam, by=people.sam.as_actor())
    assert "Priya Blackwood: from home" not in titles(told(people))


def test_somebody_who_reads_no_plans_reads_nothing_of_copies(people: Cast) -> None:
    shared(people)
    assert told(people, "hannah").found == 0
    assert not [t for t in titles(told(people, "hannah", None)) if "Shared" in t or "Link" in t]


def test_a_session_of_a_group_says_whether_the_child_came_and_not_what_was_noted(
    people: Cast, browse: Browse
) -> None:
    session = group_session(people)
    session.note = "Zofia pushed Seyi"
    session.record(by=STORY)
    (event,) = told(people, "hannah", Kind.SESSIONS).events
    assert (event.title, event.words) == ("Talking group", "Came. With Kemi Adebayo")
    assert browse(people.hannah).get(event.url).status_code == 200
    (same,) = told(people, "ruth", Kind.SESSIONS).events
    assert (same.url, same.words) == ("", "Came. With Kemi Adebayo")


def test_a_session_taken_back_and_one_the_child_has_no_mark_of_are_not_told(people: Cast) -> None:
    session = group_session(people)
    zofias = story(people.zofia, people.sam, today=timezone.localdate(), kind=Kind.SESSIONS)
    assert zofias.found == 0
    take_back_group_session(session=session, by=people.sam.as_actor())
    assert told(people, "sam", Kind.SESSIONS).found == 0


def test_a_child_named_no_more_keeps_its_sessions_without_a_link_that_would_not_open(
    people: Cast, browse: Browse
) -> None:
    session = group_session(people)
    mark = session.marks.select_related("named").get()
    mark.named.removed_on = date(2026, 11, 20)
    mark.named.record(by=STORY)
    (event,) = told(people, "kemi", Kind.SESSIONS).events
    assert (event.title, event.url) == ("Talking group", "")


def test_a_page_asks_as_much_for_many_shares_and_sessions_as_for_few(people: Cast) -> None:
    share, _ = shared(people)
    seyi = named(people)
    counts = []
    for days in (range(1, 3), range(3, 18)):
        for day in days:
            ShareOpening(share=share, opened_on=date(2026, 11, day)).record(by=STORY)
            met = GroupSession(row=seyi.row, held_on=date(2026, 11, day), held_by=people.kemi)
            met.record(by=STORY)
            GroupSessionChild(session=met, named=seyi, has_come=True).record(by=STORY)
        with CaptureQueriesContext(connection) as asked:
            told(people, "sam", None)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 24


def test_a_key_person_reads_the_shares_of_her_own_key_child_alone(
    people: Cast, browse: Browse
) -> None:
    shared(people)
    assert browse(people.dele).get(f"/children/{people.seyi.pk}/story/").status_code == 404
    KeyPersonAssignment(
        child=people.seyi, membership=people.dele, is_second=True, from_on=BEGAN
    ).record(by=STORY)
    text = browse(people.dele).get(f"/children/{people.seyi.pk}/story/").content.decode()
    assert "Shared with Priya Blackwood" in text


def test_the_filter_by_group_sessions_is_offered_and_narrows(people: Cast, browse: Browse) -> None:
    group_session(people)
    text = browse(people.sam).get(f"/children/{people.seyi.pk}/story/?kind=sessions")
    assert "Talking group" in text.content.decode()
    assert "First day here" not in text.content.decode()
