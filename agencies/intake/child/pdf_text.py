"""Reads the words of a PDF, page by page. Only of one that was looked through before."""

import codecs

import pypdfium2

from agencies.intake.kinds import MOST_LETTERS, MOST_LETTERS_OF_A_PAGE

codecs.lookup("utf-16-le")  # in which letters come; loaded before the doors are closed


def read(sent: bytes) -> list[str]:
    """The words of each page, "" where there are none, such as on a scanned page."""
    texts, left = [], MOST_LETTERS
    with pypdfium2.PdfDocument(sent) as opened:
        for number in range(len(opened)):
            page = opened[number]
            letters = page.get_textpage()
            most = min(left, MOST_LETTERS_OF_A_PAGE, letters.count_chars())
            texts.append(letters.get_text_range(0, most) if most > 0 else "")
            left -= len(texts[-1])
            letters.close()
            page.close()
    return texts
