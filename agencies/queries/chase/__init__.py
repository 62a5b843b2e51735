"""Every report on its way, of one child or of all that somebody sees: where it stands, what is next."""

from .facts import LETTER_MAIL
from .page import ChasePage, chase_page
from .rows import ChaseRow, Standing, chase_of, chase_rows, row_of, standings

__all__ = [
    "LETTER_MAIL",
    "ChasePage",
    "ChaseRow",
    "Standing",
    "chase_of",
    "chase_page",
    "chase_rows",
    "row_of",
    "standings",
]
