"""A copy is shared with the one person whose copy it is, by a link and a code (C3.2)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership, OutboxMail
from accounts.rules.refusal import Refused
from isp_portal.documents import actions as papers
from isp_portal.documents.models import CopyChannel, CopyGiven
from isp_portal.documents.queries import copies_due
from isp_portal.sharing import actions
from isp_portal.sharing.actions.sharing import BY_HAND
from isp_portal.sharing.models import Share, ShareOpening
from tests.documents.plans import corrected, father, finalised_plan
from tests.people import STORY, Cast

from .given import copy_of, inside, link_in, link_to, mail_to, page_of, shared

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]


def test_the_link_goes_to_the_parents_own_address_and_only_its_hash_is_kept(people: Cast) -> None:
    share, path = shared(people)
    assert link_in(mail_to(people.priya)) == path
    token = path.strip("/").split("/")[-1]
    kept = [str(value) for value in Share.objects.values().get().values()]
    assert token not in " ".join(kept)
    assert len(share.token_hash) == 64
    assert share.expires_at - timezone.now() > timedelta(days=29)


def test_the_mail_names_neither_child_nor_parent(people: Cast) -> None:
    shared(people)
    mail = mail_to(people.priya)
    whole = f"{mail.subject} {mail.text} {mail.html}"
    for name in ("Seyi", "Adeyemi", "Priya", "Blackwood"):
        assert name not in whole
    assert "Acorns Nursery" in mail.subject


def test_a_parent_reads_the_copy_once_the_code_was_typed(people: Cast) -> None:
    share, path = shared(people)
    phone = Client()
    assert "Say his name" not in page_of(phone, path)
    assert phone.get(f"{path}copy/").status_code == 302
    inside(people, share, path, phone)
    page = page_of(phone, f"{path}copy/")
    assert "Say his name and wait until he looks" in page
    assert "Strip on the fridge" in page
    assert "<title>A paper is shared with you</title>" in page


def test_opening_with_the_code_gives_the_copy_once(people: Cast) -> None:
    share, path = shared(people)
    for _ in range(2):
        inside(people, share, path)
    assert ShareOpening.objects.filter(share=share).count() == 2
    (given,) = CopyGiven.objects.all()
    assert (given.channel, given.document) == (CopyChannel.LINK, share.document)
    assert given.history.get().actor_label == "Priya Blackwood"
    assert copies_due(people.sam, timezone.localdate()) == []


def test_looking_at_the_address_counts_for_nothing(people: Cast) -> None:
    """A mail scanner follows every link, by GET and by HEAD."""
    _, path = shared(people)
    scanner = Client()
    for where in (path, f"{path}copy/", f"{path}copy/file/", f"{path}say/view/"):
        scanner.get(where)
        scanner.head(where)
    assert not ShareOpening.objects.exists()
    assert not CopyGiven.objects.exists()
    assert not OutboxMail.objects.filter(kind="link_code").exists()


def test_the_code_goes_to_the_address_on_file_and_names_nobody(people: Cast) -> None:
    _, path = shared(people)
    Client().post(f"{path}send-code/")
    mail = mail_to(people.priya, "link_code")
    assert "Priya" not in mail.text + mail.subject
    assert "Seyi" not in mail.text + mail.subject


def test_a_new_link_closes_the_one_before(people: Cast) -> None:
    share, path = shared(people)
    phone = inside(people, share, path)
    shared(people)
    assert phone.get(f"{path}copy/").status_code == 404
    share.refresh_from_db()
    assert share.revoked_because == "A new link was made."


def test_a_setting_says_for_how_long_links_open(people: Cast) -> None:
    people.acorns.share_days = 3
    people.acorns.record(by=STORY)
    share, _ = shared(people)
    assert timedelta(days=2, hours=23) < share.expires_at - timezone.now() <= timedelta(days=3)


def test_the_copy_of_the_childs_file_is_shared_with_nobody(people: Cast) -> None:
    plan = finalised_plan(people).plan
    file = papers.issue_plan(plan=plan, recipient=None, by=STORY)
    with pytest.raises(Refused, match="child’s file"):
        link_to(people, file)


def test_a_version_that_was_replaced_is_not_shared_any_more(people: Cast) -> None:
    written = finalised_plan(people)
    old = copy_of(people, people.priya, written.plan)
    corrected(written)
    old.refresh_from_db()
    with pytest.raises(Refused, match="newer version"):
        link_to(people, old)


def test_without_an_address_the_link_is_handed_over(people: Cast) -> None:
    people.priya.email = ""
    people.priya.record(by=STORY)
    document = copy_of(people, people.priya)
    with pytest.raises(Refused, match="no email on file"):
        link_to(people, document)
    share, path = link_to(people, document, BY_HAND)
    assert not OutboxMail.objects.exists()
    assert "Say his name" in page_of(inside(people, share, path), f"{path}copy/")


def test_each_of_two_parents_with_one_address_comes_in_to_their_own_copy(people: Cast) -> None:
    tunde = father(people)
    tunde.email = people.priya.email
    tunde.record(by=STORY)
    hers, her_path = shared(people)
    his, his_path = shared(people, tunde)
    her_phone, his_phone = inside(people, hers, her_path), inside(people, his, his_path)
    assert "For Priya Blackwood" in page_of(her_phone, f"{her_path}copy/")
    assert "For Tunde Adeyemi" in page_of(his_phone, f"{his_path}copy/")
    assert her_phone.get(f"{his_path}copy/").status_code == 302


def test_the_file_is_the_issued_one_under_a_name_that_tells_of_nobody(people: Cast) -> None:
    share, path = shared(people)
    answer = inside(people, share, path).get(f"{path}copy/file/")
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="shared-copy.pdf"'
    assert answer["Cache-Control"] == "no-store"


def test_staff_see_what_became_of_a_link_and_take_it_back(people: Cast, browse: Browse) -> None:
    document = copy_of(people, people.priya)
    sam, address = browse(people.sam), reverse("sharing:share", args=[document.pk])
    assert "A paper from Acorns Nursery for you" in page_of(sam, address)
    assert sam.post(address, {"how": "email"}).status_code == 302
    (share,) = Share.objects.all()
    page = page_of(sam, address)
    assert "Not opened." in page
    assert "The email waits to go" in page
    take_back = reverse("sharing:take_back", args=[share.pk])
    assert sam.post(take_back, {"because": "Sent too early"}).status_code == 302
    page = page_of(sam, address)
    assert "Withdrawn" in page
    assert "Sent too early" in page


def test_a_link_that_is_handed_over_is_shown_once(people: Cast, browse: Browse) -> None:
    document = copy_of(people, people.priya)
    sam, address = browse(people.sam), reverse("sharing:share", args=[document.pk])
    shown = sam.post(address, {"how": "by_hand"}).content.decode()
    assert "/shared/" in shown.replace("…/shared/", "")
    assert "/shared/" not in page_of(sam, address).replace("…/shared/", "")
    (share,) = Share.objects.all()
    code = sam.post(reverse("sharing:code", args=[share.pk])).content.decode()
    assert "It works for 20 minutes" in code


def test_a_page_says_when_a_newer_version_has_come(people: Cast) -> None:
    written = finalised_plan(people)
    share, path = link_to(people, copy_of(people, people.priya, written.plan))
    phone = inside(people, share, path)
    corrected(written)
    page = page_of(phone, f"{path}copy/")
    assert "A newer version has taken the place" in page
    assert "Send my answer" not in page


def test_taking_back_twice_is_refused(people: Cast) -> None:
    share, _ = shared(people)
    actions.take_back_share(share=share, because="Too early", by=STORY)
    share.refresh_from_db()
    with pytest.raises(Refused, match="already"):
        actions.take_back_share(share=share, because="Again", by=STORY)
