"""Work in steps: asked for in one transaction, done by the worker a few records at a time."""

from .kinds import BatchKind, Work, address_of, label_of, on_batch_waiting, register_batch
from .starting import look_again, start_batch, stop_batch
from .working import forget_files, work_due

__all__ = [
    "BatchKind",
    "Work",
    "address_of",
    "forget_files",
    "label_of",
    "look_again",
    "on_batch_waiting",
    "register_batch",
    "start_batch",
    "stop_batch",
    "work_due",
]
