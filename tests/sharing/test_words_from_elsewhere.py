"""Words that come on paper, by phone, late, or twice from one mailbox: kept as they are (C4.1, C8.1)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from isp_portal.documents import actions as papers
from isp_portal.sharing.models import Reply, ReplyFile
from plans.models import PlanSignOff
from tests.agencies.intake.good_files import picture
from tests.documents.plans import father
from tests.people import STORY, Cast
from tests.reviews import whole

from .given import copy_of, inside, link_to, mail_to, page_of, reply_of, say, shared

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]
LONG = "long words " * 9091


def written_down(people: Cast, client: Client, **more: Any) -> Any:
    values = {
        "contact": str(people.priya.pk),
        "kind": "view",
        "answer": "",
        "document": "",
        "words": "He is happy here.",
        "said_on": "today",
        "how": "paper",
        "language": "English",
        **more,
    }
    return client.post(reverse("sharing:write_down", args=[people.seyi.pk]), values)


def test_a_signed_copy_is_photographed_filed_and_counts_as_their_answer(
    people: Cast, browse: Browse
) -> None:
    document, kemi = copy_of(people, people.priya), browse(people.kemi)
    photo = SimpleUploadedFile("IMG_2031.jpg", picture(), content_type="image/jpeg")
    answer = {"kind": "answer", "answer": "agreed", "document": str(document.pk), "words": ""}
    assert written_down(people, kemi, file=photo, **answer).status_code == 302
    reply, filed = reply_of(people.priya), ReplyFile.objects.get()
    assert (reply.how, reply.answer, reply.written_down_by) == ("paper", "agreed", "Kemi Adebayo")
    sign_off = PlanSignOff.objects.get(contact=people.priya)
    assert (sign_off.answer, sign_off.method) == ("agreed", "paper")
    handed = kemi.get(reverse("sharing:signed_paper", args=[reply.pk]))
    assert handed.status_code == 200
    assert handed["Content-Disposition"] == f'attachment; filename="{filed.neutral_name}"'
    assert handed["Content-Type"] == filed.content_type
    page = page_of(kemi, reverse("sharing:reply", args=[reply.pk]))
    assert "On paper, written down by Kemi Adebayo" in page
    assert "The signed paper" in page


def test_what_staff_wrote_down_is_marked_so_for_the_parent_too(
    people: Cast, browse: Browse
) -> None:
    share, path = shared(people)
    written_down(people, browse(people.kemi), how="phone")
    page = page_of(inside(people, share, path), f"{path}said/")
    assert "He is happy here." in page
    assert "Written down for you by Kemi Adebayo, 23 November 2026." in page


def test_a_hundred_thousand_letters_from_staff_come_back_whole_too(
    people: Cast, browse: Browse
) -> None:
    page = written_down(people, browse(people.kemi), words=LONG).content.decode()
    assert LONG.strip() in page
    assert not Reply.objects.exists()


@pytest.mark.parametrize("kind", ["answer", "from_home", "question", "coming"])
def test_a_hundred_thousand_letters_are_lost_on_no_page(people: Cast, kind: str) -> None:
    share, path = shared(people)
    page = say(inside(people, share, path), path, kind, words=LONG).content.decode()
    assert LONG.strip() in page
    assert "Yours has 100" in page
    assert not Reply.objects.exists()


def test_an_answer_after_the_review_was_finalised_is_kept_with_every_word(
    people: Cast, browse: Browse
) -> None:
    review = whole.finalised(people)
    plan = review.plan
    assert plan is not None
    copy = papers.issue_plan(plan=plan, recipient=people.priya, by=STORY)
    share, path = link_to(people, copy)
    words = "I did not see it before the review."
    phone = inside(people, share, path)
    assert say(phone, path, "answer", answer="not_agreed", words=words).status_code == 302
    assert words in page_of(phone, f"{path}said/")
    assert (reply_of(people.priya).answer, reply_of(people.priya).words) == ("not_agreed", words)
    page = page_of(browse(people.sam), reverse("sharing:replies", args=[people.seyi.pk]))
    assert words in page
    assert "Does not agree" in page


def test_two_parents_with_one_mailbox_get_a_mail_each_that_says_nothing_of_either(
    people: Cast,
) -> None:
    tunde = father(people)
    tunde.email = people.priya.email
    tunde.record(by=STORY)
    (hers, her_path), (his, his_path) = shared(people), shared(people, tunde)
    assert {hers.sent_to, his.sent_to} == {"priya@family.example"}
    assert her_path != his_path
    for name in ("Priya", "Tunde", "Seyi", "Adeyemi"):
        assert name not in mail_to(tunde).text + mail_to(tunde).subject
    phone = Client()
    phone.post(f"{her_path}send-code/")
    code = next(w for w in mail_to(tunde, "link_code").text.split() if w.isdigit() and len(w) == 6)
    assert phone.post(his_path, {"code": code}).status_code == 200, "her code opens hers alone"
    assert phone.get(f"{his_path}copy/").status_code == 302
    say(inside(people, his, his_path), his_path, "question", words="Only he asks this.")
    her_phone = inside(people, hers, her_path)
    assert "Only he asks this." not in page_of(her_phone, f"{her_path}said/")
