"""Every form that a page holds, read from its HTML, and what somebody sensible would write in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import html5lib
from django.test import Client

from tests.agencies.intake.good_files import picture

HTML = "{http://www.w3.org/1999/xhtml}"
WORDS = "Something that was said"
DAYS = {
    "date_of_birth": "14 3 23",
    "review_on": "2 2 27",
    "due_on": "20 1 27",
    "planned_on": "26 11 26",
    "by_on": "4 12 26",
    "ends_on": "18 12 26",
    "until_on": "",
    "ended_on": "23 11 26",
    "referred_on": "1 9 26",
    "accepted_on": "",
    "waiting_since": "",
    "last_seen_on": "",
    "discharged_on": "",
    "court_order_on": "",
    "acknowledged_on": "",
    "leaving_on": "",
    "given_on": "23 11 26",
    "answered_on": "23 11 26",
    "lifted_on": "23 11 26",
}
A_DAY = "2 11 26"


@dataclass(frozen=True)
class Attached:
    """A file that is chosen in a box for files."""

    name: str
    content: bytes


A_FILE = Attached("photo.png", picture("PNG"))


@dataclass
class Box:
    """One field of a form: its kind, and the values that the page offers."""

    kind: str
    offered: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)

    def sensible(self, name: str) -> list[Any]:
        if self.kind == "file":
            return [A_FILE]
        if any(self.chosen):
            return self.chosen
        if self.kind in ("select", "radio", "checkbox"):
            return [value for value in self.offered if value][:1]
        if self.kind == "day":
            return [DAYS.get(name, A_DAY)]
        return {
            "email": ["somebody@nursery.example"],
            "number": ["2"],
            "time": ["10:00"],
            "hidden": [""],
        }.get(self.kind, [WORDS])

    def kinds_of_id(self) -> set[str]:
        """What stands before the ids that are offered: nothing, or a word such as `contact:`."""
        ids = [value for value in self.offered if len(value.rsplit(":")[-1]) == ID_LENGTH]
        return {value[:-ID_LENGTH] for value in ids}


@dataclass
class PageForm:
    """A form as the browser would send it."""

    action: str
    boxes: dict[str, Box]

    def filled(self) -> dict[str, Any]:
        """What somebody sensible sends: what is there already, and something in every empty box."""
        return {name: box.sensible(name) for name, box in self.boxes.items()}

    def typed(self) -> list[str]:
        """The boxes that one can type into."""
        return [name for name, box in self.boxes.items() if box.kind in TYPED]

    def ids(self) -> list[str]:
        """The boxes whose values are ids of records."""
        return [
            name
            for name, box in self.boxes.items()
            if any(len(value.rsplit(":")[-1]) == ID_LENGTH for value in box.offered + box.chosen)
        ]


TYPED = ("text", "day", "email", "number", "time", "textarea")
ID_LENGTH = 36


def forms_on(client: Client, address: str) -> list[PageForm]:
    """The forms of a page that change something; none where there is no page."""
    page = client.get(address)
    if page.status_code != 200 or not page["Content-Type"].startswith("text/html"):
        return []
    tree = html5lib.parse(page.content.decode())
    found = [_form(form, address) for form in tree.iter(f"{HTML}form") if _posts(form)]
    return [form for form in found if "/sign-in/" not in form.action and _is_own(form.action)]


def _posts(form: Any) -> bool:
    return str(form.get("method", "get")).lower() == "post"


def _is_own(action: str) -> bool:
    """Not one of the buttons of the navigation."""
    return action not in ("/account/lock/", "/account/switch/")


def _form(form: Any, address: str) -> PageForm:
    boxes: dict[str, Box] = {}
    for element in form.iter():
        name, kind = element.get("name"), _kind(element)
        if name and kind and name != "csrfmiddlewaretoken":
            box = boxes.setdefault(name, Box(kind))
            for value, is_chosen in _values(element, kind):
                box.offered.append(value)
                if is_chosen:
                    box.chosen.append(value)
    return PageForm(urljoin(address, form.get("action") or ""), boxes)


def _kind(element: Any) -> str:
    tag = str(element.tag).removeprefix(HTML)
    if tag in ("select", "textarea"):
        return tag
    if tag == "button" and element.get("type", "submit") == "submit":
        return "radio"
    if tag != "input":
        return ""
    if "day" in (element.get("class") or "").split():
        return "day"
    return str(element.get("type", "text"))


def _values(element: Any, kind: str) -> Iterator[tuple[str, bool]]:
    if kind == "select":
        for option in element.iter(f"{HTML}option"):
            yield option.get("value", ""), option.get("selected") is not None
    elif kind == "textarea":
        yield (element.text or "").removeprefix("\n"), True
    elif kind in ("radio", "checkbox"):
        yield element.get("value", "on"), element.get("checked") is not None
    else:
        yield element.get("value", ""), True
