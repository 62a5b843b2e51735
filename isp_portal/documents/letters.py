"""Which letters the faces of papers have: our own, Lexend for other Latin ones, Amiri for Arabic."""

import re
import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from .styles import FOLDER

FONTS = FOLDER.parent.parent / "fonts" / "paper"
OWN, LATIN, ARABIC = "atkinson-hyperlegible-next", "lexend", "amiri"
UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Spaces, and signs that steer the text and are not drawn."""
WORD = re.compile(r"(<(?!title|text)[^<>]*>)([^<]+)")


@cache
def letters_of(face: str) -> frozenset[int]:
    """What every upright weight of a face has."""
    sets = []
    for path in FONTS.glob(f"{face}-*-normal.ttf"):
        with TTFont(path, lazy=True) as font:
            sets.append(set(font.getBestCmap()))
    return frozenset(set.intersection(*sets))


def beyond(text: str, *faces: str) -> str:
    """The letters of the text, each once, that none of the faces has."""
    known = frozenset().union(*(letters_of(face) for face in faces))
    seen = dict.fromkeys(unicodedata.normalize("NFC", text))
    return "".join(
        letter
        for letter in seen
        if ord(letter) not in known and unicodedata.category(letter) not in UNSEEN
    )


def without_a_glyph(text: str) -> str:
    """The letters of the text that no face of ours can print."""
    return beyond(text, OWN, LATIN, ARABIC)


def scripts_in(text: str) -> list[str]:
    """The style sheets with the letters of the text that our own face lacks."""
    lacking = beyond(text, OWN)
    latin, arabic = letters_of(LATIN), letters_of(ARABIC)
    found = ["latin"] if any(ord(letter) in latin for letter in lacking) else []
    return [*found, *(["arabic"] if any(ord(one) in arabic - latin for one in lacking) else [])]


def whole_words(html: str) -> str:
    """The page with each word that our own face cannot set alone marked for the other Latin face."""
    body = html.find("<main")
    return html[:body] + WORD.sub(_marked, html[body:])


def _marked(match: re.Match[str]) -> str:
    tag, text = match[1], match[2]
    if not beyond(text, OWN):
        return match[0]
    return tag + re.sub(r"\S+", _word, text)


def _word(match: re.Match[str]) -> str:
    latin = letters_of(LATIN)
    if any(ord(letter) in latin for letter in beyond(match[0], OWN)):
        return f'<span class="other">{match[0]}</span>'
    return match[0]
