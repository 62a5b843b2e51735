"""Draws a picture anew from its dots: what was hidden around them, or said about them, is not kept."""

import struct
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, JpegImagePlugin, PngImagePlugin

from agencies.intake.findings import Finding, Found
from agencies.intake.kinds import MOST_PIXELS, MOST_PIXELS_SENT, FileKind

QUALITY = 88
SMALLEST = 8
PLAIN = {"1": "L", "L": "L", "P": "RGBA", "LA": "RGBA", "RGB": "RGB", "RGBA": "RGBA", "CMYK": "RGB"}
PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
PLAIN_JPEG = (0xC0, 0xC1)
"""Start-of-frame marks of a JPEG that is drawn line by line, without being held whole beforehand."""

ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = None  # counted here, before a dot is drawn


def look_for(kind: FileKind) -> Callable[[bytes], tuple[int, bytes]]:
    Image.init()  # what the library loads on first use is loaded before the doors are closed
    return _jpeg if kind is FileKind.JPEG else _png


def _jpeg(sent: bytes) -> tuple[int, bytes]:
    picture = JpegImagePlugin.JpegImageFile(BytesIO(sent))
    pixels = _pixels(picture)
    if pixels > MOST_PIXELS:
        if pixels > MOST_PIXELS_SENT or _frame(sent) not in PLAIN_JPEG:
            raise Found(Finding.TOO_MANY_PIXELS)
        picture.draft("RGB", (picture.width // 2, picture.height // 2))
    drawn = _plain(picture)
    if drawn.mode == "RGBA":
        drawn = drawn.convert("RGB")
    out = BytesIO()
    drawn.save(out, "JPEG", quality=QUALITY)
    return 0, out.getvalue()


def _png(sent: bytes) -> tuple[int, bytes]:
    picture = PngImagePlugin.PngImageFile(BytesIO(sent))
    if _pixels(picture) > MOST_PIXELS:
        raise Found(Finding.TOO_MANY_PIXELS)
    if getattr(picture, "is_animated", False):
        raise Found(Finding.MOVES)
    if PNG_END not in sent:
        raise Found(Finding.DAMAGED)
    if not sent.endswith(PNG_END):
        raise Found(Finding.TWO_IN_ONE)
    out = BytesIO()
    _plain(picture).save(out, "PNG")
    return 0, out.getvalue()


def _pixels(picture: Image.Image) -> int:
    if min(picture.size) < SMALLEST:
        raise Found(Finding.DAMAGED)
    return picture.width * picture.height


def _plain(picture: Image.Image) -> Image.Image:
    """The dots the right way up, in one of three ways of colouring, and nothing else."""
    if picture.mode not in PLAIN:
        raise Found(Finding.DAMAGED)
    picture.load()
    ImageOps.exif_transpose(picture, in_place=True)
    drawn = picture.convert(PLAIN[picture.mode]) if picture.mode != PLAIN[picture.mode] else picture
    drawn.info = {}
    return drawn


def _frame(sent: bytes) -> int:
    """The mark that says how a JPEG is drawn; 0 when there is none."""
    at = 2
    while at + 4 <= len(sent) and sent[at] == 0xFF:
        mark, (length,) = sent[at + 1], struct.unpack(">H", sent[at + 2 : at + 4])
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            return mark
        at += 2 + length
    return 0
