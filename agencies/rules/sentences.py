"""The sentences of a page as somebody would choose them: each bullet, each sentence. No Django, no clock."""

import re

LONGEST = 600
"""As long as a recommendation may be."""
BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*\-–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|approx|mins?|Dr|Mr|Mrs|Ms|No|pp?)\.$", re.IGNORECASE)
FULL_LINE = 60
"""A line this long was broken by the edge of the paper; a shorter one ends what it says."""


def sentences(page: str) -> tuple[str, ...]:
    """In their order, without their bullets; lines that the paper broke are joined again."""
    return tuple(part for piece in _pieces(page) for part in _split(piece))


def _pieces(page: str) -> list[str]:
    """Bullets and paragraphs, each on one line."""
    pieces: list[str] = []
    goes_on = False
    for line in page.split("\n"):
        words = " ".join(line.split())
        if not words:
            goes_on = False
            continue
        bare = BULLET.sub("", line).strip()
        if goes_on and bare == words.strip():
            pieces[-1] = _joined(pieces[-1], words)
        else:
            pieces.append(" ".join(bare.split()) or words)
        goes_on = len(words) >= FULL_LINE or words.endswith((",", "-", ";"))
        goes_on = goes_on and not words.endswith((".", "!", "?", ":"))
    return pieces


def _joined(before: str, after: str) -> str:
    """A word that was parted at the end of the line is one again."""
    if before.endswith("-") and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}"


def _split(piece: str) -> list[str]:
    found: list[str] = []
    for part in END.split(piece):
        if found and SHORTENED.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return [part.strip()[:LONGEST] for part in found if re.search(r"\w", part)]
