"""Reads the XML of a Word document as it is unpacked: no entities, no macros, nothing from elsewhere."""

import re
from typing import Any
from xml.parsers import expat

from agencies.intake.findings import Finding, Found

DEEPEST = 250
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES_OF_MACROS = ("macroenabled", "vbaproject", "ms-word.vba", "keymapcustomizations")
TYPES_OF_OBJECTS = ("oleobject", "activex", "ms-office.", "spreadsheetml", "presentationml", "pdf")
KINDS_OF_MACROS = ("vbaproject", "wordvbadata", "attachedtoolbars", "keymapcustomizations")
KINDS_OF_OBJECTS = ("oleobject", "package", "control", "afchunk", "activex", "subdocument", "frame")
LINKS = ("http://", "https://", "mailto:", "tel:")
FETCHES = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b", re.I)


def reader_of(name: str) -> "Reader":
    if name == "[Content_Types].xml":
        return ContentTypes()
    return Relationships() if name.endswith(".rels") else Reader()


class Reader:
    """Any part: well-formed, without a document type, not nested without end, fetching nothing."""

    def __init__(self) -> None:
        self.depth = 0
        self.field: list[str] | None = None
        self.asked: list[str] = []
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.EntityDeclHandler = self._doctype
        self._expat.ProcessingInstructionHandler = self._instruction
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text

    def feed(self, chunk: bytes) -> None:
        self._expat.Parse(chunk, False)

    def end(self) -> None:
        self._expat.Parse(b"", True)
        if FETCHES.search("".join(self.asked)):
            raise Found(Finding.REACHES_OUT)

    def element(self, name: str, said: dict[str, str]) -> None:
        """What a part of a special kind makes of an element. Names are without their namespace."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Found(Finding.SWELLS)
        plain = name.rpartition(" ")[2]
        said = {key.rpartition(" ")[2].lower(): value for key, value in attributes.items()}
        if plain == "fldChar":
            self.asked.append("\n")
        if plain == "fldSimple":
            self.asked.append(f"\n{said.get('instr', '')}\n")
        self.field = self.asked if plain == "instrText" else None
        self.element(plain, said)

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.field = None

    def _text(self, words: str) -> None:
        if self.field is not None:
            self.field.append(words)

    def _doctype(self, *_: Any) -> None:
        raise Found(Finding.SWELLS)

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise Found(Finding.REACHES_OUT)


class ContentTypes(Reader):
    """The list of what each part is: a plain Word document and nothing that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.is_document = False

    def element(self, name: str, said: dict[str, str]) -> None:
        kind = said.get("contenttype", "").lower()
        if any(word in kind for word in TYPES_OF_MACROS):
            raise Found(Finding.MACROS)
        if any(word in kind for word in TYPES_OF_OBJECTS):
            raise Found(Finding.HOLDS_FILES)
        if said.get("partname", "").lower() == "/word/document.xml":
            self.is_document = kind == MAIN

    def end(self) -> None:
        super().end()
        if not self.is_document:
            raise Found(Finding.NOT_AS_NAMED)


class Relationships(Reader):
    """What a part leads to: links that one presses may lead out, all else stays inside."""

    def element(self, name: str, said: dict[str, str]) -> None:
        if name != "Relationship":
            return
        kind = said.get("type", "").lower().rpartition("/")[2]
        if kind in KINDS_OF_MACROS:
            raise Found(Finding.MACROS)
        if kind in KINDS_OF_OBJECTS:
            raise Found(Finding.HOLDS_FILES)
        target = "".join(said.get("target", "").split()).lower()
        if kind == "hyperlink" and (target.startswith((*LINKS, "#")) or ":" not in target):
            return
        if said.get("targetmode", "").lower() == "external" or ":" in target or "\\" in target:
            raise Found(Finding.REACHES_OUT)
