"""What is due for each child, list by list. A row is a `Due`; it holds what it rests on."""

from .lists import SORTS, everything_due, in_order
from .of_people import ENDS_WITHIN_DAYS
from .of_plan import THIN_AFTER_OPEN_DAYS
from .rows import Due, DueList

__all__ = [
    "ENDS_WITHIN_DAYS",
    "SORTS",
    "THIN_AFTER_OPEN_DAYS",
    "Due",
    "DueList",
    "everything_due",
    "in_order",
]
