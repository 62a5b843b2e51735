"""What follows from a child's own facts: plain Python, no Django, no clock."""

from .folding import fold
from .stage import (
    Stage,
    StageOverride,
    age_on,
    at_or_below,
    check_date_of_birth,
    preschool_or_below,
    reception_start,
    school_year,
    stage_on,
)

__all__ = [
    "Stage",
    "StageOverride",
    "age_on",
    "at_or_below",
    "check_date_of_birth",
    "fold",
    "preschool_or_below",
    "reception_start",
    "school_year",
    "stage_on",
]
