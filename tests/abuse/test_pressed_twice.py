"""Two presses, a retry, or back and send again: one record, and words that say so."""

import uuid
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from accounts.actions import make_once
from accounts.forms.base import AT_ONE_MOMENT, OnceForm, PortalForm
from accounts.models import CalendarLink, EarlyYearsSetting, SentForm, TrackedModel
from accounts.rules.refusal import Refused
from children.models import Child, Room
from reviews.models import InterventionEntry
from reviews.queries.agreed import actions_of
from tests.doors.table import Door
from tests.people import STORY, Cast, signed_in_as
from tests.reviews.given import plan_now
from tests.reviews.review_pages import being_held, url

from .nonsense import send
from .page_forms import PageForm, forms_on
from .story import HOLDS_FORMS, ada, forms_behind, sensible

COUNTED = [m for m in apps.get_models() if issubclass(m, TrackedModel)]
ANSWERED_WITH_A_PAGE = {
    "/code-to-read-out/": "a code is shown this once, and stored nowhere as it reads",
    "/calendar/make/": "the address of one's own calendar is shown this once",
    "/finalise/": "nobody has agreed the plan of the story yet",
    "/several/key-person/": "the register sends who is ticked; what to do is asked there",
    "/several/reviews/": "the same",
    "/several/print/": "the same",
    "/calendar/terms/": "what would be closed is shown first, and confirmed on the next page",
}


def counts() -> dict[str, int]:
    """How many of each record; of links, those that open: a new one takes the place of the old."""
    found = {model.__name__: model._base_manager.count() for model in COUNTED}
    found["CalendarLink"] = CalendarLink.objects.filter(revoked_at__isnull=True).count()
    return {name: count for name, count in found.items() if name != "RequirementDecision"}


def made_by_two(client: Client, form: PageForm, words: dict[str, Any]) -> tuple[int, Any, Any]:
    """The status of the first press, what it made, and what both made. It is undone."""
    with transaction.atomic():
        first = send(client, form.action, words).status_code
        after_one = counts()
        again = send(client, form.action, words).status_code
        assert again in (200, 302, 404)
        after_two = counts()
        transaction.set_rollback(True)
    return first, after_one, after_two


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_a_form_sent_twice_makes_what_it_makes_once(people: Cast, door: Door) -> None:
    client = signed_in_as(ada(people))
    for form in forms_behind(client, people, door):
        words = sensible(people, door, form)
        status, once, twice = made_by_two(client, form, words)
        a_page = any(form.action.endswith(end) for end in ANSWERED_WITH_A_PAGE)
        assert status == (200 if a_page else 302), form.action
        assert once == twice, form.action


def test_without_its_mark_the_same_form_makes_two(people: Cast) -> None:
    """The control: it is the mark that holds the second press back."""
    client, before = signed_in_as(people.sam), Child.objects.count()
    (form,) = forms_on(client, reverse("children:add"))
    for _ in range(2):
        send(client, form.action, {**form.filled(), "once": ""})
    assert Child.objects.count() == before + 2


