"""Looks through a PDF: whole, unlocked, of pages alone, with nothing in it that acts or hides."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from agencies.intake.findings import Finding, Found
from agencies.intake.kinds import MB, MOST_PAGES

MOST_OBJECTS = 200_000
MOST_SWOLLEN = 100 * MB
"""Of all streams but pictures together, and of one picture."""
AFTER_THE_END = b"\0\t\n\r \x1a"
ACTS = {"/JS", "/JavaScript", "/XFA", "/RichMediaContent", "/RichMediaSettings"}
HOLDS_FILES = {"/EF", "/EmbeddedFiles", "/Collection"}
ACTIONS = {
    *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm", "/Rendition"),
    *("/Movie", "/Sound", "/RichMediaExecute", "/GoTo3DView", "/GoToR", "/GoToE"),
}
SUBTYPES = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}
LINKS = ("http://", "https://", "mailto:", "tel:")
HARMLESS = "Resources is missing"
"""In what the library says of a page without pictures and letters. Programs do write such pages."""
CHUNK = 64 * 1024


def look(sent: bytes) -> tuple[int, bytes]:
    """The number of pages. Raises `Found`, or what the library raises for what it cannot read."""
    if not sent.rstrip(AFTER_THE_END).endswith(b"%%EOF"):
        raise Found(Finding.DAMAGED)
    if zipfile.is_zipfile(BytesIO(sent)):
        raise Found(Finding.TWO_IN_ONE)
    try:
        pdf = pikepdf.open(BytesIO(sent), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Found(Finding.LOCKED) from None
    with pdf:
        if pdf.is_encrypted:
            raise Found(Finding.LOCKED)
        if int(pdf.trailer.get("/Size", 0)) > MOST_OBJECTS:
            raise Found(Finding.SWELLS)
        _check_objects(pdf)
        if any(HARMLESS not in str(warning) for warning in pdf.get_warnings()):
            raise Found(Finding.DAMAGED)  # what this library passes over, another may read
        return _pages_of(pdf), b""


def _pages_of(pdf: pikepdf.Pdf) -> int:
    count = len(pdf.pages)
    if not count:
        raise Found(Finding.DAMAGED)
    if count > MOST_PAGES:
        raise Found(Finding.TOO_MANY_PAGES)
    return count


def _check_objects(pdf: pikepdf.Pdf) -> None:
    swollen = 0
    for top in (pdf.trailer, *pdf.objects):
        for item in _within(top):
            _check_dictionary(item)
        if isinstance(top, pikepdf.Stream):
            size = _size_of(top)
            swollen += 0 if top.get("/Subtype") == "/Image" else size
            if max(size, swollen) > MOST_SWOLLEN:
                raise Found(Finding.SWELLS)


def _within(top: Any) -> Iterator[Any]:
    """Every dictionary that stands in this object itself; what it only points to has its own turn."""
    waiting = [top]
    while waiting:
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            inner = list(item)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            yield item
            inner = [value for _, value in item.items()]
        else:
            continue
        waiting += [v for v in inner if isinstance(v, pikepdf.Object) and not v.is_indirect]


def _check_dictionary(item: Any) -> None:
    keys = set(item.keys())
    if keys & ACTS or _said(item, "/S") in ACTIONS:
        raise Found(Finding.ACTS)
    subtype = _said(item, "/Subtype")
    if keys & HOLDS_FILES or subtype in SUBTYPES or _said(item, "/Type") == "/EmbeddedFile":
        raise Found(Finding.HOLDS_FILES if subtype not in SUBTYPES else Finding.ACTS)
    if "/URI" in keys and isinstance(item["/URI"], pikepdf.String):
        _check_link(str(item["/URI"]))
    if keys & {"/F", "/FFilter"} and isinstance(item, pikepdf.Stream):
        raise Found(Finding.REACHES_OUT)


def _check_link(address: str) -> None:
    """A link that a person may press: to a web page, an address or a telephone, or to no scheme."""
    plain = "".join(address.split()).lower()
    if plain.startswith("\\\\") or (":" in plain and not plain.startswith(LINKS)):
        raise Found(Finding.REACHES_OUT)


def _said(item: Any, key: str) -> str:
    value = item.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _size_of(stream: Any) -> int:
    """How large a stream is when it is opened, counted without keeping it."""
    filters = stream.get("/Filter")
    names = (
        [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    )
    raw = stream.read_raw_bytes()
    deflated = 0
    while deflated < len(names) and names[deflated] in ("/FlateDecode", "/Fl"):
        deflated += 1
    if deflated > 1:
        raise Found(Finding.SWELLS)  # packed twice: no program that writes reports does that
    return _inflated(raw) if deflated else len(raw)


def _inflated(raw: bytes) -> int:
    """The size unpacked; of what cannot be unpacked to its end, the size up to there."""
    unpacker, size = zlib.decompressobj(), 0
    waiting = raw
    while waiting and not unpacker.eof:
        try:
            part = unpacker.decompress(waiting, CHUNK)
        except zlib.error:
            break
        waiting = unpacker.unconsumed_tail
        size += len(part)
        if size > MOST_SWOLLEN:
            raise Found(Finding.SWELLS)
        if not part and not waiting:
            break
    return size
