"""Reads the words of a Word document. Only of one that was looked through before.

Pages are those of the last time it was laid out, where the program that wrote it says so.
"""

import zipfile
from io import BytesIO

from agencies.intake.child.docx_words import Reader
from agencies.intake.kinds import MOST_LETTERS, MOST_LETTERS_OF_A_PAGE

CHUNK = 64 * 1024
LINE_ENDS = ("p", "br", "cr", "tr")
TOLD_TWICE = "Fallback"
"""The same words once more, for programs that do not know a newer kind of box."""


class Words(Reader):
    def __init__(self) -> None:
        super().__init__()
        self.pages: list[list[str]] = [[]]
        self.left = MOST_LETTERS
        self.is_words = False
        self.inside_twice = 0

    def element(self, name: str, said: dict[str, str]) -> None:
        self.is_words = name == "t"
        self.inside_twice += name == TOLD_TWICE or self.inside_twice > 0
        if name == "tab":
            self._say("\t")
        if name == "lastRenderedPageBreak" or (name == "br" and said.get("type") == "page"):
            self._turn()

    def _end(self, name: str) -> None:
        super()._end(name)
        self.is_words = False
        if self.inside_twice:
            self.inside_twice -= 1
        elif name.rpartition(" ")[2] in LINE_ENDS:
            self._say("\n")

    def _text(self, words: str) -> None:
        super()._text(words)
        if self.is_words and not self.inside_twice:
            self._say(words)

    def _say(self, words: str) -> None:
        if self.left > 0:
            self.left -= len(words)
            self.pages[-1].append(words)

    def _turn(self) -> None:
        if "".join(self.pages[-1]).strip():
            self.pages.append([])


def read(sent: bytes) -> list[str]:
    """The words of each page."""
    words = Words()
    with zipfile.ZipFile(BytesIO(sent)) as archive, archive.open("word/document.xml") as part:
        while chunk := part.read(CHUNK):
            words.feed(chunk)
    words.end()
    return ["".join(page)[:MOST_LETTERS_OF_A_PAGE] for page in words.pages]
