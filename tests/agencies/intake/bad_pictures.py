"""Pictures that must not come in, and names and contents that do not agree."""

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from PIL import Image

from agencies.intake.findings import Finding
from agencies.intake.kinds import MOST_BYTES
from tests.agencies.intake.good_files import docx, packed, pdf, picture

Bad = tuple[str, bytes, Finding]
Named = tuple[str, str, bytes, Finding]


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">L", len(content))
        + kind
        + content
        + struct.pack(">L", zlib.crc32(kind + content))
    )


def png_that_says(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0))
    dots = chunk(b"IDAT", zlib.compress(bytes(10_000)))
    return b"\x89PNG\r\n\x1a\n" + head + dots + chunk(b"IEND", b"")


def jpeg_that_says(width: int, height: int) -> bytes:
    return picture().replace(struct.pack(">HH", 48, 64), struct.pack(">HH", height, width), 1)


def moving() -> bytes:
    first, second = Image.new("L", (32, 32)), Image.new("L", (32, 32), 200)
    out = BytesIO()
    first.save(out, "PNG", save_all=True, append_images=[second])
    return out.getvalue()


def bad_pngs() -> Iterator[Bad]:
    whole = picture("PNG")
    for side in (5_000, 60_000, 2_000_000_000):
        yield f"says {side} wide", png_that_says(side, side), Finding.TOO_MANY_PIXELS
    yield "says more than it holds", png_that_says(3000, 3000), Finding.DAMAGED
    yield "moves", moving(), Finding.MOVES
    words = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(200_000_000), 9))
    yield "words that swell", whole[:33] + words + whole[33:], Finding.DAMAGED
    for name, more in {
        "HTML": b"<script>",
        "an archive": packed({"a": "b"}),
        "a PDF": pdf(),
    }.items():
        yield f"{name} behind it", whole + more, Finding.TWO_IN_ONE
    yield "a wrong checksum", whole[:20] + b"\xff" + whole[21:], Finding.DAMAGED
    yield "one dot", picture("PNG", (1, 1)), Finding.DAMAGED
    yield "a thread", picture("PNG", (900, 1)), Finding.DAMAGED
    for cut in (9, 40, len(whole) // 2, len(whole) - 12, len(whole) - 4):
        yield f"cut at {cut}", whole[:cut], Finding.DAMAGED


def bad_jpegs() -> Iterator[Bad]:
    whole = picture(size=(256, 256))
    yield "says 65,000 wide", jpeg_that_says(65_000, 65_000), Finding.TOO_MANY_PIXELS
    yield "says that it is a thread", jpeg_that_says(60_000, 1), Finding.DAMAGED
    large = BytesIO()
    Image.new("L", (4200, 4200)).save(large, "JPEG", progressive=True)
    yield "held whole beforehand", large.getvalue(), Finding.TOO_MANY_PIXELS
    yield "one dot", picture(size=(1, 1)), Finding.DAMAGED
    yield "a first line alone", b"\xff\xd8\xff\xe0", Finding.DAMAGED
    yield "HTML in a first line", b"\xff\xd8\xff<script>alert(1)</script>", Finding.DAMAGED
    yield "a PDF behind a first line", b"\xff\xd8\xff" + pdf(), Finding.DAMAGED
    for tenth in (1, 3, 5, 7, 9):
        yield f"cut at {tenth} tenths", whole[: len(whole) * tenth // 10], Finding.DAMAGED


def other_kinds() -> Iterator[Named]:
    """Things that are no PDF, Word file or picture of ours, under names that say they are."""
    contents = {
        "HTML": b"<!doctype html><script>alert(1)</script>",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "a program": b"MZ\x90\0",
        "a script": b"#!/bin/sh\nrm -r /",
        "an archive of another kind": b"7z\xbc\xaf\x27\x1c",
        "PostScript": b"%!PS-Adobe",
        "rich text": b"{\\rtf1 x}",
        "nothing but blanks": b" \n" * 40,
    }
    for what, content in contents.items():
        for ending in ("pdf", "docx", "jpg", "png"):
            yield what, f"report.{ending}", content, Finding.NOT_AS_NAMED
    for kind in ("GIF", "BMP", "TIFF", "WEBP", "ICO"):
        out = BytesIO()
        Image.new("L", (32, 32)).save(out, kind)
        yield f"a {kind} picture", "photo.png", out.getvalue(), Finding.NOT_AS_NAMED
    yield "a phone's own photo", "photo.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", Finding.PHONE_PICTURE


def wrong_names() -> Iterator[Named]:
    """Good contents under names that do not say what they are."""
    for ending in ("exe", "html", "svg", "docm", "dotx", "doc", "zip", "pdf.exe", "pdf.js", "lnk"):
        yield "a PDF", f"report.{ending}", pdf(), Finding.OTHER_KIND
    for name in ("report", "pdf", "report\u202efdp.exe", "report.pdf\0.exe", "r" * 300 + ".exe"):
        yield "a PDF", name, pdf(), Finding.OTHER_KIND
    real = {"pdf": pdf(), "docx": docx(), "jpg": picture(), "png": picture("PNG")}
    for kind, content in real.items():
        for ending in set(real) - {kind}:
            yield f"a {kind}", f"report.{ending}", content, Finding.NOT_AS_NAMED
        yield "nothing", f"report.{kind}", b"", Finding.EMPTY
        large = content + bytes(MOST_BYTES)
        yield f"a large {kind}", f"report.{kind}", large, Finding.TOO_LARGE


@cache
def bad_names() -> tuple[Named, ...]:
    return (*other_kinds(), *wrong_names())
