"""From frozen facts to the HTML of a paper, and from that to the PDF.

Everything a template needs is prepared here, so that templates only place it. `frame` holds what
all papers share; each kind of paper has a module of its own.
"""

from .frame import TextTooLong, template_hash
from .plan import LOOK as PLAN_LOOK
from .plan import draw_plan, plan_html, plan_pdf, plan_print_view

__all__ = [
    "PLAN_LOOK",
    "TextTooLong",
    "draw_plan",
    "plan_html",
    "plan_pdf",
    "plan_print_view",
    "template_hash",
]
