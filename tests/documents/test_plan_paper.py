"""The plan on paper says every word that was entered, and says on each page what it is."""

from dataclasses import replace
from datetime import date

import pytest

from isp_portal.documents.facts import FamilySay, PlanPaper, Recipient, texts
from isp_portal.documents.paper import TextTooLong, plan_html, plan_pdf, plan_print_view
from tests.documents.reading import pages_of, squeezed, text_of
from tests.documents.samples import HOSTILE, LONG_PLAN, PLAN, hostile_plan

CODES = ("source.kind", "answer", "letter", "language", "clauses")


def entered(plan: PlanPaper) -> list[tuple[str, str]]:
    """Every text of the plan that a person typed or chose."""
    return [(path, text) for path, text in texts(plan) if path.rpartition(".")[2] not in CODES]


@pytest.mark.parametrize(("path", "text"), [pair for pair in entered(PLAN) if pair[1]])
def test_every_line_entered_is_on_the_paper(path: str, text: str, plan_paper: bytes) -> None:
    if path.endswith("kind"):
        text = text.capitalize()
    assert squeezed(text) in text_of(plan_paper)


def test_polish_and_welsh_letters_come_back_letter_for_letter(plan_paper: bytes) -> None:
    plan = replace(PLAN, strengths="ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ âêîôûŵŷ ÂÊÎÔÛŴŶ äëïöü")
    assert squeezed(plan.strengths) in text_of(plan_pdf(plan))
    assert "Ŵyn-Hughes" in text_of(plan_paper)


def test_every_page_names_the_child_the_version_the_copy_and_its_number(long_paper: bytes) -> None:
    pages = pages_of(long_paper)
    for number, page in enumerate(pages, start=1):
        words = squeezed(page)
        assert squeezed("Zosia (Zofia Grażyna Wójcik-Łęcka)") in words
        assert (
            squeezed("Plan 3, version 2 of 16 Nov 2026, replaces version 1 of 2 Nov 2026") in words
        )
        assert squeezed("copy for Grażyna Wójcik, mother, issued Mon 23 Nov 2026") in words
        assert squeezed("private: about a child") in words
        assert f"Page{number}of{len(pages)}" in words


def test_an_ordinary_plan_is_one_sheet_with_the_record_on_its_back(plan_paper: bytes) -> None:
    front, back = pages_of(plan_paper)
    assert "What adults do" in front
    assert "Record of intervention" not in front
    assert "Record of intervention" in back
    assert back.count("What we saw") == 7  # one small table for each week to the review


def test_a_long_plan_flows_on_and_loses_no_word(long_paper: bytes) -> None:
    words = text_of(long_paper)
    missing = [
        path
        for path, text in entered(LONG_PLAN)
        if "kind" not in path and squeezed(text) not in words
    ]
    assert not missing
    assert 4 < len(pages_of(long_paper)) < 18


def test_long_facts_stand_below_each_other_so_that_no_narrow_column_fills_a_page() -> None:
    long = plan_html(LONG_PLAN)
    assert long.count('class="facts stacked"') == 16
    assert "stacked" not in plan_html(PLAN)


def test_markup_and_template_text_come_out_as_text_in_every_field() -> None:
    plan = hostile_plan()
    words = text_of(plan_pdf(plan))
    typed = [text for _, text in texts(plan) if text.startswith(HOSTILE)]
    assert len(typed) == 27
    assert [text for text in typed if squeezed(text) not in words] == []


def test_the_page_behind_the_paper_holds_no_markup_that_people_typed() -> None:
    html = plan_html(hostile_plan())
    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7|add:7 }}" in html.replace("&#x27;", "'")


def test_a_text_longer_than_a_paper_carries_is_refused_by_name() -> None:
    with pytest.raises(TextTooLong, match="strengths has 6001 characters"):
        plan_html(replace(PLAN, strengths="x" * 6001))


def test_control_characters_are_left_out() -> None:
    html = plan_html(replace(PLAN, strengths="Hums\x00 and\x0b\x1b sings\nall day"))
    assert "Hums and sings\nall day" in html


def test_a_first_issue_replaces_nothing_and_has_no_change_box() -> None:
    first = replace(PLAN, version=1, replaces="", changed=None)
    html = plan_html(first)
    assert "replaces nothing" in html
    assert "Changed since" not in html


def test_the_copy_for_the_file_says_so() -> None:
    assert "Copy for the child’s file" in plan_html(replace(PLAN, recipient=Recipient()))


def test_the_reason_stands_where_the_family_has_not_been_heard() -> None:
    family = FamilySay(why_not_obtained="Two calls and a letter, no answer yet.")
    assert "Two calls and a letter" in plan_html(replace(PLAN, family=family))


def test_a_plan_of_strategies_alone_says_that_it_has_no_targets() -> None:
    words = text_of(plan_pdf(replace(PLAN, targets=())))
    assert squeezed("none in this plan: it says what adults do") in words


def test_an_unsigned_form_never_leads_to_an_answer() -> None:
    unsigned = replace(PLAN, sign_offs=(replace(PLAN.sign_offs[2], answer=""),))
    html = plan_html(unsigned)
    for answer in ("Agree", "Agree, with comments", "Do not agree", "Not reached"):
        assert f">{answer}</span>" in html
    assert "chosen" not in html


@pytest.mark.parametrize("due", [date(2026, 12, 11), date(2026, 12, 18), date(2026, 12, 29)])
def test_the_empty_record_ends_on_one_side_for_any_ordinary_window(due: date) -> None:
    assert len(pages_of(plan_pdf(replace(PLAN, due_on=due)))) == 2


def test_the_print_view_shows_the_same_words_with_linked_styles_only() -> None:
    page = plan_print_view(PLAN)
    assert PLAN.strategies[1].what_adults_do in page
    assert "css/paper/plan.css" in page
    assert "<style" not in page
    assert "style=" not in page
    assert "<script" not in page
