"""What the register is narrowed to beside where a child is: the plan, its review, and the order."""

from enum import StrEnum


class Named(StrEnum):
    """A choice with its words."""

    @property
    def words(self) -> str:
        return WORDS[self]


class PlanNow(Named):
    NONE = "none"
    WRITING = "being-written"
    IN_FORCE = "in-force"


class ReviewNow(Named):
    OVERDUE = "overdue"
    IN_WINDOW = "in-window"
    RUNNING = "running"


class Sort(Named):
    ROOM = "room"
    REVIEW = "review"
    ENTRY = "entry"
    AGE = "age"


WORDS: dict[Named, str] = {
    PlanNow.NONE: "No plan",
    PlanNow.WRITING: "Being written",
    PlanNow.IN_FORCE: "In force",
    ReviewNow.OVERDUE: "Overdue",
    ReviewNow.IN_WINDOW: "In the window",
    ReviewNow.RUNNING: "Not due yet",
    Sort.ROOM: "Room",
    Sort.REVIEW: "Review due first",
    Sort.ENTRY: "Longest without an entry",
    Sort.AGE: "Oldest first",
}
