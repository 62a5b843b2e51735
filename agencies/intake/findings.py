"""Why a file does not come in, and the sentence for it. Known to the examining process as well."""

from enum import StrEnum

from agencies.intake.kinds import MB, MOST_BYTES, MOST_PAGES, MOST_PIXELS, MOST_PIXELS_SENT


class Finding(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    OTHER_KIND = "other_kind"
    NOT_AS_NAMED = "not_as_named"
    OLDER_WORD = "older_word"
    PHONE_PICTURE = "phone_picture"
    DAMAGED = "damaged"
    LOCKED = "locked"
    ACTS = "acts"
    HOLDS_FILES = "holds_files"
    MACROS = "macros"
    REACHES_OUT = "reaches_out"
    TWO_IN_ONE = "two_in_one"
    SWELLS = "swells"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MANY_PIXELS = "too_many_pixels"
    MOVES = "moves"
    TOOK_TOO_LONG = "took_too_long"
    BUSY = "busy"


class Found(Exception):
    """Something that keeps a file out."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.value)
        self.finding = finding


AS_PDF = "Print or save it as a PDF and choose that."
WORDS: dict[Finding, str] = {
    Finding.EMPTY: "There is nothing in this file.",
    Finding.TOO_LARGE: (
        f"This file is larger than {MOST_BYTES // MB} MB. "
        "Scan it in grey or at 200 dots per inch, or choose a part of it."
    ),
    Finding.OTHER_KIND: (
        "Only PDF, Word (.docx), JPEG and PNG files come in here, and this is none of them."
    ),
    Finding.NOT_AS_NAMED: (
        "What is in this file is not what its name says. Open it, save it again and choose that."
    ),
    Finding.OLDER_WORD: (
        "This is a Word file of the older kind, or one with a password. "
        "Save it as .docx without a password, or as a PDF."
    ),
    Finding.PHONE_PICTURE: (
        "This is a photo in a kind of its own (HEIC). Save it as a JPEG and choose that."
    ),
    Finding.DAMAGED: (
        "This file could not be read to its end. If you can open it yourself, "
        "print or save it as a PDF and choose that."
    ),
    Finding.LOCKED: "This file is locked with a password. Save it without one and choose that.",
    Finding.ACTS: f"This file holds something that acts by itself. {AS_PDF}",
    Finding.HOLDS_FILES: f"This file holds other files or objects inside it. {AS_PDF}",
    Finding.MACROS: f"This Word file holds macros. {AS_PDF}",
    Finding.REACHES_OUT: f"This file fetches something from elsewhere when it is opened. {AS_PDF}",
    Finding.TWO_IN_ONE: f"This file is two kinds of file in one. {AS_PDF}",
    Finding.SWELLS: f"This file swells to many times its size when it is opened. {AS_PDF}",
    Finding.TOO_MANY_PAGES: f"More than {MOST_PAGES} pages do not fit here. Choose a part of it.",
    Finding.TOO_MANY_PIXELS: (
        f"This picture has too many dots: up to {MOST_PIXELS_SENT // 1_000_000} million fit here as "
        f"a plain JPEG, {MOST_PIXELS // 1_000_000} million otherwise. Make it smaller."
    ),
    Finding.MOVES: "This picture moves. Choose one that stands still.",
    Finding.TOOK_TOO_LONG: f"Looking through this file took too long or too much memory. {AS_PDF}",
    Finding.BUSY: "Other files are being looked through. Try again in a minute.",
}
CHOOSE_AGAIN = "It was not kept, and a browser forgets the file: choose one again."
