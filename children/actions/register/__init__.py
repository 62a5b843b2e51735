"""Bringing in a register: the file is staged, its columns are named, and all of it is added at once."""

from .adding import add_register
from .staging import give_up_register, name_columns, stage_register
from .undoing import undo_register

__all__ = ["add_register", "give_up_register", "name_columns", "stage_register", "undo_register"]
