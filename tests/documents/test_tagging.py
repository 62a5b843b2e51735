"""What a screen reader is told: language, title, headings and table headers."""

from io import BytesIO

import pikepdf

from tests.documents.reading import tags_of


def test_the_paper_says_its_language_title_and_author(plan_paper: bytes) -> None:
    with pikepdf.open(BytesIO(plan_paper)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "Individual Support Plan 3, version 2: Zosia"
        assert str(pdf.docinfo["/Author"]) == "Llwyn Hazel Nursery"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert pdf.Root.MarkInfo.Marked is True
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_one_first_heading_then_sections_then_lines(plan_paper: bytes) -> None:
    headings = [tag for tag, _ in tags_of(plan_paper) if tag in {"H1", "H2", "H3"}]
    assert headings == ["H1", "H2", "H3", "H3", "H3", "H2", "H3", "H3", "H2", "H2"]


def test_every_table_header_says_what_it_heads(long_paper: bytes) -> None:
    scopes = [attributes["scope"] for tag, attributes in tags_of(long_paper) if tag == "TH"]
    assert len(scopes) >= 7 * 5
    assert set(scopes) == {"/Column"}


def test_every_figure_has_words_of_its_own(plan_paper: bytes) -> None:
    assert [alt for tag, alt in tags_of(plan_paper) if tag == "Figure" and not alt["alt"]] == []


def test_the_familys_words_are_tagged_as_a_quotation(plan_paper: bytes) -> None:
    assert "BlockQuote" in [tag for tag, _ in tags_of(plan_paper)]


def test_nothing_is_attached_and_nothing_runs(plan_paper: bytes) -> None:
    with pikepdf.open(BytesIO(plan_paper)) as pdf:
        assert not pdf.attachments
        assert "/OpenAction" not in pdf.Root
        assert "/JavaScript" not in pdf.Root.get("/Names", pikepdf.Dictionary())
    assert b"CreationDate" not in plan_paper
