"""Work in steps that one action does for each of many children, each told for itself."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from accounts.models import Batch, Membership
from accounts.rules.refusal import Refused
from children.models import Child

NOT_IN_CARE = "No longer among the children in your care."


def child_in_care(member: Membership, key: str) -> Child:
    """The child of a key, while the member sees it and it is not archived; else `Refused`."""
    children = Child.objects.visible_to(member).active().select_related("setting", "room")
    child = children.filter(pk=key).first()
    if child is None:
        raise Refused(NOT_IN_CARE)
    return child


class ForEach:
    """A batch whose keys are children, while the worker has it in hand. One refused stops no other."""

    def __init__(self, batch: Batch, member: Membership) -> None:
        self.told: dict[str, Any] = batch.told
        self.member = member

    def act(self, child: Child) -> object:
        """Does it for one child, or raises `Refused`."""
        raise NotImplementedError

    def do(self, keys: Sequence[str]) -> dict[str, str]:
        return {key: words for key in keys if (words := self._one(key))}

    def _one(self, key: str) -> str:
        try:
            with transaction.atomic():
                self.act(child_in_care(self.member, key))
        except Refused as refusal:
            return refusal.sentence
        return ""

    def end(self) -> str:
        """Nothing is left to do, and no file is made."""
        return ""
