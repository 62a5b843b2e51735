"""A thousand has its comma wherever people read it, and nowhere that machines do.

Every page is drawn with a mark before each number that would have a comma if it were large enough:
so a 3 that reaches a value, an address or an id is found, before it is a 3,000 there.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import formats

from accounts.rules.bars import Kind, Row, bar_chart
from accounts.rules.day_words import say_number
from tests.journeys.test_every_page import WORLDS
from tests.people import Cast

from .objects import ids_for
from .table import Door
from .test_doors import ours

Browse = Callable[..., Client]
MARK = "¤"
SAID_ALOUD = re.compile(r'\s(?:aria-label|title|alt|placeholder|content)="[^"]*"')
DRAWING = re.compile(r"<svg.*?</svg>", re.S)
"""Drawings are narrower than 1,000; the one that may be higher is asked for below."""
TAG = re.compile(r"<[^>]*>")
YEAR = re.compile(f"{MARK}(?:19|20)[0-9][0-9]")


def faults_of(html: str) -> Iterator[str]:
    """Marks within tags, where no person reads; and years that were parted."""
    bare = DRAWING.sub("", html)
    for tag in TAG.findall(bare):
        if MARK in SAID_ALOUD.sub("", tag):
            yield tag
    yield from YEAR.findall(bare)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that may have a comma when it is large enough has the mark, however small it is."""

    def number_format(value: Any, *_: Any, use_l10n: bool | None = None, **__: Any) -> str:
        return str(value) if use_l10n is False else f"{MARK}{value}"

    monkeypatch.setattr(formats, "number_format", number_format)


def drawn(words: str, **context: Any) -> str:
    return Template(words).render(Context(context))


def test_a_thousand_has_its_comma_where_people_read_it() -> None:
    assert drawn("{{ count }} children", count=1336) == "1,336 children"
    assert drawn("{{ rows|length }}", rows=range(1000)) == "1,000"
    assert (say_number(999), say_number(1336)) == ("999", "1,336")


def test_what_a_field_holds_has_none() -> None:
    class Numbers(forms.Form):
        shown = forms.IntegerField()
        hidden = forms.IntegerField(widget=forms.HiddenInput)
        chosen = forms.ChoiceField(choices=[(2026, "2026 to 2027")])

    form = Numbers(initial={"shown": 2026, "hidden": 1500, "chosen": 2026})
    html = drawn("{{ form }}", form=form)
    assert 'value="2026"' in html
    assert 'value="1500"' in html
    assert "2,026" not in html


def test_a_progress_and_a_high_drawing_have_none_in_their_measures() -> None:
    html = drawn(
        '{% include "_components/progress.html" with title="So far" done=1200 total=3400 words="" %}'
    )
    assert 'value="1200" max="3400"' in html
    assert ">1,200 of 3,400<" in html
    rows = [Row(f"Member {n}", (1336,)) for n in range(60)]
    chart = bar_chart("Children", "Sixty people.", [Kind("Children")], rows)
    assert chart.height > 1000
    html = drawn('{% include "_components/bars.html" with chart=chart first="Who" %}', chart=chart)
    assert f'viewBox="0 0 360 {chart.height}"' in html
    assert f'y="{chart.bars[-1].y}"' in html
    assert ">1,336</text>" in html


@pytest.mark.usefixtures("monday", "marked")
@pytest.mark.parametrize("doors", WORLDS.values(), ids=WORLDS)
def test_no_page_has_one_where_machines_read_nor_in_a_year(
    people: Cast, browse: Browse, doors: list[Door]
) -> None:
    readers = [browse(people.sam), browse(people.ruth)]
    made: dict[str, Any] = {}
    faults, marks = [], 0
    for door in doors:
        for key in ours()[door.name].ids:
            if key not in made:
                made |= ids_for(people, door.name, (key,))
        address = reverse(door.name, kwargs={key: made[key] for key in ours()[door.name].ids})
        for html in pages(address, readers):
            faults += [f"{door.name}: {fault}" for fault in faults_of(html)]
            marks += html.count(MARK)
    assert marks
    assert faults == []


def pages(address: str, readers: Sequence[Client]) -> Iterator[str]:
    """The page as the SENCO and the manager see it, where they do."""
    for reader in readers:
        answer = reader.get(address)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield answer.content.decode()


def test_a_parted_year_and_a_parted_value_would_be_found(marked: None) -> None:
    html = drawn('<input value="{{ n }}" aria-label="{{ n }} rows"><p>{{ y }}</p>', n=12, y=2026)
    assert len(list(faults_of(html))) == 2
