"""How pages say that something was refused, or that two people wrote at once."""

from collections.abc import Callable

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from children.models import Child
from tests.people import STORY, Cast
from tests.plans import stories

Browse = Callable[..., Client]


def test_a_refusal_is_told_with_a_warning_and_offers_no_undo(people: Cast, browse: Browse) -> None:
    ruth = browse(people.ruth)
    answer = ruth.post(reverse("children:room_close", args=[people.orchard.pk]))
    (told,) = get_messages(answer.wsgi_request)
    assert told.level_tag == "warning"
    bar = ruth.get(answer.url).content.decode().split('class="toasts"')[1].split("</p>")[0]
    assert "#triangle" in bar
    assert "#ticked-circle" not in bar


def test_what_is_done_is_told_with_a_tick(people: Cast, browse: Browse) -> None:
    people.zofia.room = people.orchard
    people.zofia.record(by=STORY)
    ruth = browse(people.ruth)
    address = reverse("children:room_close", args=[people.meadow.pk])
    text = ruth.post(address, follow=True).content.decode()
    bar = text.split('class="toasts"')[1].split("</p>")[0]
    assert "#ticked-circle" in bar
    assert "Undo" in text


def test_a_meeting_of_two_writers_is_said_once(people: Cast, browse: Browse) -> None:
    address = reverse("children:edit", args=[people.seyi.pk])
    sam = browse(people.sam)
    typed = sam.get(address).context["form"].initial
    typed = {name: value for name, value in typed.items() if value not in (None, "")}
    other = Child.objects.get(pk=people.seyi.pk)
    other.home_language = "Yoruba"
    other.record(by=STORY)
    text = sam.post(address, typed | {"room": people.orchard.pk}).content.decode()
    assert text.count("Somebody else saved this while you were writing") == 1
    assert "What they saved" in text


def test_a_finalised_plan_can_be_seen_as_printed(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    plan = stories.finalised(people)
    page = sam.get(reverse("plans:plan", args=[plan.pk])).content.decode()
    assert reverse("documents:print_view", args=[plan.pk]) in page


def test_a_draft_has_no_printed_view_to_lead_to(people: Cast, browse: Browse) -> None:
    plan = stories.complete(people)
    page = browse(people.sam).get(reverse("plans:plan", args=[plan.pk])).content.decode()
    assert "See as printed" not in page
