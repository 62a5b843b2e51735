"""Every page that parents open passes html-validate and the Nu checker, in each state it has."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from isp_portal.documents import actions as papers
from tests.people import STORY, Cast
from tests.reviews import whole
from tests.reviews.reviews_given import planned

from .given import inside, link_to, page_of, say, shared

pytestmark = pytest.mark.django_db
TOOLS = Path(settings.BASE_DIR, "deploy", "pages")
NU_CHECKER = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = TOOLS / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
KINDS = ("answer", "view", "from_home", "question", "coming")
HEAVIEST = 100_000
"""Bytes, with everything that a page fetches: a phone on a slow line waits for no more."""


def pages(people: Cast) -> Iterator[tuple[str, str]]:
    """The door before and after a code was sent, and everything behind it."""
    planned(people)
    share, path = shared(people)
    phone = Client()
    yield "door", page_of(phone, path)
    phone.post(f"{path}send-code/")
    yield "door-code", page_of(phone, path)
    yield "door-wrong", phone.post(path, {"code": "1"}).content.decode()
    inside(people, share, path, phone)
    yield "plan", page_of(phone, f"{path}copy/")
    yield "plan-large", page_of(phone, f"{path}copy/?text=large")
    for kind in KINDS:
        yield f"say-{kind}", page_of(phone, f"{path}say/{kind}/")
        yield f"say-{kind}-wrong", phone.post(f"{path}say/{kind}/", {}).content.decode()
    say(phone, path, "answer", answer="not_agreed", words="Not <yet>.")
    say(phone, path, "view", going_well="He sings.", wants_call="on")
    yield "said", page_of(phone, f"{path}said/")
    plan_page = papers.issue_parents_page(
        plan=share.document.plan, recipient=people.priya, by=STORY
    )
    yield "parents-page", _read(people, plan_page)


def minutes(people: Cast) -> Iterator[tuple[str, str]]:
    review = whole.finalised(people)
    copy = papers.issue_minutes(review=review, recipient=people.priya, by=STORY)
    yield "minutes", _read(people, copy)


def _read(people: Cast, document: object) -> str:
    share, path = link_to(people, document)  # type: ignore[arg-type]
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


@pytest.mark.parametrize("told", [pages, minutes], ids=lambda one: one.__name__)
def test_the_checkers_find_nothing_on_any_page_of_the_door(
    people: Cast, tmp_path: Path, told: object
) -> None:
    for name, html in told(people):  # type: ignore[operator]
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


def test_a_page_weighs_less_than_a_hundred_kilobytes_with_all_that_it_fetches(people: Cast) -> None:
    share, path = shared(people)
    html = page_of(inside(people, share, path), f"{path}copy/")
    static = Path(settings.BASE_DIR, "static")
    fetched = [
        *(static / "css" / name for name in ("tokens.css", "shared.css")),
        *(static / "js" / "listen.js", static / "icons" / "sprite.svg"),
        *(static / "icons" / name for name in ("favicon.svg", "checked.svg")),
        *(static / "fonts" / f"atkinson-hyperlegible-next-{n}-normal.woff2" for n in (400, 700)),
    ]
    linked = [part for part in html.split('"') if part.startswith("/static/")]
    assert {Path(part.split("#")[0]).name for part in linked} <= {one.name for one in fetched}
    assert len(html.encode()) + sum(one.stat().st_size for one in fetched) < HEAVIEST
