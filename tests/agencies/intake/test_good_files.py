"""What agencies and parents send comes in: papers byte for byte, pictures drawn anew."""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from accounts.intake.bounds import MEMORY_MB
from accounts.intake.process import ROOT
from agencies.intake.examiner import Examined, examine
from agencies.intake.kinds import MOST_PIXELS, FileKind
from agencies.intake.names import LONGEST, shown_name
from tests.agencies.intake.good_files import GOOD, WHERE_TAKEN, docx, packed, pdf, picture


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_comes_in(name: str) -> None:
    file = examine(GOOD[name], name)
    assert file.name == name
    assert file.peak_kb <= MEMORY_MB * 1024


@pytest.mark.parametrize("name", ["report.pdf", "report.docx"])
def test_papers_are_kept_byte_for_byte(name: str) -> None:
    assert examine(GOOD[name], name).content == GOOD[name]


def test_a_pdf_says_how_many_pages_it_has() -> None:
    assert examine(pdf(), "report.pdf").pages == 1


@pytest.mark.parametrize(("name", "kind"), [("photo.jpg", "JPEG"), ("scan.png", "PNG")])
def test_a_picture_does_not_say_where_it_was_taken(name: str, kind: str) -> None:
    sent = picture(kind)
    assert WHERE_TAKEN.encode() in sent
    kept = examine(sent, name).content
    assert WHERE_TAKEN.encode() not in kept
    with Image.open(BytesIO(kept)) as drawn:
        assert drawn.format == kind
        assert drawn.size == (64, 48)
        assert not drawn.getexif()
        assert "comment" not in drawn.info


def test_a_photo_taken_sideways_is_kept_the_right_way_up() -> None:
    told = Image.Exif()
    told[0x0112] = 6
    out = BytesIO()
    Image.new("RGB", (64, 32)).save(out, "JPEG", exif=told)
    with Image.open(BytesIO(examine(out.getvalue(), "photo.jpg").content)) as drawn:
        assert drawn.size == (32, 64)


@pytest.mark.parametrize(
    "hidden", [packed({"a.js": "alert(1)"}), b"<script>alert(1)</script>", pdf()]
)
def test_what_is_hidden_behind_a_photo_is_not_kept(hidden: bytes) -> None:
    """Phones write things behind a photo themselves, so it is drawn anew rather than refused."""
    kept = examine(picture() + hidden, "photo.jpg").content
    assert hidden not in kept
    assert not {b"PK", b"<script", b"%PDF"} & {
        kept[i : i + n] for n in (2, 4, 7) for i in range(len(kept))
    }


@pytest.mark.parametrize(
    ("kind", "mode", "size"),
    [
        ("JPEG", "RGB", (4600, 3450)),
        ("JPEG", "CMYK", (4600, 3450)),
        ("PNG", "RGBA", (4600, 3450)),
        ("PNG", "1", (4600, 3450)),
        ("JPEG", "RGB", (8000, 6000)),
    ],
)
def test_the_largest_pictures_stay_within_the_memory(
    kind: str, mode: str, size: tuple[int, int]
) -> None:
    told = Image.Exif()
    told[0x0112] = 6
    out = BytesIO()
    Image.new(mode, size).save(out, kind, exif=told)
    file = examine(out.getvalue(), f"photo.{'jpg' if kind == 'JPEG' else 'png'}")
    print(f"{kind} {mode} {size}: {file.peak_kb} KB")
    assert file.peak_kb <= MEMORY_MB * 1024 == 256 * 1024
    with Image.open(BytesIO(file.content)) as drawn:
        assert drawn.width * drawn.height <= MOST_PIXELS


def test_the_two_halves_of_the_door_are_apart() -> None:
    """Whoever serves pages never loads what looks inside files."""
    words = (
        "import os, sys, django; os.environ['ISP_MODE'] = 'test';"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'isp_portal.settings'; django.setup();"
        "import isp_portal.urls;"
        "print([m for m in sys.modules if m.startswith(('agencies.intake.child', 'pikepdf', 'pypdfium2'))])"
    )
    said = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


NAMES = {
    "report.pdf": "report.pdf",
    "../../etc/report.pdf": "report.pdf",
    "C:\\Users\\Theo\\report.pdf": "report.pdf",
    "report\u202efdp.exe": "reportfdp.exe",
    "re\u200bport\x00.pdf": "report.pdf",
    "  two   words .pdf ": "two words .pdf",
    "line\nbreak.pdf": "break.pdf",
    "...": "file",
    "": "file",
    "Bericht für Zofia Wiśniewska.pdf": "Bericht für Zofia Wiśniewska.pdf",
}


@pytest.mark.parametrize("sent", NAMES)
def test_a_name_is_shown_as_it_is_seen(sent: str) -> None:
    assert shown_name(sent) == NAMES[sent]


@pytest.mark.parametrize("sent", ["r" * 400 + ".pdf", "r." + "p" * 400, "r" * 400])
def test_a_long_name_is_cut_and_keeps_its_ending(sent: str) -> None:
    assert len(shown_name(sent)) <= LONGEST
    assert shown_name(sent)[-3:] in (".pdf"[-3:], "ppp", "rrr")


def test_the_kind_is_what_the_file_is() -> None:
    kinds = {examine(docx(), "Report.DOCX").kind, examine(picture(), "a.jpeg").kind}
    assert kinds == {FileKind.DOCX, FileKind.JPEG}
    assert isinstance(examine(pdf(), "a.pdf"), Examined)
