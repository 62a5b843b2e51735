"""Looks through a Word document: its list of contents first, then each part, unpacked bit by bit."""

import zipfile
from io import BytesIO

from accounts.intake import packed
from accounts.intake.packed import PackedFault
from agencies.intake.child import docx_words
from agencies.intake.findings import Finding, Found
from agencies.intake.kinds import MB

BOUNDS = packed.Bounds(most_parts=1000, most_unpacked=60 * MB)
FAULTS = {
    PackedFault.SWELLS: Finding.SWELLS,
    PackedFault.LOCKED: Finding.LOCKED,
    PackedFault.TWO_IN_ONE: Finding.TWO_IN_ONE,
    PackedFault.DAMAGED: Finding.DAMAGED,
}
MOST_XML = 30 * MB
NEEDED = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}
XML = (".xml", ".rels")
PICTURES = (
    *(".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff"),
    *(".emf", ".wmf", ".wdp"),
)
FONTS = (".odttf",)
MACROS = ("vbaproject", "vbadata", "customui", "attachedtoolbars")
PROGRAMS_AND_FILES = (b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF-", b"<", b"#!")
CHUNK = 64 * 1024


def look(sent: bytes) -> tuple[int, bytes]:
    """No number of pages: a Word document has none until it is laid out. Raises `Found`."""
    with zipfile.ZipFile(BytesIO(sent)) as opened:
        parts = opened.infolist()
        _check_list(opened, len(sent))
        for part in parts:
            _check_name(part.filename)
        if not {part.filename for part in parts} >= NEEDED:
            raise Found(Finding.NOT_AS_NAMED)
        if opened.comment:
            raise Found(Finding.TWO_IN_ONE)
        for part in parts:
            _check_part(opened, part)
    return 0, b""


def _check_list(opened: zipfile.ZipFile, size: int) -> None:
    """Before anything is unpacked."""
    try:
        packed.check_list(opened, size, BOUNDS)
    except packed.PackedWrong as wrong:
        raise Found(FAULTS[wrong.fault]) from None


def _check_name(name: str) -> None:
    plain = name.lower()
    if plain.startswith("/") or "\\" in plain or ".." in plain.split("/") or ":" in plain:
        raise Found(Finding.NOT_AS_NAMED)
    if any(word in plain for word in MACROS):
        raise Found(Finding.MACROS)
    if not plain.endswith((*XML, *PICTURES, *FONTS, "/")):
        raise Found(Finding.HOLDS_FILES)


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpacks the part to its end, which also proves its checksum, and reads what is XML."""
    is_xml = part.filename.lower().endswith(XML)
    if is_xml and part.file_size > MOST_XML:
        raise Found(Finding.SWELLS)
    reader = docx_words.reader_of(part.filename) if is_xml else None
    size = 0
    with archive.open(part) as opened:
        while chunk := opened.read(CHUNK):
            if not size and not is_xml and chunk.startswith(PROGRAMS_AND_FILES):
                raise Found(Finding.HOLDS_FILES)
            size += len(chunk)
            if size > part.file_size:
                raise Found(Finding.SWELLS)
            if reader:
                reader.feed(chunk)
    if reader:
        reader.end()
