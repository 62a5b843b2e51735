"""Which files come in, how large they may be, and what each kind begins and ends with."""

from enum import StrEnum

MB = 1024 * 1024
MOST_BYTES = 10 * MB
"""Of one file, and of all files of one request."""
MOST_PAGES = 300
MOST_LETTERS, MOST_LETTERS_OF_A_PAGE = 1_000_000, 20_000
"""Of the words that are read out of one file; what is beyond is not."""
MOST_PIXELS = 16_000_000
"""Of a picture as it is kept. A plain JPEG of up to `MOST_PIXELS_SENT` is kept at half its width."""
MOST_PIXELS_SENT = 50_000_000


class FileKind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    JPEG = "jpeg"
    PNG = "png"


LABELS: dict[FileKind, str] = {
    FileKind.PDF: "PDF",
    FileKind.DOCX: "Word document",
    FileKind.JPEG: "JPEG picture",
    FileKind.PNG: "PNG picture",
}
BEGINNINGS: dict[FileKind, bytes] = {
    FileKind.PDF: b"%PDF-",
    FileKind.DOCX: b"PK\x03\x04",
    FileKind.JPEG: b"\xff\xd8\xff",
    FileKind.PNG: b"\x89PNG\r\n\x1a\n",
}
ENDINGS: dict[FileKind, str] = {
    FileKind.PDF: "pdf",
    FileKind.DOCX: "docx",
    FileKind.JPEG: "jpg",
    FileKind.PNG: "png",
}
CONTENT_TYPES: dict[FileKind, str] = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
}
PICTURES = {FileKind.JPEG, FileKind.PNG}
BY_ENDING = {ending: kind for kind, ending in ENDINGS.items()} | {"jpeg": FileKind.JPEG}


def kind_by_name(name: str) -> FileKind | None:
    """What a file says it is by the end of its name."""
    return BY_ENDING.get(name.rpartition(".")[2].lower()) if "." in name else None


def kind_by_first_bytes(sent: bytes) -> FileKind | None:
    """What a file says it is at its very start."""
    return next((kind for kind, start in BEGINNINGS.items() if sent.startswith(start)), None)
