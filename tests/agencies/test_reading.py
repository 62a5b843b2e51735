"""A report is read beside the form: its own sentences are chosen with one press, and then edited."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies import actions
from agencies.intake.examiner import examine
from agencies.models import FileText, Recommendation, Report, ReportFile
from tests.agencies.intake.good_files import picture
from tests.agencies.intake.test_words_read_out import pages_of_pdf
from tests.agencies.test_recommendations import asked as both_questions_answered
from tests.agencies.test_recommendations import line, outcome, page_of, report
from tests.people import STORY, Cast

Browse = Callable[..., Client]
FIRST = "Seyi was seen in clinic.\nHe likes cars."
SECOND = "Recommendations\nSay his name and wait five seconds.\nCopy what he says. Add one word."


def with_file(people: Cast, *pages: str, name: str = "report.pdf") -> Report:
    found = report(people)
    file = examine(pages_of_pdf(*pages) if pages else picture(), name)
    actions.add_report_file(report=found, file=file, what_it_is="The report", by=STORY)
    return found


def read(client: Client, people: Cast, found: Report, query: str = "") -> str:
    answer = client.get(page_of(people, found) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_page_of_the_report_stands_beside_the_form(people: Cast, browse: Browse) -> None:
    found, kemi = with_file(people, FIRST, SECOND), browse(people.kemi)
    assert "Page 1 of 2" in read(kemi, people, found)
    text = read(kemi, people, found, "?at=2")
    for words in ("Say his name and wait five seconds.", "Copy what he says.", "Add one word."):
        assert f">{words}</button>" in text
    assert "He likes cars" not in text


def test_a_sentence_is_chosen_with_one_press_and_its_page_goes_with_it(
    people: Cast, browse: Browse
) -> None:
    found, kemi = with_file(people, FIRST, SECOND), browse(people.kemi)
    text = read(kemi, people, found, "?at=2&take=2&kind=strategy")
    assert "Say his name and wait five seconds.</textarea>" in text
    assert 'name="page" value="2"' in text
    assert not Recommendation.objects.exists()  # choosing writes nothing down


def test_what_was_chosen_is_edited_and_written_down_and_the_page_stays_open(
    people: Cast, browse: Browse
) -> None:
    found, kemi = with_file(people, FIRST, SECOND), browse(people.kemi)
    values = {"kind": "strategy", "words": "Say the name, wait five seconds", "page": "2"}
    answer = kemi.post(f"{page_of(people, found)}?at=2&take=2", values)
    text = kemi.get(answer["Location"].split("#")[0]).content.decode()
    assert "Page 2 of 2" in text
    row = Recommendation.objects.get()
    assert (row.words, row.page) == ("Say the name, wait five seconds", "2")


def test_a_sentence_that_is_written_down_says_so(people: Cast, browse: Browse) -> None:
    found = with_file(people, FIRST, SECOND)
    line(found, words="Copy what he says.")
    assert read(browse(people.kemi), people, found, "?at=2").count("Written down</span>") == 1


@pytest.mark.parametrize(
    "query", ["?at=99", "?at=-1", "?at=x", "?at=²", "?take=99", "?file=nothing"]
)
def test_an_address_that_was_made_up_shows_a_page_all_the_same(
    people: Cast, browse: Browse, query: str
) -> None:
    found = with_file(people, FIRST, SECOND)
    assert "of 2" in read(browse(people.kemi), people, found, query)


def test_a_scan_says_that_it_has_no_words_and_lets_one_type(people: Cast, browse: Browse) -> None:
    found, kemi = with_file(people, name="scan.jpg"), browse(people.kemi)
    text = read(kemi, people, found)
    assert "no words that can be read out" in text
    values = {"kind": "target", "words": "Signs “more”", "page": "4"}
    assert kemi.post(page_of(people, found), values).status_code == 302


def test_one_scanned_page_among_others_says_so(people: Cast, browse: Browse) -> None:
    found = with_file(people, FIRST, "")
    assert "Page 2 of 2 has no words" in read(browse(people.kemi), people, found, "?at=2")


def test_the_words_of_a_file_that_was_taken_off_are_not_shown(people: Cast, browse: Browse) -> None:
    found = with_file(people, FIRST)
    actions.take_off_report_file(file=ReportFile.objects.get(), because="Wrong", by=STORY)
    assert "He likes cars" not in read(browse(people.kemi), people, found)
    assert FileText.objects.count() == 1


def test_markup_in_a_report_stays_text(people: Cast, browse: Browse) -> None:
    found = with_file(people, "<script>alert(1)</script> {{ child }}")
    text = read(browse(people.kemi), people, found)
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ child }}" in text


def test_reading_asks_the_same_number_of_queries_for_any_number_of_pages(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    few, many = with_file(people, FIRST), with_file(people, *[f"{FIRST} {n}" for n in range(12)])
    counts = []
    for found in (few, many):
        with CaptureQueriesContext(connection) as asked:
            read(kemi, people, found)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_nobody_reads_another_childs_report(people: Cast, browse: Browse) -> None:
    found = with_file(people, FIRST)
    for reader, child in ((people.olga, people.seyi), (people.sam, people.zofia)):
        page = reverse("agencies:recommendations", args=[child.pk, found.pk])
        assert browse(reader).get(page).status_code == 404


def holds_page(people: Cast, found: Report) -> str:
    return reverse("agencies:report_holds", args=[people.seyi.pk, found.pk])


def unmarked(people: Cast) -> Report:
    """A report recorded as holding neither, so that its lines say what it holds."""
    return report(people, strategies=False)


def test_what_a_report_holds_follows_its_lines_both_ways(people: Cast) -> None:
    """C1"""
    both_questions_answered(people)
    found = unmarked(people)
    written = line(found, "target")
    assert outcome(people) == "NOT_REQUIRED_TARGETS"
    actions.take_off_recommendation(line=written, by=STORY)
    assert outcome(people) == "AWAITING_REPORT"
    assert not Report.objects.get().holds_targets


def test_a_target_corrected_to_a_strategy_is_no_target_any_more(people: Cast) -> None:
    """C1"""
    both_questions_answered(people)
    written = line(unmarked(people), "target")
    values = {"kind": "strategy", "words": "Wait", "page": "3"}
    actions.change_recommendation(line=written, values=values, seen_version=1, by=STORY)
    assert outcome(people) == "REQUIRED_STRATEGIES"


def test_what_it_holds_is_set_by_hand_with_a_reason_and_the_answer_follows(
    people: Cast, browse: Browse
) -> None:
    """C1"""
    both_questions_answered(people)
    found, kemi = unmarked(people), browse(people.kemi)
    values = {
        "holds_strategies": "True",
        "holds_targets": "True",
        "seen_version": found.row_version,
    }
    assert "Say why" in kemi.post(holds_page(people, found), values).content.decode()
    assert outcome(people) == "AWAITING_REPORT"
    kemi.post(holds_page(people, found), {**values, "holds_because": "A table of targets, page 9"})
    assert outcome(people) == "NOT_REQUIRED_TARGETS"
    assert "A table of targets, page 9" in read(kemi, people, found)
    actions.take_off_recommendation(line=line(found, "target"), by=STORY)
    assert outcome(people) == "NOT_REQUIRED_TARGETS"  # it was said by hand


def test_two_people_who_say_what_it_holds_both_keep_their_words(
    people: Cast, browse: Browse
) -> None:
    found, kemi = unmarked(people), browse(people.kemi)
    seen = found.row_version
    for because in ("First", "Second"):
        text = kemi.post(
            holds_page(people, found),
            {
                "holds_strategies": "True",
                "holds_targets": "False",
                "holds_because": because,
                "seen_version": seen,
            },
        ).content.decode()
    assert "Somebody else saved this" in text
    assert "Second</textarea>" in text
