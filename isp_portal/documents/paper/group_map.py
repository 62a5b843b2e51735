"""A group provision map on paper, for staff: what is provided to whom, from when, to what end (C2.1)."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from isp_portal.documents import words
from isp_portal.documents.facts import GroupMapPaper, MapRow
from isp_portal.documents.renderer import Drawn
from isp_portal.languages.phrases import small_number

from .frame import Look, Running, check_lengths, draw_paper, frame, print_view_html

LOOK = Look(
    styles="group_map",
    body="documents/_group_map.html",
    parts=("_group_map*.html",),
    is_issued=False,
)


def draw_group_map(paper: GroupMapPaper) -> Drawn:
    """The map as a tagged PDF in landscape. Raises `RenderFailed`."""
    return draw_paper(LOOK, group_map_context(paper), paper)


def group_map_print_view(paper: GroupMapPaper) -> str:
    """The same map as a page to print from the browser."""
    return print_view_html(group_map_context(paper))


def group_map_context(paper: GroupMapPaper) -> dict[str, Any]:
    """What the map's template places: a table for each area of need."""
    check_lengths(paper)
    return {
        **frame(LOOK, paper.setting, _running(paper)),
        "map": paper,
        "areas": [
            {"area": area, "rows": [_row(row) for row in rows]}
            for area, rows in groupby(paper.rows, key=attrgetter("area"))
        ],
    }


def _row(row: MapRow) -> dict[str, Any]:
    others = ""
    if row.others:
        others = f"{small_number(row.others)} {'child' if row.others == 1 else 'children'} not in your care"
    return {"row": row, "others": f"and {others}" if others and row.children else others}


def _running(paper: GroupMapPaper) -> Running:
    span = f"{words.dated(paper.starts_on)} to {words.dated(paper.ends_on)}"
    return Running(
        title=f"Group provision map: {paper.title}",
        which=span,
        which_more=f"printed {words.week_day(paper.printed_on)}",
        head_child=paper.title,
        head_paper="Group provision map",
        head_setting=paper.setting.name,
        head_version=span,
        foot_paper=f"Group provision map · {paper.title} · {span}",
        foot_copy=f"{paper.setting.name} · printed for {paper.printed_by}, "
        f"{words.week_day(paper.printed_on)} · for staff: it names children",
    )
