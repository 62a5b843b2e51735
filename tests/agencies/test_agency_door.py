"""A professional opens one request by a link and a code, and sends the report or an answer (C7)."""

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
from agencies.intake.examiner import examine
from agencies.models import (
    FileText,
    Report,
    ReportFile,
    ReportRequest,
    RequestAnswer,
    RequestKind,
)
from children.models import AccessEvent
from plans.models import RequirementDecision
from tests.agencies.intake.good_files import pdf, picture
from tests.agencies.intake.test_words_read_out import pages_of_pdf
from tests.agencies.links import address, inside, linked
from tests.agencies.test_recommendations import asked as both_questions_answered
from tests.agencies.test_recommendations import line, outcome, report
from tests.people import STORY, Cast, seen_by_theo
from tests.plans import stories

ABOUT_SEYI = (
    "Speech and language report. Seyi Adeyemi-Blackwood, born 14.02.2023. Wait five seconds."
)


def report_of(words: str = ABOUT_SEYI) -> bytes:
    return pages_of_pdf(words)


def send(client: Client, token: str, sent: bytes | None = None, **more: Any) -> Any:
    file = SimpleUploadedFile("SLT report.pdf", report_of() if sent is None else sent)
    values = {"file": file, "dated_on": "16 11 26", **more}
    return client.post(address(token, "request/"), values)


def in_storage() -> set[str]:
    return {path.name for path in (settings.PRIVATE_FILES_DIR / "received").glob("*")}


def test_behind_the_code_stands_what_the_letter_would_say_and_nothing_else(people: Cast) -> None:
    _, token = linked(people)
    stories.complete(people)
    text = inside(token).get(address(token, "request/")).content.decode()
    for said in ("Oluwaseyifunmi Adeyemi-Blackwood", "14 Feb 2023", "a copy of your report"):
        assert said in text
    assert "Priya Blackwood" in text
    assert "consented on Mon 2 Nov" in text
    for hidden in ("No report has come since", "Orchard", "Kemi", "Zofia", "/children/", "English"):
        assert hidden not in text


