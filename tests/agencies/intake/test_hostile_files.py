"""More than two hundred hostile files knock at the page: none comes in, each for the right reason."""

import json
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from accounts.intake import packed
from accounts.intake.bounds import MEMORY_MB
from accounts.rules.refusal import Refused
from agencies.intake import examiner
from agencies.intake.child import docx, docx_words, pdf, picture
from agencies.intake.findings import WORDS, Finding, Found
from agencies.intake.kinds import FileKind
from agencies.models import ReportFile
from tests.agencies.intake import good_files
from tests.agencies.intake.bad_pdfs import bad_pdfs
from tests.agencies.intake.bad_pictures import Named, bad_jpegs, bad_names, bad_pngs
from tests.agencies.intake.bad_words import bad_words
from tests.people import Cast
from tests.plans import stories

Browse = Callable[..., Client]


def named(name: str, files: Any) -> list[Named]:
    return [(what, name, sent, finding) for what, sent, finding in files]


HOSTILE: dict[str, Callable[[], Iterable[Named]]] = {
    "PDFs": lambda: named("report.pdf", bad_pdfs()),
    "Word files": lambda: named("report.docx", bad_words()),
    "PNG pictures": lambda: named("scan.png", bad_pngs()),
    "JPEG pictures": lambda: named("photo.jpg", bad_jpegs()),
    "names": bad_names,
}


class Watch:
    """What the examining processes answered: their peaks in kilobytes, and how many died."""

    def __init__(self) -> None:
        self.peaks: list[int] = []
        self.died = 0

    def note(self, answer: bytes) -> bytes:
        if answer:
            self.peaks.append(json.loads(answer.partition(b"\n")[0])["peak_kb"])
        else:
            self.died += 1
        return answer


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    seen, run = Watch(), examiner._run
    monkeypatch.setattr(examiner, "_run", lambda sent, kind: seen.note(run(sent, kind)))
    yield seen
    print(f"{len(seen.peaks)} processes, {max(seen.peaks, default=0)} KB at most, {seen.died} died")


def test_there_are_more_than_two_hundred_and_no_two_are_alike() -> None:
    files = [
        (name, sha256(sent).digest()) for make in HOSTILE.values() for _, name, sent, _ in make()
    ]
    assert len(files) >= 200
    assert len(set(files)) == len(files)


def test_they_are_the_same_every_time() -> None:
    """But for the locked ones: a lock is made with chance."""
    for make in (bad_pdfs, bad_words, bad_names):
        first, again = (digests(files) for files in (make(), make.__wrapped__()))
        assert first == again


def digests(files: Any) -> list[str]:
    return [sha256(f[-2]).hexdigest() for f in files if not f[0].startswith("locked ")]


def kept() -> set[str]:
    """The names of the files in the storage, other tests' among them."""
    return {path.name for path in (settings.PRIVATE_FILES_DIR / "received").glob("*")}


@pytest.mark.parametrize("family", HOSTILE)
def test_no_hostile_file_comes_in(people: Cast, browse: Browse, watch: Watch, family: str) -> None:
    client, report = browse(people.kemi), stories.report(people, people.seyi)
    page = reverse("agencies:report_file_add", args=[people.seyi.pk, report.pk])
    wrong, stored = [], kept()
    for what, name, sent, finding in HOSTILE[family]():
        file = SimpleUploadedFile("x", sent)
        file.name = file._name = name  # type: ignore[assignment]
        answer = client.post(page, {"file": file, "what_it_is": "The report"})
        said = answer.content.decode()
        if answer.status_code != 200 or escape(WORDS[finding]) not in said:
            wrong.append(f"{what}, {name[:40]}: expected {finding}")
        assert 'value="The report"' in said
    assert wrong == []
    assert not ReportFile.objects.exists()
    assert kept() == stored
    assert watch.died == 0
    assert max(watch.peaks, default=0) <= MEMORY_MB * 1024 == 256 * 1024


def sample(files: Any, what: str) -> tuple[bytes, Finding]:
    return next((sent, finding) for name, sent, finding in files if name == what)


def nothing(*_: object) -> None:
    """A check that is switched off."""


PDFS = ("script on opening", "attached files", "link to file:///e", "link to javascrip")
WORDS_OFF: dict[str, tuple[Any, str, Any]] = {
    "macros' data": (docx, "_check_name", nothing),
    "macros under another name": (docx_words.Relationships, "element", nothing),
    "a control": (docx, "_check_name", nothing),
    "an OLE object as a picture": (docx, "PROGRAMS_AND_FILES", ()),
    "a template elsewhere": (docx_words.Relationships, "element", nothing),
    "HTML taken in": (docx_words.Relationships, "element", nothing),
    "entities": (docx_words.Reader, "_doctype", nothing),
    "XML without end": (docx_words, "DEEPEST", 10_000),
    "a part that swells": (packed, "MOST_RATIO", 10_000_000),
    "too many parts": (docx, "BOUNDS", packed.Bounds(10_000, 60 * packed.MB)),
    "a part called ../../evil.xml": (docx, "_check_name", nothing),
}


@pytest.mark.parametrize("what", PDFS)
def test_with_the_check_off_the_pdf_would_come_in(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, finding = sample(bad_pdfs(), what)
    with pytest.raises(Found, match=finding.value):
        pdf.look(sent)
    monkeypatch.setattr(pdf, "_check_dictionary", nothing)
    assert pdf.look(sent) == (1, b"")


def test_with_no_bound_the_swelling_pdf_would_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    sent, finding = sample(bad_pdfs(), "a stream that swells")
    with pytest.raises(Found, match=finding.value):
        pdf.look(sent)
    monkeypatch.setattr(pdf, "MOST_SWOLLEN", 10**9)
    assert pdf.look(sent) == (1, b"")


@pytest.mark.parametrize("what", WORDS_OFF)
def test_with_the_check_off_the_word_file_would_come_in(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, finding = sample(bad_words(), what)
    with pytest.raises(Found, match=finding.value):
        docx.look(sent)
    monkeypatch.setattr(*WORDS_OFF[what])
    assert docx.look(sent) == (0, b"")


def test_with_the_check_off_the_archive_behind_a_picture_would_come_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent, finding = sample(bad_pngs(), "an archive behind it")
    with pytest.raises(Found, match=finding.value):
        picture._png(sent)
    monkeypatch.setattr(picture, "PNG_END", b"")
    assert b"PK" not in picture._png(sent)[1]


def test_a_name_that_lies_would_come_in_if_names_were_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(Refused, match="PDF, Word"):
        examiner.examine(good_files.pdf(), "report.exe")
    monkeypatch.setattr(examiner, "kind_by_name", lambda _: FileKind.PDF)
    assert examiner.examine(good_files.pdf(), "report.exe").kind is FileKind.PDF
