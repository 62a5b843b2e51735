"""Issuing a copy: for whom, from which facts, and that it stays as it was issued."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage

from accounts.rules.refusal import Refused
from children.models import RestrictionKind
from isp_portal.documents import actions, queries
from isp_portal.documents.models import IssuedDocument, Unchangeable, recipients_of
from isp_portal.documents.renderer import RenderFailed, TookTooLong
from plans import actions as actions_of_plans
from plans.models import Capacity, SignOffMethod, Strategy, Target
from plans.rules.lifecycle import PlanStatus
from tests.documents.plans import Written, agree, corrected, father, finalised_plan, restrict
from tests.documents.reading import squeezed, text_of
from tests.people import STORY, Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def written(people: Cast) -> Written:
    return finalised_plan(people)


def issue(people: Cast, written: Written, recipient: object = "priya") -> IssuedDocument:
    to = people.priya if recipient == "priya" else recipient
    return actions.issue_plan(plan=written.plan, recipient=to, by=people.sam.as_actor())  # type: ignore[arg-type]


def give(people: Cast, document: IssuedDocument) -> None:
    actions.record_copy_given(
        document=document,
        channel="handed_over",
        language="English",
        given_on=TODAY,
        acknowledged_on=None,
        by=people.kemi.as_actor(),
    )


def test_the_copy_holds_every_line_of_the_plan(people: Cast, written: Written) -> None:
    words = text_of(queries.file_of(issue(people, written)))
    for line in [
        "Oluwaseyifunmi Adeyemi-Blackwood",
        "Seyi remembers every route we have walked.",
        "His red bus. He keeps it in his pocket.",
        "Waiting for a turn.",
        "“He understands more than he says.” Priya Blackwood, 2 Nov",
        "has sent strategies but no targets",
        "with a review every 6 to 8 weeks (C1 and C4)",
        "Say his name and wait until he looks",
        "Harrowby Speech and Language, 9 Oct 2026, page 3",
        "Strip on the fridge",
        "Team meeting, 20 Oct 2026",
        "Seyi looks when an adult says his name once",
        "Strategy 1",
        "between 4 and 18 December 2026",
        "Kemi Adebayo",
        "copy for Priya Blackwood, mother, issued Mon 23 Nov 2026",
    ]:
        assert squeezed(line) in words, line


def test_the_document_says_who_issued_what_to_whom(people: Cast, written: Written) -> None:
    document = issue(people, written)
    assert document.issued_by == "Sam Whitlock"
    assert document.recipient == people.priya
    assert document.recipient_name == "Priya Blackwood (mother)"
    assert document.page_count == 2
    assert document.history.get().actor_label == "Sam Whitlock"
    assert document.pdf_sha256 == hashlib.sha256(queries.file_of(document)).hexdigest()
    assert hashlib.sha256(document.facts.encode()).hexdigest() == document.facts_sha256


def test_the_same_facts_issued_again_are_the_same_copy(people: Cast, written: Written) -> None:
    assert issue(people, written) == issue(people, written)
    assert IssuedDocument.objects.count() == 1


def test_the_same_facts_issued_on_another_day_are_the_same_copy(
    people: Cast, written: Written, time_machine_tomorrow: None
) -> None:
    first = IssuedDocument.objects.get()
    assert issue(people, written) == first


@pytest.fixture
def time_machine_tomorrow(people: Cast, written: Written) -> object:
    import time_machine

    issue(people, written)
    with time_machine.travel("2026-11-24 10:00:00+00:00"):
        yield


def test_a_signature_makes_a_new_copy(people: Cast, written: Written) -> None:
    first = issue(people, written)
    agree(written.plan, Capacity.PARENT, "Priya Blackwood", people.priya)
    second = issue(people, written)
    assert second != first
    assert "Agreed.Signedintheportal" in text_of(queries.file_of(second))


def test_an_answer_on_paper_shows_its_day_and_not_when_it_was_typed_in(
    people: Cast, written: Written
) -> None:
    row = agree(written.plan, Capacity.PARENT, "Priya Blackwood", people.priya)
    row.method = SignOffMethod.PAPER
    row.record(by=STORY)
    words = text_of(queries.file_of(issue(people, written)))
    assert "Agreed.SignedonpaperMon2Nov2026" in words


def test_each_parent_has_a_copy_of_their_own(people: Cast, written: Written) -> None:
    tunde = father(people)
    assert issue(people, written, tunde) != issue(people, written)


def test_one_parents_contacts_and_answer_are_not_on_the_others_copy(
    people: Cast, written: Written
) -> None:
    tunde = father(people)
    agree(written.plan, Capacity.PARENT, "Tunde Adeyemi", tunde)
    document = issue(people, written)
    words = text_of(queries.file_of(document))
    for secret in (tunde.address, tunde.phone, tunde.email, tunde.name):
        assert squeezed(secret) not in words
        assert secret not in document.facts


def test_the_childs_file_shows_every_parents_answer(people: Cast, written: Written) -> None:
    agree(written.plan, Capacity.PARENT, "Tunde Adeyemi", father(people))
    document = issue(people, written, None)
    assert document.recipient_name == "the child’s file"
    assert "TundeAdeyemi" in text_of(queries.file_of(document))


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_a_restricted_contact_gets_no_copy_and_the_refusal_does_not_say_why(
    people: Cast, written: Written, kind: str
) -> None:
    restrict(people.priya, kind)
    with pytest.raises(Refused) as refusal:
        issue(people, written)
    assert "restrict" not in refusal.value.sentence
    assert not IssuedDocument.objects.exists()
    assert recipients_of(people.seyi, TODAY) == []


def test_a_contact_who_may_not_receive_copies_gets_none(people: Cast, written: Written) -> None:
    people.priya.may_receive_copies = False
    people.priya.record(by=STORY)
    with pytest.raises(Refused):
        issue(people, written)


def test_another_childs_parent_gets_no_copy(people: Cast, written: Written) -> None:
    stranger = father(people)
    stranger.child = people.zofia
    stranger.record(by=STORY)
    with pytest.raises(Refused):
        issue(people, written, stranger)


@pytest.mark.parametrize(
    "status", [PlanStatus.DRAFT, PlanStatus.READY, PlanStatus.SUPERSEDED, PlanStatus.CLOSED]
)
def test_only_a_finalised_plan_is_issued(people: Cast, status: PlanStatus) -> None:
    with pytest.raises(Refused, match="so no copy can be issued"):
        issue(people, finalised_plan(people, status))


def test_an_issued_copy_never_changes(people: Cast, written: Written) -> None:
    document = issue(people, written)
    document.recipient_name = "Somebody else"
    with pytest.raises(Unchangeable):
        document.record(by=STORY)


def test_the_copy_opens_as_issued_after_names_have_changed(people: Cast, written: Written) -> None:
    document = issue(people, written)
    before = queries.file_of(document)
    people.seyi.preferred_name = "Seyifunmi"
    people.seyi.record(by=STORY)
    assert queries.file_of(IssuedDocument.objects.get()) == before


def test_a_file_that_was_tampered_with_is_not_opened(people: Cast, written: Written) -> None:
    document = issue(people, written)
    path = Path(settings.PRIVATE_FILES_DIR) / document.stored_as
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(queries.FileDamaged, match="not as issued"):
        queries.file_of(document)
    path.unlink()
    with pytest.raises(queries.FileDamaged, match="missing"):
        queries.file_of(document)


def test_nothing_is_kept_when_no_pdf_can_be_made(
    people: Cast, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(_: object) -> None:
        raise TookTooLong("This paper was not ready after 20 seconds.")

    monkeypatch.setattr("isp_portal.documents.actions.plan.draw_plan", too_slow)
    with pytest.raises(RenderFailed):
        issue(people, written)
    assert not IssuedDocument.objects.exists()


def test_no_file_stays_behind_when_the_row_cannot_be_written(
    people: Cast, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("disk full")

    before = _files()
    monkeypatch.setattr(IssuedDocument, "record", broken)
    with pytest.raises(RuntimeError):
        issue(people, written)
    assert _files() == before


def _files() -> list[str]:
    return sorted(default_storage.listdir("issued")[1]) if default_storage.exists("issued") else []


def test_a_first_copy_has_no_change_box(people: Cast, written: Written) -> None:
    assert queries.plan_facts(written.plan, people.priya, TODAY).changed is None


def test_the_change_box_names_a_changed_source_what_serves_a_step_and_where_it_started(
    people: Cast, written: Written
) -> None:
    give(people, issue(people, written))
    plan = actions_of_plans.correct_plan(plan=written.plan, because="Wrong page", by=STORY)
    first, second = Strategy.objects.filter(plan=plan)
    by = {"by": STORY}
    actions_of_plans.change_strategy(line=first, values={"source_page": "4"}, **by)
    actions_of_plans.change_strategy(line=second, values={"provision": "additional"}, **by)
    target = Target.objects.get(plan=plan)
    actions_of_plans.change_target(line=target, values={}, served_by=[second], **by)
    values = {"starting_point_tracker": "Early Support", "starting_point_band": "Band 4"}
    plan = actions_of_plans.change_section(plan=plan, values=values, **by)
    changed = queries.plan_facts(plan, people.priya, TODAY).changed
    assert changed
    assert [row.words for row in changed.rows] == [
        "The starting point: changed.",
        "Strategy 1: where it came from changed.",
        "Strategy 2: how it goes beyond the ordinary changed.",
        "Target A: what serves it changed.",
    ]


def test_the_change_box_compares_with_the_recipients_own_copy(
    people: Cast, written: Written
) -> None:
    tunde = father(people)
    give(people, issue(people, written))
    new = corrected(written)
    hers = queries.plan_facts(new.plan, people.priya, TODAY)
    assert hers.changed
    assert [row.words for row in hers.changed.rows] == [
        "Strategy 2: what adults do changed.",
        "Strategy 3: new.",
    ]
    assert hers.changed.copy_of == TODAY
    assert hers.changed.sign_again
    assert [line.changed_on for line in hers.strategies] == [
        None,
        date(2026, 11, 16),
        date(2026, 11, 16),
    ]
    assert hers.replaces.replace("\xa0", " ") == "version 1 of 2 Nov 2026"
    assert queries.plan_facts(new.plan, tunde, TODAY).changed is None
