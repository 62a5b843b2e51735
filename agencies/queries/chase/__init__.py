"""Every report on its way, of one child or of all that somebody sees: where it stands, what is next."""

from .facts import LETTER_MAIL
from .page import ChasePage, chase_page
from .rows import ChaseRow, chase_of, chase_rows, rows_of

__all__ = [
    "LETTER_MAIL",
    "ChasePage",
    "ChaseRow",
    "chase_of",
    "chase_page",
    "chase_rows",
    "rows_of",
]
