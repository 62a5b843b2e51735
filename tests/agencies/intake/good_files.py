"""Files as agencies and parents send them: a PDF, a Word document, a photo, a scan."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from PIL import Image

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHERE_TAKEN = "Harrowby 52.9N 0.6W"
PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"


def raw_pdf(
    *more: bytes, root: bytes = b"", page: bytes = b"", top: bytes = b"%PDF-1.7\n"
) -> bytes:
    """A PDF of one page, written byte by byte. `more` are objects 5, 6 and so on."""
    words = b"BT /F1 12 Tf 72 720 Td (Wait five seconds) Tj ET"
    objects = [
        b"<</Type /Catalog /Pages 2 0 R " + root + b">>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        PAGE + page + b">>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(words), words),
        *more,
    ]
    return numbered(objects, top)


def numbered(objects: list[bytes], top: bytes = b"%PDF-1.7\n", trailer: bytes = b"") -> bytes:
    """The objects with their numbers, and the table that says where each is."""
    out, places = bytearray(top), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root 1 0 R%s>>\n" % (len(objects) + 1, trailer)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)


def pdf() -> bytes:
    """With a link that one may press, a page to open at, and a form without scripts."""
    link = b"<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /URI /URI (https://nhs.example/)>>>>"
    return raw_pdf(
        link, page=b" /Annots [5 0 R]", root=b"/OpenAction [3 0 R /Fit] /AcroForm <</Fields []>>"
    )


def types(main: str = MAIN, more: str = "") -> str:
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    )


def leads(*relationships: str) -> str:
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{"".join(relationships)}</Relationships>'


def lead(kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def body(inner: str = "<w:p><w:r><w:t>Wait five seconds</w:t></w:r></w:p>") -> str:
    return f'{XML}<w:document xmlns:w="{WORD}"><w:body>{inner}</w:body></w:document>'


Parts = Mapping[str, str | bytes]


def parts(more: Parts | None = None) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": leads(lead("officeDocument", "word/document.xml")),
        "word/document.xml": body(),
        "word/_rels/document.xml.rels": leads(
            lead("hyperlink", "https://nhs.example/", outside=True),
            lead("image", "media/image1.png"),
        ),
        "word/media/image1.png": picture("PNG"),
        **(more or {}),
    }


def packed(contents: Parts, how: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    """The parts as a zip, with one date for all so that the bytes are the same every time."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in contents.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 9, 0, 0)), content, how)
        file.comment = comment
    return out.getvalue()


def docx(more: Parts | None = None) -> bytes:
    return packed(parts(more))


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB") -> bytes:
    """A photo that says where it was taken."""
    drawn = Image.linear_gradient("L").resize(size).convert(mode)
    told = Image.Exif()
    told[0x010E] = WHERE_TAKEN
    out = BytesIO()
    drawn.save(out, kind, exif=told)
    return out.getvalue()


GOOD: dict[str, bytes] = {
    "report.pdf": pdf(),
    "report.docx": docx(),
    "photo.jpg": picture(),
    "photo.JPEG": picture(size=(48, 64)),
    "scan.png": picture("PNG"),
    "grey.png": picture("PNG", mode="L"),
    "black and white.png": picture("PNG", mode="1"),
}
