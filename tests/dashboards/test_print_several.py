"""One print for several children: seen first, made by the worker, taken by who may (C3.2, C8, C8.1)."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.batches import forget_files
from accounts.models import Batch
from accounts.rules.batch import FILE_KEPT
from children.actions import archive_child
from children.models import AccessEvent, KeyPersonAssignment
from isp_portal.documents import actions as papers
from isp_portal.documents.models import IssuedDocument, PackOf
from isp_portal.documents.queries import stored_file
from tests.documents.reading import text_of
from tests.people import STORY, Cast
from tests.plans import stories
from tests.reviews import whole
from tests.reviews.given import planned_child

from .packs import asked_for, worked

Browse = Callable[..., Client]
PRINT = "/children/several/print/"
pytestmark = pytest.mark.usefixtures("monday")


def sent(browser: Client, *children: Any, **words: Any) -> Any:
    return browser.post(PRINT, {"child": [row.pk for row in children], **words})


def ottilie(people: Cast) -> Any:
    """Another of Kemi's children, with a plan in force and nothing issued."""
    planned_child(people, 1)
    return people.kemi.key_children.exclude(child=people.seyi).get().child


def test_before_anything_is_made_each_child_says_what_is_printed_or_why_not(
    people: Cast, browse: Browse
) -> None:
    plan = stories.finalised(people)
    papers.issue_plan(plan=plan, recipient=None, by=people.sam.as_actor())
    two = ottilie(people)
    text = sent(
        browse(people.sam), people.seyi, two, people.zofia, of="plans", step="look"
    ).content.decode()
    assert "issued Mon 23 Nov" in text
    assert "No copy was issued for the file yet" in text
    assert "No plan is in force" in text
    assert "something to print of 1 of 3 children" in text
    assert not Batch.objects.exists()
    assert IssuedDocument.objects.count() == 1


def test_looking_at_the_page_is_a_read_of_each_child(people: Cast, browse: Browse) -> None:
    sent(browse(people.sam), people.seyi, people.zofia)
    for child in (people.seyi, people.zofia):
        assert AccessEvent.objects.of_child(child).get().page == "dashboards:print_several"


def test_one_file_holds_the_copies_as_issued_each_on_sheets_of_its_own(
    people: Cast, browse: Browse
) -> None:
    by = people.sam.as_actor()
    seyis = papers.issue_plan(plan=stories.finalised(people), recipient=None, by=by)
    two = ottilie(people)
    other = papers.issue_plan(plan=two.plans.finalised().get(), recipient=None, by=by)
    done = worked(asked_for(people.sam, two, people.seyi))
    assert done.is_done
    answer = browse(people.sam).get(reverse("dashboards:batch_file", args=[done.pk]))
    with pikepdf.open(BytesIO(answer.content)) as pdf, pdf.open_outline() as contents:
        assert [item.title for item in contents.root] == [
            two.legal_name,
            "Oluwaseyifunmi Adeyemi-Blackwood",
        ]
        begins = [pdf.pages.index(pikepdf.Page(item.destination[0])) for item in contents.root]
        assert begins == [0, other.page_count + other.page_count % 2]
        assert len(pdf.pages) == sum(d.page_count + d.page_count % 2 for d in (seyis, other))
    assert "Seyi" in text_of(answer.content)
    assert "Seyi" not in answer["Content-Disposition"]
    assert IssuedDocument.objects.count() == 2


def test_a_print_issues_nothing_unless_it_is_asked_to(people: Cast) -> None:
    plan = stories.finalised(people)
    done = worked(asked_for(people.sam, people.seyi))
    assert (done.state, done.said) == ("stopped", "Nothing could be printed. Each child says why.")
    assert not IssuedDocument.objects.exists()
    done = worked(asked_for(people.sam, people.seyi, issue_missing=True))
    assert done.is_done
    issued = IssuedDocument.objects.get()
    assert (issued.plan, issued.recipient, issued.issued_by) == (plan, None, "Sam Whitlock")


def test_record_sheets_are_drawn_and_are_no_issued_copies(people: Cast) -> None:
    stories.finalised(people)
    done = worked(asked_for(people.kemi, people.seyi, of=PackOf.SHEETS))
    assert "weekofMon23Nov2026" in text_of(stored_file(done.stored_as))
    assert not IssuedDocument.objects.exists()


def test_minutes_are_printed_as_issued_for_the_file_c8_1(people: Cast) -> None:
    review = whole.finalised(people)
    before = IssuedDocument.objects.filter(review=review).count()
    done = worked(asked_for(people.sam, people.seyi, of=PackOf.MINUTES, issue_missing=True))
    assert done.is_done
    assert "Minutes" in text_of(stored_file(done.stored_as))
    again = worked(asked_for(people.sam, people.seyi, of=PackOf.MINUTES))
    assert again.is_done
    assert IssuedDocument.objects.filter(review=review).count() == max(before, 1)


def test_who_sends_the_form_twice_has_one_print(people: Cast, browse: Browse) -> None:
    stories.finalised(people)
    words = {"of": "sheets", "week": "23 Nov", "two_sided": "on", "step": "do", "once": uuid4()}
    kemi = browse(people.kemi)
    first, again = (sent(kemi, people.seyi, **words) for _ in range(2))
    assert first["Location"] == again["Location"]
    assert Batch.objects.get().told["monday"] == "2026-11-23"


