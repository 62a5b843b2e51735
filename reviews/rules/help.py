"""How much help there was, and why something did not happen. The words are the same everywhere."""

from enum import Enum


class HelpLevel(Enum):
    """From the most help to none; NOT_TRIED stands apart, it is not a step (C8)."""

    FULL = "full"
    SOME = "some"
    PROMPTED = "prompted"
    ALONE = "alone"
    NOT_TRIED = "not_tried"

    @property
    def label(self) -> str:
        """What people call it."""
        return _HELP_LABELS[self]

    @property
    def words(self) -> str:
        """The same, of a day that is over."""
        return "Not tried" if self is HelpLevel.NOT_TRIED else self.label

    @property
    def letter(self) -> str:
        """The letter in the box on paper."""
        return "N" if self is HelpLevel.NOT_TRIED else self.value[0].upper()


_HELP_LABELS = {
    HelpLevel.FULL: "Full help",
    HelpLevel.SOME: "Some help",
    HelpLevel.PROMPTED: "Prompted",
    HelpLevel.ALONE: "Alone",
    HelpLevel.NOT_TRIED: "Not tried today",
}


class NotDelivered(Enum):
    """Why a strategy was not carried out on a day. Not a mark against anyone."""

    ABSENT = "absent"
    STAFFING = "staffing"
    CLOSED = "closed"
    UNWELL = "unwell"
    OTHER = "other"

    @property
    def label(self) -> str:
        """What people call it."""
        return _REASONS[self]


_REASONS = {
    NotDelivered.ABSENT: "Away",
    NotDelivered.STAFFING: "Not enough staff in the room",
    NotDelivered.CLOSED: "Closed",
    NotDelivered.UNWELL: "Unwell",
    NotDelivered.OTHER: "Something else",
}
