"""From frozen facts to the HTML of a paper, and from that to the PDF.

Everything a template needs is prepared here, so that templates only place it. `frame` holds what
all papers share; each kind of paper has a module of its own.
"""

from .agency_letter import LOOK as AGENCY_LETTER_LOOK
from .agency_letter import agency_letter_html, draw_agency_letter
from .frame import Look, NoSuchLetter, TextTooLong, styles_of, template_hash
from .group_map import draw_group_map, group_map_print_view
from .letter import LOOK as LETTER_LOOK
from .letter import draw_letter, letter_html
from .minutes import LOOK as MINUTES_LOOK
from .minutes import draw_minutes, minutes_html, minutes_print_view
from .parents_page import LOOK as PARENTS_PAGE_LOOK
from .parents_page import draw_parents_page, parents_page_html, parents_page_print_view
from .plan import LOOK as PLAN_LOOK
from .plan import draw_plan, plan_html, plan_pdf, plan_print_view
from .sheet import draw_sheet, sheet_print_view

__all__ = [
    "AGENCY_LETTER_LOOK",
    "LETTER_LOOK",
    "MINUTES_LOOK",
    "PARENTS_PAGE_LOOK",
    "PLAN_LOOK",
    "Look",
    "NoSuchLetter",
    "TextTooLong",
    "agency_letter_html",
    "draw_agency_letter",
    "draw_group_map",
    "draw_letter",
    "draw_minutes",
    "draw_parents_page",
    "draw_plan",
    "draw_sheet",
    "group_map_print_view",
    "letter_html",
    "minutes_html",
    "minutes_print_view",
    "parents_page_html",
    "parents_page_print_view",
    "plan_html",
    "plan_pdf",
    "plan_print_view",
    "sheet_print_view",
    "styles_of",
    "template_hash",
]
