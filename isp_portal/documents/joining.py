"""`python -m isp_portal.documents.joining two-sided`: many papers made one file for the printer.

A line of JSON (of each paper its heading and its size in bytes) and the papers stand on standard
input, the joined file goes to standard output. Joined, papers lose the tags that read them aloud:
the copies themselves stay as they were issued. Bound like everything that opens a PDF.
"""

import json
import os
import sys
from io import BytesIO
from typing import Any

from accounts.intake.bounds import bind

MOST_JOINED = 96 * 1024 * 1024
TWO_SIDED = "two-sided"


def join(papers: list[tuple[str, bytes]], title: str, *, two_sided: bool) -> bytes:
    """One file of all papers in their order, each with its heading in the list of contents.

    `two_sided`: a paper that ends on a front is followed by an empty side, so that no sheet
    carries two children.
    """
    from pikepdf import Dictionary, Name, OutlineItem, Pdf, String

    joined = Pdf.new()
    contents: list[Any] = []
    for heading, paper in papers:
        begins = len(joined.pages)
        with Pdf.open(BytesIO(paper)) as one:
            for page in one.pages:
                if Name.StructParents in page:
                    del page[Name.StructParents]
            joined.pages.extend(one.pages)
        contents.append(OutlineItem(heading, begins))
        if two_sided and (len(joined.pages) - begins) % 2:
            left, bottom, right, top = (float(edge) for edge in joined.pages[-1].mediabox)
            joined.add_blank_page(page_size=(right - left, top - bottom))
    with joined.open_outline() as outline:
        outline.root.extend(contents)
    joined.docinfo[Name.Title] = String(title)
    joined.Root.Lang = String("en-GB")
    joined.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge if two_sided else Name.Simplex
    )
    out = BytesIO()
    joined.save(out, deterministic_id=True, min_version="1.7")
    return out.getvalue()


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not look like an answer
    bind(2 * MOST_JOINED)
    head, _, body = sys.stdin.buffer.read(MOST_JOINED).partition(b"\n")
    told, at, papers = json.loads(head), 0, []
    for heading, size in told["papers"]:
        papers.append((heading, body[at : at + size]))
        at += size
    answers.write(join(papers, told["title"], two_sided=sys.argv[1] == TWO_SIDED))
    answers.flush()


if __name__ == "__main__":
    main()
