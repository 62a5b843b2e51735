"""A report's file is put on it, read again, and taken off with a reason; nobody else's is reached."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.rules.refusal import Refused
from agencies import actions
from agencies.intake import store
from agencies.intake.examiner import examine
from agencies.models import Report, ReportFile
from children.models import AccessEvent
from tests.agencies.intake.good_files import docx, pdf, picture
from tests.people import STORY, Cast
from tests.plans import stories

Browse = Callable[..., Client]


def add_page(report: Report) -> str:
    return reverse("agencies:report_file_add", args=[report.child_id, report.pk])


def files_page(report: Report) -> str:
    return reverse("agencies:report_files", args=[report.child_id, report.pk])


def file_page(file: ReportFile) -> str:
    return reverse("agencies:report_file", args=[file.report.child_id, file.pk])


def send(client: Client, report: Report, sent: bytes, name: str = "Seyi.pdf", **more: str) -> Any:
    file = SimpleUploadedFile(name, sent)
    return client.post(add_page(report), {"file": file, "what_it_is": "The report", **more})


def kept(
    people: Cast, report: Report, sent: bytes | None = None, name: str = "Seyi.pdf"
) -> ReportFile:
    return actions.add_report_file(
        report=report,
        file=examine(sent or pdf(), name),
        what_it_is="",
        by=people.kemi.as_actor(),
    )


def in_storage() -> set[str]:
    return {path.name for path in (settings.PRIVATE_FILES_DIR / "received").glob("*")}


def test_a_key_person_puts_a_file_on_a_report_and_reads_it_again(
    people: Cast, browse: Browse
) -> None:
    client, report = browse(people.kemi), stories.report(people, people.seyi)
    assert send(client, report, pdf())["Location"] == files_page(report)
    file = ReportFile.objects.get()
    assert (file.size, file.kind, file.page_count) == (len(pdf()), "pdf", 1)
    assert (file.added_by, file.history.get().actor_label) == ("Kemi Adebayo", "Kemi Adebayo")
    listed = client.get(files_page(report)).content.decode()
    assert "The report" in listed
    assert "Seyi.pdf · PDF, 1 page" in listed
    assert client.get(file_page(file)).content == pdf()


def test_a_word_file_comes_back_byte_for_byte(people: Cast, browse: Browse) -> None:
    file = kept(people, stories.report(people, people.seyi), docx(), "Seyi.docx")
    assert browse(people.sam).get(file_page(file)).content == docx()


def test_a_file_is_handed_out_sealed_and_under_a_name_that_tells_of_nobody(
    people: Cast, browse: Browse
) -> None:
    file = kept(people, stories.report(people, people.seyi))
    answer = browse(people.kemi).get(file_page(file))
    name = f"report-{file.report.dated_on:%Y-%m-%d}.pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/pdf"
    assert "Seyi" not in str(answer.headers)
    assert (
        AccessEvent.objects.of_child(people.seyi).filter(page="agencies:report_file").count() == 1
    )


def test_a_stored_file_has_a_name_that_says_nothing(people: Cast) -> None:
    before = in_storage()
    file = kept(people, stories.report(people, people.seyi))
    (name,) = in_storage() - before
    assert file.stored_as == f"received/{name}"
    assert len(name) == 32
    assert "." not in name


def test_what_is_wrong_stands_beside_the_field_and_the_rest_stays(
    people: Cast, browse: Browse
) -> None:
    client, report = browse(people.kemi), stories.report(people, people.seyi)
    page = send(client, report, b"<html>", what_it_is="Letter of 2 Nov").content.decode()
    assert "What is in this file is not what its name says" in page
    assert "a browser forgets the file: choose one again" in page
    assert 'value="Letter of 2 Nov"' in page
    assert not ReportFile.objects.exists()


def test_without_a_file_the_form_asks_for_one(people: Cast, browse: Browse) -> None:
    report = stories.report(people, people.seyi)
    page = browse(people.kemi).post(add_page(report), {"file": "Seyi.pdf"}).content.decode()
    assert "Choose the file" in page


def test_the_form_says_what_comes_in_and_sends_files_without_script(
    people: Cast, browse: Browse
) -> None:
    page = browse(people.kemi).get(add_page(stories.report(people, people.seyi))).content.decode()
    assert "PDF, Word (.docx), JPEG or PNG, up to 10 MB and 300 pages" in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize("name", ["Seyi.pdf", "another name.pdf"])
def test_the_same_file_twice_is_noticed(people: Cast, browse: Browse, name: str) -> None:
    client, report = browse(people.kemi), stories.report(people, people.seyi)
    kept(people, report)
    other = Report(
        child=people.seyi,
        agency=people.speech,
        dated_on=date(2026, 10, 12),
        received_on=date(2026, 10, 20),
        received_from="agency",
        holds_strategies=True,
        holds_targets=False,
    ).record(by=STORY)
    before = in_storage()
    page = send(client, other, pdf(), name).content.decode()
    assert "This file is already on the report of" in page
    assert "as Seyi.pdf" in page
    assert ReportFile.objects.count() == 1
    assert in_storage() == before


def test_a_picture_that_was_drawn_anew_is_known_again(people: Cast) -> None:
    report = stories.report(people, people.seyi)
    first = kept(people, report, picture(), "Seyi.jpg")
    for again in (picture(), store.read(first.kept)):
        with pytest.raises(Refused, match="already on the report"):
            kept(people, report, again, "Seyi.jpg")


def test_a_file_that_came_before_about_another_child_is_asked_about_once(
    people: Cast, browse: Browse
) -> None:
    kept(people, stories.report(people, people.zofia), name="Zofia.pdf")
    client, report = browse(people.kemi), stories.report(people, people.seyi)
    text = send(client, report, pdf()).content.decode()
    assert "came before, about somebody else" in text
    assert "Zofia" not in text
    assert ReportFile.objects.count() == 1
    assert 'type="checkbox" name="checked"' in text
    assert send(client, report, pdf(), checked="on").status_code == 302
    assert ReportFile.objects.count() == 2


def test_the_same_file_at_another_setting_is_nobodys_business(people: Cast) -> None:
    kept(people, stories.report(people, people.bilal))
    kept(people, stories.report(people, people.seyi))
    assert ReportFile.objects.count() == 2


def test_a_file_is_taken_off_with_a_reason_and_stays_on_record(
    people: Cast, browse: Browse
) -> None:
    client, report = browse(people.kemi), stories.report(people, people.seyi)
    file = kept(people, report)
    take_off = reverse("agencies:report_file_take_off", args=[people.seyi.pk, file.pk])
    assert "Say why" in client.post(take_off, {"because": ""}).content.decode()
    assert client.get(file_page(file)).status_code == 200
    assert client.post(take_off, {"because": "About another child"}).status_code == 302
    assert "About another child" in client.get(files_page(report)).content.decode()
    assert client.get(file_page(file)).status_code == 404
    file.refresh_from_db()
    assert file.removed_by == "Kemi Adebayo"
    assert file.history.first().history_change_reason == "Taken off: About another child"
    assert file.stored_as.split("/")[1] in in_storage()
    kept(people, report)


def test_a_withdrawn_report_takes_no_file(people: Cast, browse: Browse) -> None:
    report = stories.report(people, people.seyi)
    file = kept(people, report)
    actions.withdraw_report(report=report, because="Wrong child", by=people.sam.as_actor())
    client, before = browse(people.kemi), in_storage()
    assert "This report is withdrawn" in send(client, report, docx(), "a.docx").content.decode()
    assert "Add a file" not in client.get(files_page(report)).content.decode()
    assert client.get(file_page(file)).status_code == 200
    assert in_storage() == before


def test_another_settings_file_is_not_there(people: Cast, browse: Browse) -> None:
    report = stories.report(people, people.seyi)
    file = kept(people, report)
    for stranger in (people.olga, people.mo, people.dele):
        client = browse(stranger)
        for page in (file_page(file), files_page(report), add_page(report)):
            assert client.get(page).status_code == 404
        assert send(client, report, docx(), "a.docx").status_code == 404
    through_bilal = reverse("agencies:report_file", args=[people.bilal.pk, file.pk])
    assert browse(people.olga).get(through_bilal).status_code == 404


def test_a_manager_reads_and_does_not_add(people: Cast, browse: Browse) -> None:
    report = stories.report(people, people.seyi)
    file, client = kept(people, report), browse(people.ruth)
    assert client.get(file_page(file)).status_code == 200
    assert "Add a file" not in client.get(files_page(report)).content.decode()
    assert send(client, report, docx(), "a.docx").status_code == 403


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_file_that_is_not_as_it_came_in_is_not_handed_out(
    people: Cast, browse: Browse, harm: str
) -> None:
    file = kept(people, stories.report(people, people.seyi))
    path = settings.PRIVATE_FILES_DIR / file.stored_as
    path.unlink() if harm == "gone" else path.write_bytes(pdf()[:-1] + b" ")
    answer = browse(people.kemi).get(file_page(file), follow=True)
    assert "Restore it from a backup" in answer.content.decode()


def test_without_a_row_no_bytes_stay(people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    report, before = stories.report(people, people.seyi), in_storage()

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("The database went away")

    monkeypatch.setattr(ReportFile, "record", breaks)
    with pytest.raises(RuntimeError, match="went away"):
        kept(people, report)
    assert in_storage() == before


def test_the_childs_page_says_how_many_files_a_report_has(people: Cast, browse: Browse) -> None:
    report = stories.report(people, people.seyi)
    page = reverse("dashboards:child", args=[people.seyi.pk])
    client = browse(people.kemi)
    assert "No file yet" in client.get(page).content.decode()
    kept(people, report)
    taken = kept(people, report, docx(), "a.docx")
    assert "2 files" in client.get(page).content.decode()
    actions.take_off_report_file(file=taken, because="Twice", by=STORY)
    assert "1 file<" in client.get(page).content.decode()
