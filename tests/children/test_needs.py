"""Areas of need: tick boxes and one primary; rows end, they are never deleted."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.rules.refusal import Refused
from children import actions
from children.models import AreaOfNeed, ChildNeed
from children.queries import fingerprint
from tests.children.given import Heard, form_of, page, text_of
from tests.people import Cast

Browse = Callable[..., Client]


def open_areas(people: Cast) -> dict[str, bool]:
    rows = ChildNeed.objects.filter(child=people.seyi, until_on__isnull=True)
    return {row.area: row.is_primary for row in rows}


def test_a_second_area_is_added_and_becomes_the_primary_one(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("needs", people.seyi)))
    kemi.post(
        page("needs", people.seyi),
        {**words, "areas": ["communication", "semh"], "primary": "semh"},
    )
    assert open_areas(people) == {"communication": False, "semh": True}
    assert heard == [people.seyi]


def test_an_area_that_is_unticked_ends_and_stays_on_record(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("needs", people.seyi)))
    kemi.post(page("needs", people.seyi), {**words, "areas": ["semh"], "primary": "semh"})
    ended = ChildNeed.objects.get(child=people.seyi, area="communication")
    assert ended.until_on == date(2026, 11, 22)
    assert open_areas(people) == {"semh": True}


def test_the_primary_area_is_one_of_the_ticked_ones(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("needs", people.seyi)))
    answer = kemi.post(
        page("needs", people.seyi), {**words, "areas": ["semh"], "primary": "cognition"}
    )
    assert "primary" in answer.context["form"].errors
    with pytest.raises(Refused):
        actions.record_needs(
            child=people.seyi,
            areas=[AreaOfNeed.SEMH],
            primary=AreaOfNeed.COGNITION,
            seen=fingerprint(people.seyi.needs.all()),
            by=people.kemi.as_actor(),
        )
    assert open_areas(people) == {"communication": True}


def test_of_two_who_tick_the_second_sees_what_the_first_saved(people: Cast, browse: Browse) -> None:
    kemi, sam = browse(people.kemi), browse(people.sam)
    opened = form_of(kemi.get(page("needs", people.seyi)))
    sam.post(
        page("needs", people.seyi),
        {
            **form_of(sam.get(page("needs", people.seyi))),
            "areas": ["cognition"],
            "primary": "cognition",
        },
    )
    met = kemi.post(page("needs", people.seyi), {**opened, "areas": ["semh"], "primary": "semh"})
    assert "Cognition and learning (first)" in text_of(met)
    assert open_areas(people) == {"cognition": True}
    again = kemi.post(page("needs", people.seyi), form_of(met))
    assert again.status_code == 302
    assert open_areas(people) == {"semh": True}
