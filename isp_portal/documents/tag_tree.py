"""A pass over the finished PDF's tag tree, so that it reads aloud as it was meant; seals the file.

WeasyPrint writes headers without `/Scope`, and tags the anonymous box beside a float with the name
of its parent: a heading inside the same heading would be announced twice. Only the worker imports
this.
"""

from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

PRINTED = 4
"""The flag of a link that is on paper as well as on the screen."""
ONCE = {Name.P, Name.H1, Name.H2, Name.H3, Name.BlockQuote}


def finish(drawn: bytes, title: str) -> tuple[bytes, int]:
    """The same PDF with header scopes, printed links and its title shown; how many pages it has.

    Nothing in it changes from run to run.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        mend(pdf.Root.StructTreeRoot)
        for page in pdf.pages:
            for note in page.get(Name.Annots, Array()):
                note.F = PRINTED
        pdf.docinfo[Name.Title] = String(title)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
        pages = len(pdf.pages)
    return out.getvalue(), pages


def mend(root: Any) -> None:
    """Every element below `root`: scopes for table headers, no block inside its own kind."""
    waiting = [(root, None)]
    while waiting:
        element, parent_tag = waiting.pop()
        tag = element.get(Name.S)
        if tag == parent_tag and tag in ONCE:
            element.S = Name.NonStruct
        if tag == Name.TR:
            scope(element)
        children = element.get(Name.K)
        for child in children if isinstance(children, Array) else [children]:
            if isinstance(child, Dictionary) and Name.S in child:
                waiting.append((child, tag))


def scope(row: Any) -> None:
    """Headers in a row of headers are for their column, others for their row."""
    cells = [cell for cell in row.K if isinstance(cell, Dictionary)]
    column = all(cell.get(Name.S) == Name.TH for cell in cells)
    for cell in cells:
        if cell.get(Name.S) == Name.TH:
            cell.A = Dictionary(O=Name.Table, Scope=Name.Column if column else Name.Row)
