"""Who did it: a member of staff, a contact of the child, a professional, or the portal itself."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    MEMBER = "member"
    CONTACT = "contact"
    PROFESSIONAL = "professional"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `id` is the id of the membership, contact or professional; `label` is the name as
    it read on that day, so that history still says who did it after the person has left."""

    kind: ActorKind
    id: str
    label: str

    def __post_init__(self) -> None:
        if not self.label:
            raise ValueError("An actor needs a label: history must be able to say who did it.")

    @classmethod
    def system(cls, what: str) -> "Actor":
        """The portal itself, doing `what` (for example "nightly check")."""
        return cls(ActorKind.SYSTEM, what, f"ISP Portal ({what})")
