"""What may be said, how much of it, and how what was said reads. No Django, no clock."""

from enum import StrEnum

MOST_WORDS = 2000
MOST_ANSWER = 500
"""Characters: three answers and the words together fit into a parent's view in the minutes."""

PARTS: dict[str, str] = {
    "going_well": "Going well",
    "is_hard": "Hard just now",
    "to_talk_about": "To talk about",
}
"""The three plain questions, as they head a parent's answers in the review."""


class ReplyKind(StrEnum):
    """What somebody has to say."""

    ANSWER = "answer"
    VIEW = "view"
    FROM_HOME = "from_home"
    QUESTION = "question"
    COMING = "coming"


class Agreement(StrEnum):
    """What a parent answers to a paper, or to an invitation. The first three are those of a plan."""

    AGREED = "agreed"
    WITH_COMMENTS = "with_comments"
    NOT_AGREED = "not_agreed"
    CAN_COME = "can_come"
    OTHER_TIME = "other_time"


TO_A_PAPER = (Agreement.AGREED, Agreement.WITH_COMMENTS, Agreement.NOT_AGREED)
TO_AN_INVITATION = (Agreement.CAN_COME, Agreement.OTHER_TIME)
NEEDS_WORDS = (Agreement.WITH_COMMENTS, Agreement.NOT_AGREED)


def joined(answers: dict[str, str], words: str) -> str:
    """The answers under their heads, then the words: each as it was written."""
    headed = [f"{head}: {answers[name]}" for name, head in PARTS.items() if answers.get(name)]
    return "\n\n".join([*headed, *([words] if words else [])])
