"""The words of a report are read out page by page, in the bounded process and nowhere else."""

from agencies.intake.examiner import examine
from agencies.intake.kinds import MOST_LETTERS_OF_A_PAGE
from tests.agencies.intake.good_files import body, docx, numbered, picture

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def para(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def pages_of_pdf(*pages: str) -> bytes:
    """A PDF with these words on its pages, an empty page for empty words."""
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
    first = 4
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [%s] /Count %d>>" % (kids, len(pages)),
        font,
    ]
    for number, words in enumerate(pages):
        lines = words.encode("cp1252").split(b"\n")
        shown = b" T* ".join(b"(%s) Tj" % line for line in lines)
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td %s ET" % shown
        objects += [
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources <</Font <</F1 3 0 R>>>>>>" % (first + 2 * number + 1),
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    return numbered(objects)


def test_each_page_of_a_pdf_has_its_words() -> None:
    found = examine(pages_of_pdf("Say the name, then wait.", "", "Page three\nTwo lines"), "a.pdf")
    assert found.texts == ("Say the name, then wait.", "", "Page three\nTwo lines")


def test_a_scan_has_pages_without_words() -> None:
    assert examine(pages_of_pdf("", ""), "scan.pdf").texts == ("", "")


def test_a_picture_has_no_pages_of_words() -> None:
    assert examine(picture(), "photo.jpg").texts == ()


def test_the_paragraphs_of_a_word_document_are_lines_and_its_pages_are_kept() -> None:
    inner = para("First") + para("Second") + BREAK + para("On page two")
    found = examine(docx({"word/document.xml": body(inner)}), "a.docx")
    assert [page.strip() for page in found.texts] == ["First\nSecond", "On page two"]


def test_a_page_break_told_twice_is_one() -> None:
    inner = para("One") + BREAK + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>"
    found = examine(docx({"word/document.xml": body(inner)}), "a.docx")
    assert [page.strip() for page in found.texts] == ["One", "Two"]


def test_what_was_struck_out_and_what_is_told_twice_is_left_out() -> None:
    inner = (
        para("Kept")
        + "<w:p><w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del></w:p>"
        + "<w:p><w:Fallback><w:r><w:t>Told twice</w:t></w:r></w:Fallback></w:p>"
        + para("And kept")
    )
    found = examine(docx({"word/document.xml": body(inner)}), "a.docx")
    assert "".join(found.texts).split() == ["Kept", "And", "kept"]


def test_unseen_characters_are_not_read_out() -> None:
    found = examine(docx({"word/document.xml": body(para("Wait\u202e five"))}), "a.docx")
    assert found.texts[0].strip() == "Wait five"


def test_of_a_page_without_end_only_so_much_is_read_out() -> None:
    found = examine(docx({"word/document.xml": body(para("word " * 50_000))}), "a.docx")
    assert len(found.texts[0]) == MOST_LETTERS_OF_A_PAGE
