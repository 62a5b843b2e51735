"""PDFs that must not come in: they act, hide files, are locked, cut short, or swell."""

import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pikepdf

from agencies.intake.findings import Finding
from agencies.intake.kinds import MOST_PAGES
from tests.agencies.intake.good_files import numbered, packed, pdf, raw_pdf

JS = b"/S /JavaScript /JS (app.alert(1))"
ACTIONS: dict[str, bytes] = {
    "script": b"<<" + JS + b">>",
    "script in a stream": b"<</S /JavaScript /JS 4 0 R>>",
    "script after a link": b"<</S /URI /URI (https://nhs.example) /Next <<" + JS + b">>>>",
    "script among several": b"<</S /Named /N /NextPage /Next [<<" + JS + b">>]>>",
    "program": b"<</S /Launch /F (cmd.exe)>>",
    "program on Windows": b"<</S /Launch /Win <</F (calc.exe) /P (/c)>>>>",
    "form sent away": b"<</S /SubmitForm /F (https://bad.example)>>",
    "data taken in": b"<</S /ImportData /F (data.fdf)>>",
    "other file": b"<</S /GoToR /F (other.pdf) /D [0 /Fit]>>",
    "file inside": b"<</S /GoToE /T <</R /C>> /D [0 /Fit]>>",
    "film": b"<</S /Rendition /OP 0>>",
    "sound": b"<</S /Sound /Sound 4 0 R>>",
}
SUBTYPES = ("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D")
LINKS = ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", r"\\\\\\\\bad\\\\share")
ROOTS: dict[str, tuple[bytes, Finding]] = {
    "list of scripts": (b"/Names <</JavaScript <</Names [(a) <<" + JS + b">>]>>>>", Finding.ACTS),
    "XFA form": (b"/AcroForm <</XFA 4 0 R>>", Finding.ACTS),
    "XFA form in parts": (b"/AcroForm <</XFA [(preamble) 4 0 R]>>", Finding.ACTS),
    "attached files": (
        b"/Names <</EmbeddedFiles <</Names [(a) <</Type /Filespec /EF <</F 4 0 R>>>>]>>>>",
        Finding.HOLDS_FILES,
    ),
    "linked file": (b"/AF [<</Type /Filespec /EF <</F 4 0 R>>>>]", Finding.HOLDS_FILES),
    "portfolio": (b"/Collection <</View /D>>", Finding.HOLDS_FILES),
}
Bad = tuple[str, bytes, Finding]


def annotated(words: bytes) -> bytes:
    return raw_pdf(b"<</Type /Annot /Rect [0 0 9 9] " + words + b">>", page=b" /Annots [5 0 R]")


def acting() -> Iterator[Bad]:
    for what, action in ACTIONS.items():
        yield f"{what} on opening", raw_pdf(root=b"/OpenAction " + action), Finding.ACTS
        yield f"{what} on a page", raw_pdf(page=b" /AA <</O " + action + b">>"), Finding.ACTS
        yield f"{what} behind a link", annotated(b"/Subtype /Link /A " + action), Finding.ACTS
    for what, (root, finding) in ROOTS.items():
        yield what, raw_pdf(root=root), finding
        yield f"{what}, with names disguised", disguised(root), finding
        yield f"{what}, packed away", packed_away(raw_pdf(root=root)), finding
    for subtype in SUBTYPES:
        yield subtype, annotated(b"/Subtype /" + subtype.encode()), Finding.ACTS
    for link in LINKS:
        words = b"/Subtype /Link /A <</S /URI /URI (" + link.encode() + b")>>"
        yield f"link to {link[:9]}", annotated(words), Finding.REACHES_OUT
    stream = b"<</Length 0 /F (other.bin)>>\nstream\n\nendstream"
    yield "a stream kept elsewhere", raw_pdf(stream), Finding.REACHES_OUT


def disguised(root: bytes) -> bytes:
    """Letters of names written as numbers, which readers of PDFs take for the letters."""
    for name in (b"JavaScript", b"JS", b"XFA", b"EmbeddedFiles", b"EF", b"Collection"):
        root = root.replace(b"/" + name + b" ", b"/#%02X%s " % (name[0], name[1:]))
    return raw_pdf(root=root)


