"""What parents say is kept as they said it, and staff decide what becomes of it (C4.1, C8.1)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.rules.refusal import Refused
from agencies.intake.examiner import examine
from isp_portal.documents import actions as papers
from isp_portal.sharing import actions
from isp_portal.sharing.models import Reply, ReplyTaken, Share, TheirWords
from plans.models import PlanSignOff
from reviews.models import FamilyView, InterventionEntry, MinutesAnswer
from tests.agencies.intake.good_files import pdf
from tests.documents.plans import father
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned

from .given import inside, link_to, page_of, reply_of, say, shared

pytestmark = pytest.mark.django_db
Browse = Callable[[Membership], Client]
VIEW = {"going_well": "He sings.", "is_hard": "Mornings.", "words": "<b>Thank you</b> & more"}


@pytest.fixture
def hers(people: Cast) -> tuple[Share, str]:
    return shared(people)


@pytest.fixture
def phone(people: Cast, hers: tuple[Share, str]) -> Client:
    return inside(people, *hers)


def test_an_answer_with_comments_is_kept_and_stands_on_the_plan(
    people: Cast, hers: tuple[Share, str], phone: Client
) -> None:
    words = "Yes. And please show us the strip."
    assert say(phone, hers[1], "answer", answer="with_comments", words=words).status_code == 302
    reply = reply_of(people.priya)
    assert (reply.answer, reply.words, reply.typed_name) == (
        "with_comments",
        words,
        "Priya Blackwood",
    )
    sign_off = PlanSignOff.objects.get(contact=people.priya)
    assert (sign_off.answer, sign_off.comments, sign_off.method) == (
        "with_comments",
        words,
        "portal",
    )
    assert words in page_of(phone, f"{hers[1]}copy/")


def test_who_does_not_agree_reads_what_happens_next_and_how_to_complain(
    people: Cast, hers: tuple[Share, str], phone: Client
) -> None:
    say(phone, hers[1], "answer", answer="not_agreed", words="Not in the block corner.")
    page = page_of(phone, f"{hers[1]}said/")
    for part in ("Not in the block corner.", "What happens next", "complain", "SENDIASS"):
        assert part in page


@pytest.mark.parametrize("answer", ["with_comments", "not_agreed"])
def test_an_answer_that_needs_words_asks_for_them(
    hers: tuple[Share, str], phone: Client, answer: str
) -> None:
    page = say(phone, hers[1], "answer", answer=answer, words=" ").content.decode()
    assert "Write what you would like to say about it" in page
    assert not Reply.objects.exists()


def test_a_reply_of_a_hundred_thousand_letters_comes_back_whole_with_the_limit(
    hers: tuple[Share, str], phone: Client
) -> None:
    words = "long words " * 9091
    page = say(phone, hers[1], "view", words=words).content.decode()
    assert "Up to 2000 letters. Yours has 100" in page
    assert words.strip() in page
    assert not Reply.objects.exists()


def test_markup_is_words_like_any_other(
    people: Cast, hers: tuple[Share, str], phone: Client, browse: Browse
) -> None:
    say(phone, hers[1], "view", **VIEW)
    assert reply_of(people.priya).words == VIEW["words"]
    for page in (
        page_of(phone, f"{hers[1]}said/"),
        page_of(browse(people.sam), reverse("sharing:replies", args=[people.seyi.pk])),
    ):
        assert "&lt;b&gt;Thank you&lt;/b&gt; &amp; more" in page
        assert "<b>Thank you" not in page


@pytest.mark.parametrize("kind", ["view", "from_home", "question"])
def test_a_reply_that_says_nothing_is_asked_for_a_few_words(
    hers: tuple[Share, str], phone: Client, kind: str
) -> None:
    assert say(phone, hers[1], kind).status_code == 200
    assert not Reply.objects.exists()


def test_somebody_may_just_ask_to_be_called(
    people: Cast, hers: tuple[Share, str], phone: Client
) -> None:
    say(phone, hers[1], "view", wants_call="on", call_times="After 6")
    assert (reply_of(people.priya).wants_call, reply_of(people.priya).call_times) == (
        True,
        "After 6",
    )


def test_pressed_twice_it_is_one_reply(hers: tuple[Share, str], phone: Client) -> None:
    once = "8a5c7f0e-6a53-4f0f-9a55-0d6f6c1f3a10"
    for _ in range(2):
        say(phone, hers[1], "question", words="Who is Theo?", once=once)
    assert Reply.objects.count() == 1


def test_nobody_changes_a_parents_words(
    people: Cast, hers: tuple[Share, str], phone: Client
) -> None:
    say(phone, hers[1], "question", words="Who is Theo?")
    reply = reply_of(people.priya)
    reply.words = "All is well."
    for change in (
        lambda: reply.record(by=STORY),
        lambda: reply.save(),
        lambda: reply.remove(by=STORY),
    ):
        with pytest.raises(TheirWords):
            change()
    assert reply_of(people.priya).words == "Who is Theo?"


def test_their_view_is_taken_into_the_review_by_a_person_word_for_word(
    people: Cast, browse: Browse
) -> None:
    review = planned(people)
    share, path = link_to(people, _copy(people, review.cycle.plans.get()))
    say(inside(people, share, path), path, "view", **VIEW)
    reply = reply_of(people.priya)
    assert not FamilyView.objects.exists()
    assert browse(people.ruth).post(_to("into_review", reply)).status_code == 403
    browse(people.kemi).post(_to("into_review", reply))
    (view,) = FamilyView.objects.filter(review=review)
    assert view.words == reply.whole
    assert view.contact == people.priya
    assert ReplyTaken.objects.get().taken_by == "Kemi Adebayo"
    with pytest.raises(Refused, match="dealt with"):
        actions.take_into_review(reply=reply, review=review, by=STORY)


def test_a_view_after_the_review_was_finalised_is_kept_and_shown(
    people: Cast, browse: Browse
) -> None:
    review = whole.finalised(people)
    share, path = link_to(
        people, papers.issue_minutes(review=review, recipient=people.priya, by=STORY)
    )
    say(inside(people, share, path), path, "view", words="He had a bad week.")
    reply, said = reply_of(people.priya), list(FamilyView.objects.filter(review=review))
    page = page_of(browse(people.sam), _to("reply", reply))
    assert "He had a bad week." in page
    assert "after the review was finalised" in page
    browse(people.sam).post(_to("into_review", reply))
    assert list(FamilyView.objects.filter(review=review)) == said
    next_one = FamilyView.objects.exclude(review=review).get()
    assert next_one.words == "He had a bad week."


def test_an_answer_to_the_minutes_stands_beside_them(people: Cast) -> None:
    review = whole.finalised(people)
    document = papers.issue_minutes(review=review, recipient=people.priya, by=STORY)
    share, path = link_to(people, document)
    phone = inside(people, share, path)
    assert "How Seyi’s plan is going" in page_of(phone, f"{path}copy/")
    say(phone, path, "answer", answer="not_agreed", words="I said more than that.")
    answer = MinutesAnswer.objects.get(review=review)
    assert (answer.answer, answer.words, answer.contact) == (
        "not_agreed",
        "I said more than that.",
        people.priya,
    )


def test_what_they_saw_at_home_goes_into_the_record_as_theirs(
    people: Cast, hers: tuple[Share, str], phone: Client, browse: Browse
) -> None:
    say(phone, hers[1], "from_home", words="He said “bus” twice.")
    browse(people.kemi).post(_to("into_record", reply_of(people.priya)))
    (entry,) = InterventionEntry.objects.all()
    assert entry.note_from_home == "Priya Blackwood: He said “bus” twice."
    record = page_of(browse(people.kemi), reverse("reviews:record", args=[people.seyi.pk]))
    assert "Priya Blackwood: He said “bus” twice." in record


def test_a_question_is_answered_with_words_that_the_parent_reads(
    people: Cast, hers: tuple[Share, str], phone: Client, browse: Browse
) -> None:
    say(phone, hers[1], "question", words="Who is Theo?")
    read, sam = _to("reply_read", reply_of(people.priya)), browse(people.sam)
    assert "Say what was answered" in sam.post(read, {"words": ""}).content.decode()
    assert sam.post(read, {"words": "He is the therapist."}).status_code == 302
    assert "He is the therapist." in page_of(phone, f"{hers[1]}said/")


def test_a_parent_reads_that_their_words_were_read(
    people: Cast, hers: tuple[Share, str], phone: Client, browse: Browse
) -> None:
    say(phone, hers[1], "from_home", words="He said “bus” twice.")
    assert "Nobody has dealt with it yet." in page_of(phone, f"{hers[1]}said/")
    browse(people.sam).post(_to("reply_read", reply_of(people.priya)), {"words": ""})
    assert "We have read it." in page_of(phone, f"{hers[1]}said/")


def test_staff_write_down_what_a_parent_said_and_it_is_marked_so(
    people: Cast, browse: Browse
) -> None:
    typed = {
        "contact": str(people.priya.pk),
        "kind": "view",
        "answer": "",
        "document": "",
        "words": "He is happy here.",
        "said_on": "today",
        "how": "phone",
        "language": "English",
    }
    address = reverse("sharing:write_down", args=[people.seyi.pk])
    assert browse(people.kemi).post(address, typed).status_code == 302
    page = page_of(browse(people.kemi), reverse("sharing:replies", args=[people.seyi.pk]))
    assert "By phone, written down by Kemi Adebayo" in page
    assert "He is happy here." in page


def test_a_signed_paper_is_filed_with_the_answer_and_handed_out_sealed(
    people: Cast, hers: tuple[Share, str], browse: Browse
) -> None:
    reply = actions.write_down_reply(
        child=people.seyi,
        contact=people.priya,
        kind="answer",
        how="paper",
        said_on=hers[0].document.issued_on,
        said={"answer": "agreed"},
        document=hers[0].document,
        file=examine(pdf(), "signed.pdf"),
        by=people.kemi.as_actor(),
    )
    assert PlanSignOff.objects.get(contact=people.priya).method == "paper"
    answer = browse(people.sam).get(_to("signed_paper", reply))
    assert answer.content == pdf()
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert "Priya" not in answer["Content-Disposition"]


def test_staff_write_down_no_answer_to_another_parents_copy(
    people: Cast, hers: tuple[Share, str]
) -> None:
    with pytest.raises(Refused, match="not their copy"):
        actions.write_down_reply(
            child=people.seyi,
            contact=father(people),
            kind="answer",
            how="phone",
            said_on=hers[0].document.issued_on,
            said={"answer": "agreed"},
            document=hers[0].document,
            by=STORY,
        )


def _copy(people: Cast, plan: object) -> object:
    return papers.issue_plan(plan=plan, recipient=people.priya, by=STORY)  # type: ignore[arg-type]


def _to(name: str, reply: Reply) -> str:
    return reverse(f"sharing:{name}", args=[reply.pk])
