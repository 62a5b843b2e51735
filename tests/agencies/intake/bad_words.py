"""Word files that must not come in: macros, objects, what is fetched, entities, bombs, odd zips."""

import struct
import zipfile
from collections.abc import Iterator
from functools import cache

from agencies.intake.findings import Finding
from tests.agencies.intake.good_files import (
    MAIN,
    XML,
    Parts,
    body,
    docx,
    lead,
    leads,
    packed,
    parts,
    pdf,
    types,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
Bad = tuple[str, bytes, Finding]
RELS = "word/_rels/document.xml.rels"
HOLDS: dict[str, tuple[Parts, Finding]] = {
    "macros": ({"word/vbaProject.bin": OLE}, Finding.MACROS),
    "macros in capitals": ({"word/VBAPROJECT.BIN": OLE}, Finding.MACROS),
    "macros under another name": ({RELS: leads(lead("vbaProject", "a.xml"))}, Finding.MACROS),
    "macros' data": ({"word/vbaData.xml": "<a/>"}, Finding.MACROS),
    "a ribbon": ({"customUI/customUI.xml": "<a/>"}, Finding.MACROS),
    "a key map": ({RELS: leads(lead("keyMapCustomizations", "a.xml"))}, Finding.MACROS),
    "an OLE object": ({"word/embeddings/oleObject1.bin": OLE}, Finding.HOLDS_FILES),
    "an OLE object as a picture": ({"word/media/image2.png": OLE}, Finding.HOLDS_FILES),
    "a program as a picture": ({"word/media/image2.emf": b"MZ\x90\0"}, Finding.HOLDS_FILES),
    "an archive as a picture": ({"word/media/a.png": packed({"a": "b"})}, Finding.HOLDS_FILES),
    "a PDF as a picture": ({"word/media/a.png": pdf()}, Finding.HOLDS_FILES),
    "HTML as a picture": ({"word/media/a.gif": b"<script>"}, Finding.HOLDS_FILES),
    "a sheet": ({"word/embeddings/Sheet1.xlsx": b"PK"}, Finding.HOLDS_FILES),
    "a control": ({"word/activeX/activeX1.bin": b"x"}, Finding.HOLDS_FILES),
    "a script": ({"word/a.js": "1"}, Finding.HOLDS_FILES),
    "an SVG picture": ({"word/media/a.svg": "<svg/>"}, Finding.HOLDS_FILES),
    "HTML taken in": ({RELS: leads(lead("aFChunk", "a.xml"))}, Finding.HOLDS_FILES),
    "an object": ({RELS: leads(lead("oleObject", "a.xml"))}, Finding.HOLDS_FILES),
    "a package": ({RELS: leads(lead("package", "a.xml"))}, Finding.HOLDS_FILES),
    "a template elsewhere": (
        {
            "word/_rels/settings.xml.rels": leads(
                lead("attachedTemplate", "https://x", outside=True)
            )
        },
        Finding.REACHES_OUT,
    ),
    "a picture elsewhere": (
        {RELS: leads(lead("image", "http://x/a", outside=True))},
        Finding.REACHES_OUT,
    ),
    "a share": ({RELS: leads(lead("image", r"\\bad\a.png", outside=True))}, Finding.REACHES_OUT),
    "a link to a file": (
        {RELS: leads(lead("hyperlink", "file:///c:/a", outside=True))},
        Finding.REACHES_OUT,
    ),
    "a link to a script": (
        {RELS: leads(lead("hyperlink", "javascript:a", outside=True))},
        Finding.REACHES_OUT,
    ),
    "a help protocol": (
        {RELS: leads(lead("hyperlink", "ms-msdt:/id", outside=True))},
        Finding.REACHES_OUT,
    ),
    "elsewhere unsaid": ({RELS: leads(lead("styles", "http://x/a"))}, Finding.REACHES_OUT),
    "entities": ({"word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, Finding.SWELLS),
    "an entity from a file": (
        {"word/styles.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
        Finding.SWELLS,
    ),
    "a document type": (
        {"word/styles.xml": '<!DOCTYPE a SYSTEM "http://x/a.dtd"><a/>'},
        Finding.SWELLS,
    ),
    "entities in UTF-16": (
        {"word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")},
        Finding.SWELLS,
    ),
    "a style sheet": (
        {"word/styles.xml": '<?xml-stylesheet href="http://x/a.xsl"?><a/>'},
        Finding.REACHES_OUT,
    ),
    "XML without end": ({"word/styles.xml": "<a>" * 300 + "</a>" * 300}, Finding.SWELLS),
    "no XML": ({"word/document.xml": "not XML"}, Finding.DAMAGED),
    "XML cut short": ({"word/document.xml": body()[:-9]}, Finding.DAMAGED),
}
FIELDS = (
    "DDEAUTO c:\\\\cmd.exe",
    "DDE excel a",
    "INCLUDEPICTURE http://x/a",
    "INCLUDETEXT a",
    "LINK x",
)
KINDS: dict[str, Finding] = {
    MAIN.replace("document.main", "template.main"): Finding.NOT_AS_NAMED,
    "application/vnd.ms-word.document.macroEnabled.main+xml": Finding.MACROS,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": Finding.HOLDS_FILES,
    "application/xml": Finding.NOT_AS_NAMED,
}


def holding() -> Iterator[Bad]:
    for what, (more, finding) in HOLDS.items():
        yield what, docx(more), finding
    for field in FIELDS:
        whole = f"<w:p><w:r><w:instrText>{field}</w:instrText></w:r></w:p>"
        half = f"<w:instrText>{field[:2]}</w:instrText><w:instrText>{field[2:]}</w:instrText>"
        simple = f'<w:fldSimple w:instr="{field}"/>'
        for how, words in {"whole": whole, "in halves": half, "short": simple}.items():
            yield (
                f"{field[:5]} {how}",
                docx({"word/document.xml": body(words)}),
                Finding.REACHES_OUT,
            )
    for kind, finding in KINDS.items():
        yield kind[-20:], docx({"[Content_Types].xml": types(kind)}), finding


def swelling() -> Iterator[Bad]:
    blank = f"{XML}<a>{' ' * 20_000_000}</a>"
    yield "a part that swells", docx({"word/styles.xml": blank}), Finding.SWELLS
    several = {f"word/media/{n}.bmp": bytes(900_000) for n in range(80)}
    yield "many that swell together", docx(several), Finding.SWELLS
    yield "too many parts", docx({f"word/{n}.xml": "<a/>" for n in range(1100)}), Finding.SWELLS
    yield (
        "a part that lies about its size",
        lying(docx({"word/styles.xml": blank})),
        Finding.DAMAGED,
    )
    for how in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield f"packed in way {how}", packed(parts(), how), Finding.SWELLS


def lying(whole: bytes) -> bytes:
    """The size of the large part is said to be small, in its place and in the list."""
    return whole.replace(
        struct.pack("<L", 20_000_000 + len(f"{XML}<a></a>")), struct.pack("<L", 900_000)
    )


def odd_zips() -> Iterator[Bad]:
    whole = docx()
    for name in ("../../evil.xml", "/etc/evil.xml", "word\\evil.xml", "c:/evil.xml"):
        yield f"a part called {name}", docx({name: "<a/>"}), Finding.NOT_AS_NAMED
    yield "a part twice", docx({"word/Document.xml": body()}), Finding.TWO_IN_ONE
    yield (
        "a locked part",
        whole.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"),
        Finding.LOCKED,
    )
    yield "words behind it", packed(parts(), comment=b"<script>"), Finding.TWO_IN_ONE
    yield "an archive before it", packed({"a": "b"}) + whole, Finding.TWO_IN_ONE
    yield "a PDF before it", pdf() + whole, Finding.NOT_AS_NAMED
    for missing in ("word/document.xml", "[Content_Types].xml", "_rels/.rels"):
        rest = {name: part for name, part in parts().items() if name != missing}
        yield f"without {missing}", packed(rest), Finding.NOT_AS_NAMED
    yield "a plain archive", packed({"a.txt": "b"}), Finding.HOLDS_FILES
    yield "an empty archive", packed({}), Finding.NOT_AS_NAMED
    yield "the older kind", OLE, Finding.OLDER_WORD
    yield "the older kind, locked", OLE + "EncryptedPackage".encode("utf-16-le"), Finding.OLDER_WORD
    for tenth in range(1, 10, 2):
        yield f"cut at {tenth} tenths", whole[: len(whole) * tenth // 10], Finding.DAMAGED
    stored = packed(parts(), zipfile.ZIP_STORED)
    yield "a changed letter", stored.replace(b"Wait five", b"Wait nine"), Finding.DAMAGED


@cache
def bad_words() -> tuple[Bad, ...]:
    return (*holding(), *swelling(), *odd_zips())
