"""Looks through a Word document: its list of contents first, then each part, unpacked bit by bit."""

import zipfile
from io import BytesIO

from agencies.intake.child import docx_words
from agencies.intake.findings import Finding, Found
from agencies.intake.kinds import MB

MOST_PARTS = 1000
MOST_UNPACKED = 60 * MB
MOST_XML = 30 * MB
MOST_RATIO, SMALL = 200, 1 * MB
"""A part larger than `SMALL` may unpack to `MOST_RATIO` times its packed size."""
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
    with zipfile.ZipFile(BytesIO(sent)) as packed:
        parts = packed.infolist()
        _check_list(parts, len(sent), packed.start_dir)
        for part in parts:
            _check_name(part.filename)
        if not {part.filename for part in parts} >= NEEDED:
            raise Found(Finding.NOT_AS_NAMED)
        if packed.comment:
            raise Found(Finding.TWO_IN_ONE)
        for part in parts:
            _check_part(packed, part)
    return 0, b""


def _check_list(parts: list[zipfile.ZipInfo], size: int, list_at: int) -> None:
    """Before anything is unpacked: how many parts, how large they say they are, where they lie."""
    names = [part.filename.lower() for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Found(Finding.SWELLS)
    if len(set(names)) < len(names):
        raise Found(Finding.TWO_IN_ONE)
    for part in parts:
        if part.flag_bits & 0x1:
            raise Found(Finding.LOCKED)
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Found(Finding.SWELLS)
        if part.file_size > max(SMALL, MOST_RATIO * part.compress_size):
            raise Found(Finding.SWELLS)
    _check_places(parts, min(size, list_at))


def _check_places(parts: list[zipfile.ZipInfo], end: int) -> None:
    """Parts lie one after another from the very start, so that none is counted twice or hidden."""
    at = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < at or (at == 0 and part.header_offset):
            raise Found(Finding.TWO_IN_ONE)
        at = part.header_offset + 30 + part.compress_size
    if at > end:
        raise Found(Finding.DAMAGED)


def _check_name(name: str) -> None:
    plain = name.lower()
    if plain.startswith("/") or "\\" in plain or ".." in plain.split("/") or ":" in plain:
        raise Found(Finding.NOT_AS_NAMED)
    if any(word in plain for word in MACROS):
        raise Found(Finding.MACROS)
    if not plain.endswith((*XML, *PICTURES, *FONTS, "/")):
        raise Found(Finding.HOLDS_FILES)


def _check_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Unpacks the part to its end, which also proves its checksum, and reads what is XML."""
    is_xml = part.filename.lower().endswith(XML)
    if is_xml and part.file_size > MOST_XML:
        raise Found(Finding.SWELLS)
    reader = docx_words.reader_of(part.filename) if is_xml else None
    size = 0
    with packed.open(part) as opened:
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
