"""What may be done to a child's record in the state it is in. Who may is the access mark's business."""

from accounts.rules.refusal import Refused
from children.models import Child


def check_can_change(child: Child) -> None:
    """An archived record is read only until it is brought back."""
    if child.archived_on:
        raise Refused("This record is archived. Bring it back before changing it.")


def can_change(child: Child) -> bool:
    return child.archived_on is None


def check_can_archive(child: Child) -> None:
    if child.archived_on:
        raise Refused("This record is archived already.")
