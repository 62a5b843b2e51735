"""The look keeps its own rules: colours one can read, icons that exist, nothing inline."""

import hashlib
import re
from pathlib import Path

import pytest
from django.test import Client

from accounts.templatetags.portal import ICONS
from accounts.templatetags.states import STATES
from tests.house_rules.source import HOME, files, read

TOKENS = Path("static/css/tokens.css")
TOKEN = re.compile(r"--([\w-]+): (#[0-9A-Fa-f]{6});")


def palette(*, dark: bool) -> dict[str, str]:
    """The colours by name: the light ones, or those with what the dark rule replaces."""
    light, after_dark = read(TOKENS).split("@media (prefers-color-scheme: dark)")
    colours = dict(TOKEN.findall(light))
    return colours | dict(TOKEN.findall(after_dark)) if dark else colours


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


LIGHT_RATIOS = [
    *(("ink", "paper", 15.1), ("ink", "sheet", 16.1), ("ink", "sunk", 13.7)),
    *(("ink-2", "paper", 7.8), ("ink-2", "sheet", 8.4), ("ink-2", "sunk", 7.1)),
    *(("edge", "paper", 4.0), ("edge", "sheet", 4.3)),
    *(("mulberry", "paper", 10.6), ("mulberry", "mulberry-tint", 9.6)),
    ("on-mulberry", "mulberry", 11.3),
    *(("coral", "paper", 6.9), ("coral", "coral-tint", 6.3), ("coral-mark", "paper", 3.4)),
    *(("amber", "paper", 7.4), ("amber", "amber-tint", 6.8), ("amber-mark", "paper", 3.5)),
    *(("leaf", "paper", 7.9), ("leaf", "leaf-tint", 7.2), ("leaf-mark", "paper", 3.5)),
    *(("stone", "paper", 8.4), ("stone", "stone-tint", 7.3)),
    ("focus", "focus-line", 10.5),
]
DARK_RATIOS = [
    *(("ink", "paper", 15.1), ("ink-2", "paper", 9.7), ("mulberry", "paper", 9.2)),
    *((state, f"{state}-tint", 7.0) for state in ("coral", "amber", "leaf", "stone")),
    *((state, "paper", 7.0) for state in ("coral", "amber", "leaf", "stone")),
    *((state, "sheet", 4.5) for state in ("ink", "ink-2", "mulberry", "coral", "amber", "leaf")),
    *((f"{state}-mark", "paper", 3.0) for state in ("coral", "amber", "leaf")),
    *(("on-mulberry", "mulberry", 7.0), ("mulberry", "mulberry-tint", 4.5)),
    ("edge", "paper", 3.0),
    ("edge", "sheet", 3.0),
]


@pytest.mark.parametrize(("front", "ground", "least"), LIGHT_RATIOS)
def test_colours_can_be_read_by_day(front: str, ground: str, least: float) -> None:
    colours = palette(dark=False)
    # Ratios are stated to one decimal.
    assert contrast(colours[front], colours[ground]) >= least - 0.05


@pytest.mark.parametrize(("front", "ground", "least"), DARK_RATIOS)
def test_colours_can_be_read_after_dark(front: str, ground: str, least: float) -> None:
    colours = palette(dark=True)
    assert contrast(colours[front], colours[ground]) >= least - 0.05


def test_the_contrast_sum_is_the_published_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


BY_DAY_AND_NIGHT = {
    "#241E22": "selected text, black on yellow in both palettes",
    "#fff": "the ground of a code that a camera reads",
}


def test_only_the_tokens_name_colours() -> None:
    strays = [
        (path.name, colour)
        for path in sheets()
        if path not in (TOKENS, Path("static/css/print.css"))
        for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", read(path))
        if colour not in BY_DAY_AND_NIGHT
    ]
    assert strays == []


PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right):|text-align: (?:left|right)"
)


def test_sheets_use_logical_sides() -> None:
    found = {
        p.name: PHYSICAL.findall(re.sub(r"/\*.*?\*/", "", read(p), flags=re.S)) for p in sheets()
    }
    assert {name: sides for name, sides in found.items() if sides} == {}
    assert PHYSICAL.findall(".a { margin-left: 1px; left: 0 }")


def test_sheets_and_scripts_stay_short() -> None:
    long = [p for p in files() if p.suffix in (".css", ".js") and own(p) and lines(p) >= 300]
    assert long == []


def sheets() -> list[Path]:
    return [p for p in files() if p.parent == Path("static/css") and p.suffix == ".css"]


def own(path: Path) -> bool:
    return path.parts[0] == "static" and "vendor" not in path.parts


def lines(path: Path) -> int:
    return len(read(path).splitlines())


def templates() -> list[Path]:
    return [p for p in files() if p.parts[0] == "templates" and p.suffix == ".html"]


def pages() -> list[Path]:
    """Templates a browser opens under our policy: not papers, not emails."""
    return [p for p in templates() if p.parts[1] not in ("documents", "emails")]


INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "a script without src": re.compile(
        r"<script\b(?![^>]*\b(?:src=|type=\"application/json\"))", re.I
    ),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "a javascript address": re.compile(r"javascript:", re.I),
    "htmx evaluating code": re.compile(r"\bhx-on\b|\bhx-vals\s*=\s*[\"']js:", re.I),
}


@pytest.mark.parametrize("what", INLINE)
def test_no_page_holds_anything_inline(what: str) -> None:
    assert [str(p) for p in pages() if INLINE[what].search(read(p))] == []


@pytest.mark.parametrize(
    ("what", "page"),
    [
        ("a style attribute", '<p style="color: red">'),
        ("a script without src", "<script>alert(1)</script>"),
        ("an event handler", '<a href="/" onclick="go()">'),
        ("htmx evaluating code", '<form hx-on:submit="x()">'),
        ("a script without src", '<script type="text/javascript">go()</script>'),
    ],
)
def test_something_inline_would_be_noticed(what: str, page: str) -> None:
    assert INLINE[what].search(page)
    assert not INLINE[what].search('<script src="/static/js/portal.js" defer></script>')


NAMED_ICON = re.compile(r"{%\s*(?:icon|chip)\s+\"([^\"]+)\"")
NAMED_PILL = re.compile(r"{%\s*(?:pill|state_icon|state_words)\s+\"([^\"]+)\"(?:\s+\"([^\"]+)\")?")


def test_every_icon_that_a_page_names_is_drawn() -> None:
    named = {(str(p), name) for p in templates() for name in NAMED_ICON.findall(read(p))}
    assert named
    assert [(page, name) for page, name in sorted(named) if name not in ICONS] == []


def test_every_state_that_a_page_names_has_a_look() -> None:
    named = {(str(p), *pair) for p in templates() for pair in NAMED_PILL.findall(read(p))}
    assert named
    assert [
        n for n in sorted(named) if n[1] not in STATES or (n[2] and n[2] not in STATES[n[1]])
    ] == []


def test_every_state_has_an_icon_that_is_drawn() -> None:
    looks = [look for states in STATES.values() for look in states.values()]
    assert {look.icon for look in looks} <= ICONS
    assert {look.colour for look in looks} == {"leaf", "amber", "coral", "stone", "mulberry"}


def test_every_navigation_icon_is_drawn() -> None:
    from accounts.context import PLACES

    assert {place[2] for place in PLACES} <= ICONS


FRAME = {"styles", "top_bar", "tab_bar", "toasts", "me"}  # every page shows these


@pytest.fixture
def gallery(client: Client) -> str:
    answer = client.get("/demo/gallery/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_every_part_is_in_the_gallery(gallery: str) -> None:
    shown = read(Path("templates/demo/gallery.html"))
    parts = {p.stem for p in templates() if p.parts[1] == "_components"} - FRAME
    assert parts
    unseen = [part for part in sorted(parts) if f"_components/{part}.html" not in shown]
    assert [part for part in unseen if f"{{% {part} " not in shown] == []


def test_the_gallery_shows_every_icon_and_state(gallery: str) -> None:
    assert [name for name in ICONS if f"#{name}" not in gallery] == []
    words = [look.words for states in STATES.values() for look in states.values()]
    assert [w for w in words if w.replace("'", "&#x27;") not in gallery] == []


def test_ids_in_the_gallery_are_used_once(gallery: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', gallery)
    assert sorted(i for i in set(ids) if ids.count(i) > 1) == []


def test_vendored_files_are_the_ones_listed() -> None:
    vendor = HOME / "static" / "vendor"
    listed = dict(
        reversed(line.split("  ", 1))
        for line in (vendor / "MANIFEST.sha256").read_text().splitlines()
    )
    there = {
        str(path.relative_to(vendor)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.rglob("*")
        if path.is_file() and path.name != "MANIFEST.sha256"
    }
    assert listed == there


def test_no_stylesheet_carries_an_image_that_the_policy_refuses() -> None:
    """Bootstrap's own pictures are data: addresses; where it is renewed, each becomes `none` again.

    Ours stand in static/icons and came later in the page: whoever left it while it loaded, or had
    part of it from the cache, asked for Bootstrap's, and the browser refused them.
    """
    refused = 'url("data:', "url('data:", "url(data:"
    sheets = sorted((HOME / "static").rglob("*.css"))
    assert len(sheets) > 20
    carrying = [
        str(p.relative_to(HOME)) for p in sheets if any(r in p.read_text() for r in refused)
    ]
    assert carrying == []


def test_every_weight_of_the_face_has_the_letters_of_our_names() -> None:
    from fontTools.ttLib import TTFont

    wanted = set("ŵŷŴŶẃłąęśćńóżźŁŚșțăîñçğışæøåäöáéíúà“”‘’·–")
    faces = sorted((HOME / "static/fonts").rglob("*.woff2")) + sorted(
        (HOME / "static/fonts/paper").glob("atkinson*.ttf")
    )
    assert len(faces) == 8
    for path in faces:
        letters = {chr(code) for code in TTFont(path).getBestCmap()}
        assert wanted - letters == set(), path.name
