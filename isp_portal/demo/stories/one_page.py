"""The file that a professional of the stories sends: a PDF of one page, written out by hand."""


def one_page(words: str) -> bytes:
    """One line of plain words on A4. Letters outside cp1252 are left out."""
    shown = words.translate(str.maketrans("()\\", "[]/")).encode("cp1252", "ignore")
    stream = b"BT /F1 12 Tf 72 760 Td (%s) Tj ET" % shown
    parts = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources <</Font <</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    ]
    return _numbered(parts)


def _numbered(parts: list[bytes]) -> bytes:
    """The parts as objects from 1 on, with the table that says where each begins."""
    file, starts = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        starts.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return file + table + rows + end % (len(parts) + 1, len(file))