def packed_away(plain: bytes) -> bytes:
    """The same with its objects inside a packed stream."""
    generate = pikepdf.ObjectStreamMode.generate
    return saved(plain, object_stream_mode=generate, deterministic_id=True)


def saved(plain: bytes, **how: object) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(plain)) as opened:
        opened.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def locked() -> Iterator[Bad]:
    for strength in (2, 3, 4, 6):
        for user in ("", "open"):
            lock = pikepdf.Encryption(
                owner="owner", user=user, R=strength, aes=strength > 3, metadata=strength > 3
            )
            yield f"locked {strength} {user}", saved(pdf(), encryption=lock), Finding.LOCKED


def stream(content: bytes, filters: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    head = b"<</Length %d /Filter %s%s>>" % (len(content), filters, more)
    return head + b"\nstream\n" + content + b"\nendstream"


def swelling() -> Iterator[Bad]:
    unpacker = zlib.compressobj(9)
    million = bytes(1_000_000)
    once = b"".join(unpacker.compress(million) for _ in range(120)) + unpacker.flush()
    image = b" /Type /XObject /Subtype /Image /Width 9 /Height 9"
    yield "a stream that swells", raw_pdf(stream(once)), Finding.SWELLS
    yield "a picture that swells", raw_pdf(stream(once, more=image)), Finding.SWELLS
    third = zlib.compress(bytes(40_000_000), 9)
    yield "three that swell together", raw_pdf(*[stream(third)] * 3), Finding.SWELLS
    twice = zlib.compress(once, 9)
    yield "packed twice", raw_pdf(stream(twice, b"[/FlateDecode /FlateDecode]")), Finding.SWELLS
    many = [b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"] * (MOST_PAGES + 1)
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + len(many)))
    pages = b"<</Type /Pages /Count %d /Kids [%s]>>" % (len(many), kids)
    top = b"<</Type /Catalog /Pages 2 0 R>>"
    yield "too many pages", numbered([top, pages, *many]), Finding.TOO_MANY_PAGES
    elsewhere = pdf().replace(b"startxref\n", b"startxref\n1")
    yield "a table that is not where it is said", elsewhere, Finding.DAMAGED
    large = numbered([top, b"<</Type /Pages /Count 1 /Kids [3 0 R]>>", many[0]])
    endless = large.replace(b"/Size 4", b"/Size 4000000")
    yield "a table without end", endless, Finding.SWELLS
    yield "nests without end", raw_pdf(b"[" * 50_000 + b"]" * 50_000), Finding.DAMAGED


def broken() -> Iterator[Bad]:
    whole = pdf()
    for tenth in range(1, 10):
        yield f"cut at {tenth} tenths", whole[: len(whole) * tenth // 10], Finding.DAMAGED
        cut = whole[: len(whole) * tenth // 10] + b"\n%%EOF\n"
        yield f"cut at {tenth} tenths and patched", cut, Finding.DAMAGED
    yield "only its first line", b"%PDF-1.7\n", Finding.DAMAGED
    yield "no pages", numbered([b"<</Type /Catalog>>"]), Finding.DAMAGED
    none = b"<</Type /Pages /Kids [] /Count 0>>"
    yield "no page", numbered([b"<</Type /Catalog /Pages 2 0 R>>", none]), Finding.DAMAGED
    loop = b"<</Type /Pages /Kids [2 0 R] /Count 1>>"
    yield "a loop", numbered([b"<</Type /Catalog /Pages 2 0 R>>", loop]), Finding.DAMAGED
    for name, first in {
        "HTML": b"<script>1</script>",
        "a line": b"\n",
        "MZ": b"MZ",
        "BOM": b"\xef\xbb\xbf",
    }.items():
        yield f"{name} before it", first + whole, Finding.NOT_AS_NAMED
    archive = packed({"a.js": "alert(1)"}, zipfile.ZIP_STORED)
    yield "an archive behind it", whole + archive, Finding.DAMAGED
    held = packed({"a.js": "alert(1)"}, comment=b"\n%%EOF\n")
    yield "an archive around its end", whole + held, Finding.TWO_IN_ONE
    yield "HTML behind it", whole + b"<script>alert(1)</script>", Finding.DAMAGED


@cache
def bad_pdfs() -> tuple[Bad, ...]:
    return (*acting(), *locked(), *swelling(), *broken())