def test_who_looked_by_a_link_is_noted(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    assert not AccessEvent.objects.exists()
    client.get(address(token, "request/"))
    event = AccessEvent.objects.of_child(people.seyi).get()
    assert (event.actor_kind, event.actor_label) == ("professional", "Theo Marsh")
    assert event.under_right == "Link to one request"


def test_a_report_sent_by_link_comes_from_the_agency_and_waits_for_a_look(people: Cast) -> None:
    _, token = linked(people)
    answer = send(inside(token), token)
    assert answer["Location"] == "/agencies/door-thanks/"
    found = Report.objects.get()
    assert (found.received_from, found.awaits_look) == ("agency", True)
    assert (found.dated_on, found.written_by) == (date(2026, 11, 16), "Theo Marsh")
    assert found.history.get().history_user.kind == "professional"
    file = ReportFile.objects.get()
    assert file.added_by == "Theo Marsh"
    assert FileText.objects.get(file=file).pages == [ABOUT_SEYI]
    request = ReportRequest.objects.get()
    assert request.answered_by == found


def test_once_the_report_came_the_link_opens_nothing(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    send(client, token)
    assert client.get(address(token)).status_code == 404
    assert send(client, token, report_of(ABOUT_SEYI + " Again")).status_code == 404
    assert Report.objects.count() == 1


def test_a_report_that_nobody_looked_at_counts_for_nothing(people: Cast) -> None:
    """C1: an unread report with neither strategies nor targets must not hide the one before."""
    both_questions_answered(people)
    seen_by_theo(people)
    line(report(people))
    assert outcome(people) == "REQUIRED_STRATEGIES"
    _, token = linked(people)
    send(inside(token), token)
    newest = Report.objects.get(awaits_look=True)
    assert outcome(people) == "REQUIRED_STRATEGIES"
    actions.look_at_report(report=newest, by=people.sam.as_actor())
    assert outcome(people) == "AWAITING_REPORT"
    line(newest, "target")
    assert outcome(people) == "NOT_REQUIRED_TARGETS"


def test_marking_something_in_it_is_a_look(people: Cast) -> None:
    _, token = linked(people)
    send(inside(token), token)
    line(Report.objects.get())
    found = Report.objects.get()
    assert not found.awaits_look
    assert found.holds_strategies


def test_a_wrong_report_put_aside_unread_opens_the_request_and_the_link_again(
    people: Cast,
) -> None:
    _, token = linked(people)
    send(inside(token), token)
    actions.withdraw_report(report=Report.objects.get(), because="Blank pages", by=STORY)
    request = ReportRequest.objects.get()
    assert (request.closed_on, request.answered_by) == (None, None)
    assert Client().get(address(token)).status_code == 200


def test_a_report_that_does_not_name_the_child_is_asked_about(people: Cast) -> None:
    _, token = linked(people)
    client, before = inside(token), in_storage()
    answer = send(client, token, report_of("A report about Maisie Carter, born 1.5.2022"))
    text = answer.content.decode()
    assert "The name of the child is not in this file" in text
    assert 'type="checkbox" name="checked"' in text
    assert not Report.objects.exists()
    assert in_storage() == before
    assert ReportRequest.objects.open().exists()
    again = send(client, token, report_of("A report about S. A.-B."), checked="on")
    assert again.status_code == 302


def test_another_childs_report_is_refused_without_saying_whose_it_is(people: Cast) -> None:
    zofias = stories.report(people, people.zofia)
    sent = report_of(ABOUT_SEYI)
    file = examine(sent, "Zofia Wisniewska.pdf")
    actions.add_report_file(report=zofias, file=file, what_it_is="", by=STORY)
    _, token = linked(people)
    text = send(inside(token), token, sent).content.decode()
    assert "came before, about somebody else" in text
    assert "Zofia" not in text
    assert not Report.objects.filter(child=people.seyi).exists()


@pytest.mark.parametrize(
    ("sent", "name", "says"),
    [
        (b"", "report.pdf", "There is nothing in this file"),
        (b"MZ\x90", "report.pdf", "not what its name says"),
        (pdf(), "report.exe", "Only PDF, Word"),
        (pdf()[:-30], "report.pdf", "could not be read to its end"),
    ],
)
def test_what_no_member_of_staff_could_upload_no_professional_can(
    people: Cast, sent: bytes, name: str, says: str
) -> None:
    _, token = linked(people)
    before = in_storage()
    file = SimpleUploadedFile(name, sent)
    answer = inside(token).post(address(token, "request/"), {"file": file, "dated_on": "16 11 26"})
    assert says in answer.content.decode()
    assert not Report.objects.exists()
    assert in_storage() == before


def test_a_scan_is_taken_without_a_name_to_look_for(people: Cast) -> None:
    _, token = linked(people)
    file = SimpleUploadedFile("scan.jpg", picture())
    values = {"file": file, "dated_on": "16 11 26"}
    assert inside(token).post(address(token, "request/"), values).status_code == 302


@pytest.mark.parametrize(
    ("on", "says"), [("24 11 26", "still to come"), ("", "Write the date"), ("1 1 19", "born")]
)
def test_a_day_that_cannot_be_right_is_explained(people: Cast, on: str, says: str) -> None:
    _, token = linked(people)
    assert says in send(inside(token), token, dated_on=on).content.decode()


def test_a_browser_forgets_a_file_and_the_page_says_so(people: Cast) -> None:
    _, token = linked(people)
    client, again = inside(token), "Choose the file again"
    assert again in send(client, token, dated_on="").content.decode()
    assert again not in client.get(address(token, "request/")).content.decode()
    nothing_sent = client.post(address(token, "request/"), {"dated_on": ""})
    assert again not in nothing_sent.content.decode()


def test_an_old_report_does_not_answer_a_request_for_a_new_one(people: Cast) -> None:
    """C6.1"""
    link, token = linked(people)
    request = link.request
    request.kind = RequestKind.OBSERVATION
    request.record(by=STORY)
    text = send(inside(token), token, dated_on="1 11 26").content.decode()
    assert "A new report is asked for" in text
    assert not Report.objects.exists()
    assert send(inside(token), token, dated_on="3 11 26").status_code == 302


def test_an_answer_in_words_is_kept_and_shown_and_closes_nothing(people: Cast) -> None:
    _, token = linked(people)
    client = inside(token)
    values = {"kind": "will_send", "will_send_on": "4 12 26", "words": "After the clinic on 2 Dec"}
    client.post(address(token, "answer/"), values)
    answer = RequestAnswer.objects.get()
    assert (answer.answered_by, answer.will_send_on) == ("Theo Marsh", date(2026, 12, 4))
    assert "After the clinic" in client.get(address(token, "request/")).content.decode()
    assert ReportRequest.objects.open().exists()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({}, "Choose one of the three answers"),
        ({"kind": "will_send"}, "Say by when you will send it"),
        ({"kind": "will_send", "will_send_on": "1 11 26"}, "This day is over"),
    ],
)
def test_an_answer_says_what_is_missing(people: Cast, values: dict[str, str], says: str) -> None:
    _, token = linked(people)
    answer = inside(token).post(address(token, "answer/"), values)
    assert says in answer.content.decode()
    assert not RequestAnswer.objects.exists()


