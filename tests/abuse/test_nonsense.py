"""Whatever is typed or chosen, the answer is a page in words, never a page that broke."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from tests.doors.table import Door
from tests.people import Cast, signed_in_as

from .nonsense import EVERYTHING, FOR_KIND, TEXTS, send
from .page_forms import PageForm
from .story import HOLDS_FORMS, ada, address_of, forms_behind, sensible

LONGEST_QUERY = 30_000
ANSWERS = {200, 302, 404, 409, 413, 422}


def tried(form: PageForm, words: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each box filled with the nonsense of its kind; those for words all at once, being alike."""
    for_words = [name for name, box in form.boxes.items() if box.kind in ("text", "textarea")]
    for name, box in form.boxes.items():
        if name in for_words:
            continue
        for what, text in FOR_KIND[box.kind].items():
            yield f"{name}: {what}", {**words, name: [text]}
    for what, text in TEXTS.items():
        yield f"every box for words: {what}", {**words, **{name: [text] for name in for_words}}


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_nonsense_in_any_box_is_answered_in_words(people: Cast, door: Door) -> None:
    client = signed_in_as(ada(people))
    broken = []
    for form in forms_behind(client, people, door):
        for what, words in tried(form, sensible(people, door, form)):
            problem = answer_to(client, form.action, words)
            if problem:
                broken.append(f"{form.action} {what}: {problem}")
    assert not broken


def answer_to(client: Client, address: str, words: dict[str, Any]) -> str:
    """What went wrong, if anything. Whatever was saved is undone."""
    try:
        with transaction.atomic():
            status = send(client, address, words).status_code
            transaction.set_rollback(True)
    except Exception as error:  # whatever broke is what the test is about
        return repr(error)[:200]
    return "" if status in ANSWERS else f"answered {status}"


ASKED = ("page", "room", "on", "q", "question", "open", "with", "archived", "next", "week")


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_nonsense_behind_the_question_mark_is_answered_in_words(people: Cast, door: Door) -> None:
    client = signed_in_as(ada(people))
    address = address_of(people, door)
    broken = []
    for what, text in EVERYTHING.items():
        query = urlencode(dict.fromkeys(ASKED, text))
        if len(query) < LONGEST_QUERY:
            status = client.get(f"{address}?{query}").status_code
            if status not in {200, 302, 404, 405}:
                broken.append(f"{address} {what}: answered {status}")
    assert not broken
