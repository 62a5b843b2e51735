"""Every page that is opened by link passes html-validate and the Nu checker, in each state it has.

Those of parents are light as well: the cheapest phone on a slow line is what they are read on.
"""

import posixpath
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from accounts.access.links import TOO_OFTEN_STATUS
from accounts.rules.link import CODES_AN_HOUR
from isp_portal.documents import actions as papers
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing.actions.sharing import BY_HAND
from tests.agencies import links as agency
from tests.people import STORY, Cast, signed_in_as
from tests.reviews import whole
from tests.reviews.reviews_given import planned, row

from .given import inside, link_to, page_of, say, shared

pytestmark = pytest.mark.django_db
TOOLS = Path(settings.BASE_DIR, "deploy", "pages")
NU_CHECKER = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = TOOLS / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
KINDS = ("answer", "view", "from_home", "question", "coming")
WRONG_BEFORE_A_PAUSE = 5
NAMED = re.compile(r'"/static/([^"#?]+)')
URL = re.compile(r'url\("?([^")]+)"?\)')
Told = Callable[[Cast], Iterator[tuple[str, str]]]
HEAVIEST = 100_000
"""Bytes, with everything that a page fetches: a phone on a slow line waits for no more."""


def pages(people: Cast) -> Iterator[tuple[str, str]]:
    """The door before and after a code was sent, and everything behind it."""
    review = planned(people)
    share, path = shared(people)
    phone = Client()
    yield "door", page_of(phone, path)
    phone.post(f"{path}send-code/")
    yield "door-code", page_of(phone, path)
    yield "door-wrong", _posted(phone, path, code="1")
    inside(people, share, path, phone)
    yield "plan", page_of(phone, f"{path}copy/")
    yield "plan-large", page_of(phone, f"{path}copy/?text=large")
    for kind in KINDS:
        yield f"say-{kind}", page_of(phone, f"{path}say/{kind}/")
        yield f"say-{kind}-wrong", _posted(phone, f"{path}say/{kind}/")
    say(phone, path, "answer", answer="not_agreed", words="Not <yet>.")
    say(phone, path, "view", going_well="He sings.", wants_call="on")
    yield "said", page_of(phone, f"{path}said/")
    with default_storage.open(share.document.stored_as, "wb") as file:
        file.write(b"gone bad")
    yield "no-file", phone.get(f"{path}copy/file/").content.decode()
    plan_page = papers.issue_parents_page(
        plan=share.document.plan, recipient=people.priya, by=STORY
    )
    yield "parents-page", _read(people, plan_page)
    letter = papers.issue_review_letter(participant=row(review, "Priya Blackwood"), by=STORY)
    yield "letter", _read(people, letter)


def in_urdu(people: Cast) -> Iterator[tuple[str, str]]:
    """From right to left, with the nursery's words from left to right inside."""
    people.priya.language = "Urdu"
    people.priya.record(by=STORY)
    yield from pages(people)


def refusals(people: Cast) -> Iterator[tuple[str, str]]:
    """No code can go or count: paused, too many asked for, no address, pressed too often, shut."""
    _, path = shared(people, how=BY_HAND)
    phone = Client()
    for _ in range(CODES_AN_HOUR):
        phone.post(f"{path}send-code/")
    yield "no-more-codes", _posted(phone, f"{path}send-code/")
    for n in range(WRONG_BEFORE_A_PAUSE):
        yield f"wrong-{n}", _posted(phone, path, code=f"00000{n}")
    yield "paused", page_of(phone, path)
    people.priya.email = ""
    people.priya.record(by=STORY)
    _, path = shared(people, how=BY_HAND)
    yield "no-address", _posted(phone, f"{path}send-code/")
    while (pressed := phone.post(f"{path}send-code/")).status_code != TOO_OFTEN_STATUS:
        assert pressed.status_code == 200
    yield "too-often", pressed.content.decode()
    yield "shut", Client().get("/shared/" + "x" * 43 + "/").content.decode()


def minutes(people: Cast) -> Iterator[tuple[str, str]]:
    review = whole.finalised(people)
    copy = papers.issue_minutes(review=review, recipient=people.priya, by=STORY)
    yield "minutes", _read(people, copy)


