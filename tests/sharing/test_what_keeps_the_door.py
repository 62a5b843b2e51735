"""Each guard of the parents' door, taken away: what it keeps out then comes in (C3.2).

Without these a test of the door could pass because of something else, and nobody would see that a
guard holds nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest import mock

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models.link import SecretLinkQuerySet
from accounts.rules.link import secret_hash
from isp_portal.sharing import actions
from isp_portal.sharing.models import Reply, Share
from tests.documents.plans import father, restrict
from tests.people import STORY, Cast

from .given import copy_of, inside, link_to, page_of, reply_of, say, shared

pytestmark = pytest.mark.django_db
KINDS = "accounts.access.links"


def status(path: str, client: Client | None = None) -> int:
    return (client or Client()).get(f"{path}copy/").status_code


def test_it_is_the_code_that_keeps_out_whoever_has_the_link(people: Cast) -> None:
    _, path = shared(people)
    assert status(path) == 302
    with mock.patch(f"{KINDS}.is_inside", return_value=True):
        assert status(path) == 200


def test_it_is_the_question_at_every_request_that_keeps_out_somebody_restricted(
    people: Cast,
) -> None:
    """The restriction is written past the action that takes links back."""
    share, path = shared(people)
    phone = inside(people, share, path)
    restrict(people.priya)
    assert status(path, phone) == 404
    with mock.patch(f"{KINDS}.link_opens", return_value=True):
        assert status(path, phone) == 200


@contextmanager
def nobody_asking() -> Iterator[None]:
    """The door as it would be if neither its list nor its check asked whether a link is open."""

    def any_with(token: str, now: object) -> object:
        return Share.objects.filter(token_hash=secret_hash(token))

    with (
        mock.patch.object(SecretLinkQuerySet, "open_to", side_effect=any_with),
        mock.patch("accounts.rules.link.LinkFacts.is_open", return_value=True),
        mock.patch("accounts.rules.link.LinkFacts.lets_in", return_value=True),
    ):
        yield


def test_it_is_the_withdrawal_that_closes_a_link_and_not_that_it_is_old(people: Cast) -> None:
    share, path = shared(people)
    phone = inside(people, share, path)
    actions.take_back_share(share=share, because="Sent too early", by=STORY)
    assert status(path, phone) == 404
    with nobody_asking():
        assert status(path, phone) == 302, "taken back, it let nobody stay inside either"


def test_it_is_its_end_that_closes_a_link(people: Cast) -> None:
    share, path = shared(people)
    after = share.expires_at
    for moment, answer in ((after - timedelta(seconds=1), 302), (after, 404)):
        with time_machine.travel(moment, tick=False):
            assert status(path) == answer
    with time_machine.travel(after, tick=False), nobody_asking():
        assert status(path) == 302


def test_it_is_the_hour_that_ends_being_inside(people: Cast) -> None:
    share, path = shared(people)
    phone = inside(people, share, path)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert status(path, phone) == 302
        with mock.patch("accounts.rules.link.LinkFacts.lets_in", return_value=True):
            assert status(path, phone) == 200


def test_it_is_the_owner_of_the_words_that_keeps_them_from_the_other_parent(people: Cast) -> None:
    tunde = father(people)
    (hers, her_path), (his, his_path) = shared(people), link_to(people, copy_of(people, tunde))
    her_phone, his_phone = inside(people, hers, her_path), inside(people, his, his_path)
    say(her_phone, her_path, "question", words="Where does he sleep on Fridays?")
    assert "on Fridays" in page_of(her_phone, f"{her_path}said/")
    assert "on Fridays" not in page_of(his_phone, f"{his_path}copy/")
    assert "on Fridays" not in page_of(his_phone, f"{his_path}said/")
    of_anybody = mock.Mock()
    of_anybody.objects.filter = lambda child, contact: Reply.objects.filter(child=child)
    with mock.patch("isp_portal.sharing.queries.shared_page.Reply", of_anybody):
        assert "on Fridays" in page_of(his_phone, f"{his_path}said/")


def test_what_a_parent_says_is_theirs_whatever_the_form_claims(people: Cast) -> None:
    tunde = father(people)
    his, his_path = link_to(people, copy_of(people, tunde))
    hers, _ = shared(people)
    phone = inside(people, his, his_path)
    claims = {"contact": people.priya.pk, "share": hers.pk, "document": hers.document_id}
    say(phone, his_path, "question", words="Can I see her words?", **claims)
    reply = reply_of(tunde)
    assert (reply.contact, reply.share, reply.document) == (tunde, his, his.document)
