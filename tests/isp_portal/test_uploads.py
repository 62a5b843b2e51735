"""Files on their way in: never on disk, never more than the cap in memory, too much refused unread."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.test.client import MULTIPART_CONTENT
from django.urls import reverse

from agencies.intake.kinds import MOST_BYTES
from agencies.models import ReportFile
from isp_portal.uploads import MOST_READ, RefuseHugeRequests
from tests.agencies.intake.good_files import pdf
from tests.people import Cast
from tests.plans import stories

Browse = Callable[..., Client]


def request_with(*files: bytes) -> Any:
    named = {f"file{n}": SimpleUploadedFile(f"{n}.pdf", sent) for n, sent in enumerate(files)}
    return RequestFactory().post("/", {"what_it_is": "The report", **named})


def test_a_file_up_to_the_cap_arrives_whole_and_in_memory() -> None:
    request = request_with(b"x" * MOST_BYTES)
    file = request.FILES["file0"]
    assert file.size == MOST_BYTES
    assert isinstance(file.file, BytesIO)
    assert file.read() == b"x" * MOST_BYTES


def test_of_a_larger_file_no_more_is_kept_than_shows_that_it_is_too_large() -> None:
    request = request_with(b"x" * (3 * MOST_BYTES))
    assert request.FILES["file0"].size == MOST_BYTES + 1
    assert request.POST["what_it_is"] == "The report"


def test_several_files_share_one_cap() -> None:
    request = request_with(b"x" * MOST_BYTES, b"y" * MOST_BYTES, b"z" * 9)
    assert [file.size for file in request.FILES.values()] == [MOST_BYTES, 1, 0]


def test_more_files_than_any_form_takes_are_refused(people: Cast, browse: Browse) -> None:
    report = stories.report(people, people.seyi)
    page = reverse("agencies:report_file_add", args=[people.seyi.pk, report.pk])
    files = [SimpleUploadedFile("a.pdf", pdf()) for _ in range(4)]
    answer = browse(people.kemi).post(page, {"file": files})
    assert answer.status_code == 400
    assert not ReportFile.objects.exists()


class Unread:
    """A body of which not a byte may be read."""

    def read(self, *_: int) -> bytes:
        raise AssertionError("The body was read.")


def test_a_request_that_announces_too_much_is_answered_unread() -> None:
    answered: list[str] = []
    refuse = RefuseHugeRequests(lambda request: answered.append("let in"))  # type: ignore[arg-type, return-value]
    request = RequestFactory().post("/")
    request.META |= {"CONTENT_LENGTH": str(MOST_READ + 1), "wsgi.input": Unread()}
    answer: Any = refuse(request)
    assert answer.status_code == 413
    assert "one of up to 10 MB comes in" in answer.content.decode()
    assert answered == []
    request.META["CONTENT_LENGTH"] = str(MOST_READ)
    refuse(request)
    assert answered == ["let in"]


@pytest.mark.parametrize("length", ["", "many", "-1"])
def test_an_announcement_that_is_no_number_is_no_fault(length: str) -> None:
    answered: list[str] = []
    refuse = RefuseHugeRequests(lambda request: answered.append("let in"))  # type: ignore[arg-type, return-value]
    request = RequestFactory().get("/")
    request.META["CONTENT_LENGTH"] = length
    refuse(request)
    assert answered == ["let in"]


def test_the_portal_refuses_it_in_words_before_anybody_is_asked_who_they_are() -> None:
    answer = Client().generic(
        "POST", "/children/add/", b"", MULTIPART_CONTENT, CONTENT_LENGTH=str(10**12)
    )
    assert answer.status_code == 413
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "This is too large" in answer.content.decode()


def test_a_large_file_is_refused_beside_the_field_and_leaves_nothing_on_disk(
    people: Cast, browse: Browse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "FILE_UPLOAD_TEMP_DIR", str(tmp_path))
    report = stories.report(people, people.seyi)
    page = reverse("agencies:report_file_add", args=[people.seyi.pk, report.pk])
    file = SimpleUploadedFile("a.pdf", b"%PDF-" + bytes(2 * MOST_BYTES))
    answer = browse(people.kemi).post(page, {"file": file, "what_it_is": "The report"})
    said = answer.content.decode()
    assert "This file is larger than 10 MB" in said
    assert 'value="The report"' in said
    assert list(tmp_path.iterdir()) == []