def agencys(people: Cast) -> Iterator[tuple[str, str]]:
    """The professional's door: the code, what is asked, an answer with and without faults, thanks."""
    _, token = agency.linked(people)
    client = Client()
    yield "before", page_of(client, agency.address(token))
    yield "wrong", _posted(client, agency.address(token), code="1")
    client = agency.inside(token)
    for page in ("request/", "answer/"):
        yield page[:-1], page_of(client, agency.address(token, page))
        yield f"{page[:-1]}-wrong", _posted(client, agency.address(token, page))
    words = {"words": "Wait five seconds.", "dated_on": "16 11 26"}
    answered = client.post(agency.address(token, "answer/"), words, follow=True)
    yield "answered", answered.content.decode()


def printed(people: Cast) -> Iterator[tuple[str, str]]:
    """Papers as pages to print, for when no PDF can be made: in English, and in Urdu beside it."""
    review = whole.finalised(people)
    sam, plan = signed_in_as(people.sam), people.seyi.plans.finalised().get()
    for language in ("English", "Urdu"):
        people.priya.language = language
        people.priya.record(by=STORY)
        page = reverse("documents:parents_page_print", args=[plan.pk, people.priya.pk])
        yield f"parents-page-{language}", page_of(sam, page)
    yield "plan", page_of(sam, reverse("documents:print_view", args=[plan.pk]))
    yield "minutes", page_of(sam, reverse("documents:minutes_print", args=[review.pk]))


TO_PARENTS = (pages, in_urdu, refusals, minutes)
TOLD = (*TO_PARENTS, agencys, printed)


def _posted(client: Client, path: str, **words: str) -> str:
    """The page that comes back when something is to be put right."""
    response = client.post(path, words)
    assert response.status_code == 200
    return response.content.decode()


def _read(people: Cast, document: IssuedDocument) -> str:
    share, path = link_to(people, document)
    return page_of(inside(people, share, path), f"{path}copy/")


def faults_of(folder: Path) -> str:
    """What the two checkers say of the pages in a folder; nothing when they find nothing."""
    rules = ("--config", str(TOOLS / "htmlvalidate.json"), "--formatter", "text")
    said = [
        _run("node", str(HTML_VALIDATE), *rules, str(folder / "*.html")),
        _run(
            "java", "-Xmx256m", "-jar", str(NU_CHECKER), "--Werror", "--skip-non-html", str(folder)
        ),
    ]
    return "\n".join(filter(None, said))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    return f"{done.stdout}{done.stderr}".strip() if done.returncode else ""


@pytest.mark.parametrize("told", TOLD, ids=lambda one: one.__name__)
def test_the_checkers_find_nothing_on_any_page_of_the_door(
    people: Cast, tmp_path: Path, told: Told
) -> None:
    for name, html in told(people):
        (tmp_path / f"{name}.html").write_text(html)
    assert faults_of(tmp_path) == ""


def test_a_page_with_a_fault_would_be_found_by_each_checker(tmp_path: Path) -> None:
    body = '<p id="a">A</p><p id="a">B</p><img src="a.png">'
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head>'
    broken = f"{head}<body>{body}</body></html>"
    (tmp_path / "broken.html").write_text(broken)
    found = faults_of(tmp_path)
    assert "no-dup-id" in found
    assert "Duplicate ID" in found


@pytest.mark.parametrize("told", TO_PARENTS, ids=lambda one: one.__name__)
def test_a_page_weighs_less_than_a_hundred_kilobytes_with_all_that_it_fetches(
    people: Cast, told: Told
) -> None:
    weights = {name: weight(html) for name, html in told(people)}
    assert {name: kilos for name, kilos in weights.items() if kilos >= HEAVIEST} == {}


def weight(html: str) -> int:
    """Bytes of the page, of each file that it names, and of each that its style sheets name."""
    named = set(NAMED.findall(html))
    assert named
    sheets = [one for one in named if one.endswith(".css")]
    inside = {
        posixpath.normpath(posixpath.join(posixpath.dirname(sheet), one))
        for sheet in sheets
        for one in URL.findall(on_disk(sheet).read_text())
        if not one.startswith("data:")
    }
    return len(html.encode()) + sum(on_disk(one).stat().st_size for one in named | inside)


def on_disk(name: str) -> Path:
    found = finders.find(name)
    assert found, name
    return Path(found)
