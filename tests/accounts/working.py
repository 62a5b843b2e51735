"""The worker, as long as anything is due."""

from accounts.actions.batches import work_due


def worked_off() -> None:
    """However slow the machine: work that had its stretch is taken up again."""
    while work_due():
        pass