def test_a_child_of_another_setting_is_never_in_a_print(people: Cast, browse: Browse) -> None:
    words = {"of": "plans", "step": "do", "once": uuid4()}
    text = sent(browse(people.sam), people.bilal, people.seyi, **words).content.decode()
    assert "Choose children of the register" in text
    assert "Bilal" not in text
    assert not Batch.objects.exists()
    smuggled = asked_for(people.sam, people.bilal, issue_missing=True)
    assert worked(smuggled).refused == [
        [str(people.bilal.pk), "No longer among the children in your care."]
    ]


def test_nothing_to_print_is_said_and_nothing_is_begun(people: Cast, browse: Browse) -> None:
    words = {"of": "plans", "step": "do", "once": uuid4()}
    text = sent(browse(people.sam), people.zofia, **words).content.decode()
    assert "None of these children has anything to print" in text
    assert not Batch.objects.exists()


@pytest.mark.parametrize(("who", "kinds"), [("sam", 3), ("kemi", 3), ("ruth", 2)])
def test_each_kind_is_offered_to_who_may_read_it(
    who: str, kinds: int, people: Cast, browse: Browse
) -> None:
    form = sent(browse(getattr(people, who)), people.seyi).context["form"]
    assert len(form.fields["of"].choices) == kinds


def test_the_file_is_taken_by_who_sees_every_child_in_it_and_each_read_is_logged(
    people: Cast, browse: Browse
) -> None:
    stories.finalised(people)
    done = worked(asked_for(people.kemi, people.seyi, of=PackOf.SHEETS))
    address = reverse("dashboards:batch_file", args=[done.pk])
    assert browse(people.dele).get(address).status_code == 404
    assert browse(people.hannah).get(address).status_code == 403
    assert browse(people.olga).get(address).status_code == 404
    before = AccessEvent.objects.of_child(people.seyi).count()
    assert browse(people.kemi).get(address).status_code == 200
    assert AccessEvent.objects.of_child(people.seyi).count() == before + 1


def test_who_no_longer_looks_after_a_child_takes_no_file_of_it(
    people: Cast, browse: Browse
) -> None:
    stories.finalised(people)
    done = worked(asked_for(people.kemi, people.seyi, of=PackOf.SHEETS))
    row = KeyPersonAssignment.objects.get(child=people.seyi, membership=people.kemi)
    row.until_on = timezone.localdate().replace(day=22)
    row.record(by=STORY)
    kemi = browse(people.kemi)
    assert kemi.get(reverse("dashboards:batch_file", args=[done.pk])).status_code == 404
    page = kemi.get(reverse("dashboards:batch", args=[done.pk])).content.decode()
    assert "a child who is not in your care" in page


def test_a_child_archived_meanwhile_is_left_out_and_the_page_names_nobody_else(
    people: Cast, browse: Browse
) -> None:
    stories.finalised(people)
    batch = asked_for(people.sam, people.seyi, people.zofia, of=PackOf.SHEETS)
    archive_child(child=people.zofia, left_on=timezone.localdate(), because="Moved", by=STORY)
    done = worked(batch)
    assert [key for key, _ in done.refused] == [str(people.zofia.pk)]
    page = browse(people.dele).get(reverse("dashboards:batch", args=[done.pk])).content.decode()
    assert "Seyi" not in page


def test_the_file_is_deleted_after_a_day(people: Cast, browse: Browse) -> None:
    stories.finalised(people)
    done = worked(asked_for(people.kemi, people.seyi, of=PackOf.SHEETS))
    forget_files()
    assert default_storage.exists(done.stored_as)
    Batch.objects.filter(pk=done.pk).update(ended_at=timezone.now() - FILE_KEPT)
    forget_files()
    assert not default_storage.exists(done.stored_as)
    page = browse(people.kemi).get(reverse("dashboards:batch", args=[done.pk])).content.decode()
    assert "kept for a day and is deleted" in page


def test_more_children_than_a_page_holds_are_refused_in_words(people: Cast, browse: Browse) -> None:
    from isp_portal.dashboards.forms import several

    assert several.MOST == 200
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(several, "MOST", 1)
        words = {"of": "plans", "step": "do", "once": uuid4()}
        text = sent(browse(people.sam), people.seyi, people.zofia, **words).content.decode()
    assert "Choose 1 children at most" in text


@pytest.mark.parametrize("of", list(PackOf))
@pytest.mark.parametrize("count", [1, 6])
def test_the_preview_asks_the_same_number_of_queries_however_many_children(
    of: PackOf, count: int, people: Cast, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    stories.finalised(people)
    for number in range(count):
        planned_child(people, number)
    children = [row.child for row in people.kemi.key_children.all()]
    sam = browse(people.sam)
    sent(sam, *children, of=of.value, step="look")
    with django_assert_max_num_queries(26):
        sent(sam, *children, of=of.value, step="look")


def test_membership_is_asked_again_by_the_worker(people: Cast) -> None:
    stories.finalised(people)
    batch = asked_for(people.kemi, people.seyi, of=PackOf.SHEETS)
    people.kemi.left_on = timezone.localdate()
    people.kemi.record(by=STORY)
    done = worked(batch)
    assert (done.state, done.said) == ("stopped", "Kemi Adebayo may no longer issue papers.")


def test_the_worker_prints_as_it_runs_outside_any_other_transaction(
    transactional_db: None, people: Cast
) -> None:
    stories.finalised(people)
    assert worked(asked_for(people.sam, people.seyi, issue_missing=True)).is_done