def test_the_second_press_leads_to_what_the_first_one_made(people: Cast) -> None:
    client = signed_in_as(people.sam)
    (form,) = forms_on(client, reverse("children:add"))
    first, second = (send(client, form.action, form.filled()) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert client.get(second["Location"]).status_code == 200


def test_another_childs_form_opened_beside_it_makes_another_child(people: Cast) -> None:
    client, before = signed_in_as(people.sam), Child.objects.count()
    pages = [forms_on(client, reverse("children:add"))[0] for _ in range(2)]
    for form in pages:
        send(client, form.action, form.filled())
    assert Child.objects.count() == before + 2


def test_a_form_that_was_refused_may_be_sent_again(people: Cast) -> None:
    form, mark = OnceForm({}), uuid.uuid4()
    assert form.is_valid()
    form.mark = mark

    def refuse() -> Child:
        raise Refused("Not today.")

    assert form.makes(refuse, STORY) is None
    assert form.non_field_errors() == ["Not today."]
    assert not SentForm.objects.exists()
    assert form.makes(lambda: people.seyi, STORY) == people.seyi.pk
    assert form.makes(lambda: people.zofia, STORY) == people.seyi.pk


def test_a_mark_seen_elsewhere_leads_nowhere(people: Cast) -> None:
    """A copied mark shows nobody anything: the record it leads to has its own door."""
    client = signed_in_as(people.sam)
    (form,) = forms_on(client, reverse("children:add"))
    with transaction.atomic():
        send(client, form.action, form.filled())
        mark = SentForm.objects.get().pk
        transaction.set_rollback(True)
    make_once(mark=mark, make=lambda: people.bilal, by=people.olga.as_actor())
    answer = send(client, form.action, form.filled())
    assert client.get(answer["Location"]).status_code == 404


def test_other_words_sent_from_the_same_page_are_kept_too(people: Cast) -> None:
    """Somebody goes back, writes more and sends again: what is answered is in the record."""
    review, client = being_held(people), signed_in_as(people.kemi)
    (form,) = (f for f in forms_on(client, url(review, "actions")) if "what" in f.boxes)
    said = {**form.filled(), "who": "Kemi Adebayo", "by_on": "1 Dec"}
    for what in ("Ring the clinic", "Lend the strip", "Lend the strip"):
        assert send(client, form.action, {**said, "what": what}).status_code == 302
    assert {one.what for one in actions_of(review)} == {"Ring the clinic", "Lend the strip"}
    assert len(actions_of(review)) == 2


def test_another_entry_sent_from_the_same_page_is_kept_too(people: Cast) -> None:
    plan_now(people)
    client = signed_in_as(people.kemi)
    page = forms_on(client, reverse("reviews:entry_add", args=[people.seyi.pk]))
    (form,) = (f for f in page if "what_we_saw" in f.boxes)
    for saw in ("He gave me the card.", "He waited for me.", "He waited for me."):
        assert send(client, form.action, {**form.filled(), "what_we_saw": saw}).status_code == 302
    kept = sorted(InterventionEntry.objects.values_list("what_we_saw", flat=True))
    assert kept == ["He gave me the card.", "He waited for me."]


def test_records_chosen_in_another_order_are_the_same_words(people: Cast) -> None:
    """A list of boxes that comes back in another order is no other answer."""

    class Chosen(OnceForm):
        rooms = forms.ModelMultipleChoiceField(Room.objects.all())

    once, rooms = str(uuid.uuid4()), [people.orchard.pk, people.meadow.pk]
    marks = set()
    for order in (rooms, rooms[::-1]):
        data = QueryDict(mutable=True)
        data["once"] = once
        data.setlist("rooms", [str(room) for room in order])
        form = Chosen(data)
        assert form.is_valid()
        marks.add(form.mark)
    assert len(marks) == 1


def test_a_row_that_somebody_else_wrote_at_the_same_moment_is_a_sentence(people: Cast) -> None:
    """Past every check, the database itself refuses the second: no page that broke."""
    form = PortalForm({})
    assert form.is_valid()
    assert not form.saves(lambda: _same_room(people.acorns))
    assert form.non_field_errors() == [AT_ONE_MOMENT]
    assert Room.objects.filter(setting=people.acorns, name="Orchard").count() == 1


def _same_room(setting: EarlyYearsSetting) -> Room:
    with transaction.atomic():
        return Room(setting=setting, name="Orchard").record(by=STORY)


def test_a_fault_of_ours_is_not_called_a_coincidence(people: Cast) -> None:
    form = PortalForm({})
    assert form.is_valid()
    with pytest.raises(Exception, match=r"NOT NULL|not-null"):
        form.saves(_room_of_nobody)


def _room_of_nobody() -> Room:
    with transaction.atomic():
        return Room(name="Hall").record(by=STORY)