def test_consent_withdrawn_between_the_button_and_the_click_keeps_nothing(people: Cast) -> None:
    """C7"""
    link, token = linked(people)
    client = inside(token)
    actions.withdraw_consent(consent=people.seyi.consents.get(), because="No more", by=STORY)
    assert send(client, token).status_code == 404
    assert client.post(address(token, "answer/"), {"kind": "no_report"}).status_code == 404
    with pytest.raises(Refused, match="withdrew consent"):
        actions.answer_request(link=link, values={"kind": "no_report"}, by=link.holder())
    assert not Report.objects.exists()


def test_a_closed_request_closes_its_link(people: Cast) -> None:
    link, token = linked(people)
    client = inside(token)
    actions.close_request(request=link.request, because="The family moved", by=STORY)
    assert client.get(address(token, "request/")).status_code == 404


def test_a_report_on_its_way_by_link_is_seen_where_reports_are_chased(people: Cast) -> None:
    from agencies.queries.chase.rows import chase_of

    _, token = linked(people)
    send(inside(token), token)
    (row,) = chase_of(people.seyi, people.sam, date(2026, 11, 23))
    assert "nobody here has looked at it yet" in row.known
    assert row.act == "Mark what it says"


def test_no_answer_has_been_decided_before_anybody_looked(people: Cast) -> None:
    _, token = linked(people)
    send(inside(token), token)
    assert not RequirementDecision.objects.filter(outcome="REQUIRED_STRATEGIES").exists()


def test_a_report_that_waits_for_a_look_says_so_and_is_read_with_one_press(
    people: Cast, browse: Callable[..., Client]
) -> None:
    _, token = linked(people)
    send(inside(token), token)
    found, sam = Report.objects.get(), browse(people.sam)
    page = reverse("agencies:recommendations", args=[people.seyi.pk, found.pk])
    assert "nobody here has looked at it yet" in sam.get(page).content.decode()
    child_page = reverse("dashboards:child", args=[people.seyi.pk])
    assert "Came in: look at it" in sam.get(child_page).content.decode()
    sam.post(reverse("agencies:report_look", args=[people.seyi.pk, found.pk]))
    assert "nobody here has looked" not in sam.get(page).content.decode()
    assert Report.objects.get().history.first().history_user.label == "Sam Whitlock"
