"""The record sheet: one child's week on paper, to fill in by hand and copy into the portal (C8)."""

from typing import Any

from isp_portal.documents import words
from isp_portal.documents.facts import RecordSheet
from isp_portal.documents.renderer import Drawn
from reviews.rules.help import HelpLevel

from .frame import (
    Look,
    Running,
    check_lengths,
    draw_paper,
    frame,
    head_of,
    names_of,
    place_of,
    print_view_html,
)

LOOK = Look(styles="sheet", body="documents/_sheet.html", parts=("_sheet*.html",), is_issued=False)
A_SHEET = 5
IN_A_COLUMN = 46
TALL_ROWS = 5


def draw_sheet(sheet: RecordSheet) -> Drawn:
    """The sheet as a tagged PDF in landscape. Raises `RenderFailed`."""
    return draw_paper(LOOK, sheet_context(sheet), sheet)


def sheet_print_view(sheet: RecordSheet) -> str:
    """The same sheet as a page to print from the browser."""
    return print_view_html(sheet_context(sheet))


def sheet_context(sheet: RecordSheet) -> dict[str, Any]:
    """What the sheet's template places: five lines of the plan at most on each side."""
    check_lengths(sheet)
    lines = [
        {"name": line.name, "words": words.shortened(line.words, IN_A_COLUMN)}
        for line in sheet.lines
    ]
    return {
        **frame(LOOK, sheet.setting, _running(sheet)),
        "sheet": sheet,
        "sides": [lines[at : at + A_SHEET] for at in range(0, len(lines), A_SHEET)] or [[]],
        "letters": [level.letter for level in HelpLevel],
        "key": [(level.letter, level.words.lower()) for level in HelpLevel],
        "has_many_days": len(sheet.days) > TALL_ROWS,
    }


def _running(sheet: RecordSheet) -> Running:
    child = sheet.child
    week = f"Record sheet, week of {words.week_day(sheet.monday)}"
    of_plan = (
        f"Plan {sheet.plan_number}, version {sheet.version} of {words.dated(sheet.version_of)}"
    )
    return Running(
        title=f"{week}: {child.preferred_name}",
        which=week,
        which_more=f"for {of_plan}",
        head_child=head_of(child),
        head_paper=week,
        head_setting=place_of(sheet.setting, child),
        head_version=f"for {of_plan}",
        foot_paper=f"{names_of(child)} · {week}, for {of_plan}",
        foot_copy=f"{place_of(sheet.setting, child)} · printed {words.week_day(sheet.printed_on)} · "
        "copy into the portal, then keep in the child’s file · private: about a child",
    )
