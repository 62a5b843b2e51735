"""The kinds of things to do: the words of the button, how long one takes, who may do it.

One table. The minutes are what a SENCO who knows the child needs with the page open; the reasons
stand beside them so that somebody who doubts one can say so.
"""

from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple


class Task(StrEnum):
    """The next step of a row; the value is what its button says."""

    FINISH_MINUTES = "Finish the minutes"
    BEGIN_REVIEW = "Begin the review"
    PLAN_REVIEW = "Plan the review"
    OPEN_REVIEW = "Open the review"
    AGREE_DATE = "Agree a date"
    SET_FIRST_DAY = "Set the first day"
    START_PLAN = "Start the plan"
    START_INTERIM = "Start an interim plan"
    WRITE_PLAN = "Write the plan"
    ASK_ADULTS = "Ask the adults"
    SIGN_PLAN = "Read and sign"
    SEE_WHO_AGREED = "See who has agreed"
    FINALISE_PLAN = "Finalise the plan"
    GIVE_COPY = "Give a copy"
    NAME_RECIPIENT = "See the family"
    RECORD_ANSWER = "Write their answer"
    WRITE_ENTRY = "Write an entry"
    SEE_CHANGE = "See what changed"
    CHOOSE_KEY_PERSON = "Choose key person"
    ASK_CONSENT = "Ask for consent"
    RECORD_ADVICE = "Record new advice"
    ASK_REPORT = "Ask for reports"
    CHASE_REPORT = "Chase reports"
    RENEW_REPORT = "Ask for new reports"
    LOOK_AT_REPORT = "Look at the report"
    CONFIRM_DATE = "Confirm the date"
    READ_REPLY = "Read what they said"
    ANSWER_QUESTION = "Answer the question"
    RING_PARENT = "Ring the parent"
    GIVE_MINUTES = "Give the minutes"


class Takes(NamedTuple):
    """`minutes` for one child; `waits` days from "since when" until it must be done; `hand_over`:
    may the child's key person do it instead?"""

    minutes: int
    waits: int
    hand_over: bool
    because: str


TAKES: dict[Task, Takes] = {
    Task.FINISH_MINUTES: Takes(
        15, 7, False, "verdicts and words are there; reading them over takes the time"
    ),
    Task.BEGIN_REVIEW: Takes(30, 0, False, "half an hour with the family"),
    Task.PLAN_REVIEW: Takes(3, 0, True, "a day, a time, and who is invited"),
    Task.OPEN_REVIEW: Takes(5, 0, True, "the agenda, and who has answered"),
    Task.AGREE_DATE: Takes(3, 0, False, "a date and a reason"),
    Task.SET_FIRST_DAY: Takes(2, 0, True, "one date"),
    Task.START_PLAN: Takes(20, 14, True, "strategies come from the reports and the bank"),
    Task.START_INTERIM: Takes(15, 14, True, "what helps already, until the report comes"),
    Task.WRITE_PLAN: Takes(15, 14, True, "what is there is carried on"),
    Task.ASK_ADULTS: Takes(3, 28, True, "two questions, yes or no"),
    Task.SIGN_PLAN: Takes(5, 7, False, "reading two pages"),
    Task.SEE_WHO_AGREED: Takes(2, 7, False, "a word with whoever has not signed"),
    Task.FINALISE_PLAN: Takes(2, 3, False, "one press, once it is read"),
    Task.GIVE_COPY: Takes(3, 7, True, "print, hand over, note it"),
    Task.NAME_RECIPIENT: Takes(3, 14, True, "a question to the family"),
    Task.RECORD_ANSWER: Takes(4, 14, True, "a word at the door"),
    Task.WRITE_ENTRY: Takes(3, 14, True, "what was seen this week"),
    Task.SEE_CHANGE: Takes(3, 14, False, "what is new, and does it change the plan"),
    Task.CHOOSE_KEY_PERSON: Takes(2, 7, False, "one name and a day"),
    Task.ASK_CONSENT: Takes(5, 0, True, "a word with the parent"),
    Task.ASK_REPORT: Takes(5, 7, False, "the letter is written; read it and send it"),
    Task.CHASE_REPORT: Takes(3, 0, False, "the letter is ready to send"),
    Task.RENEW_REPORT: Takes(5, 28, False, "does the old one still hold, or is a new one needed"),
    Task.RECORD_ADVICE: Takes(5, 0, False, "a call to whoever gave it"),
    Task.LOOK_AT_REPORT: Takes(10, 7, True, "reading it, and marking what it recommends"),
    Task.CONFIRM_DATE: Takes(2, 0, False, "the day stands there; a line says why it holds"),
    Task.READ_REPLY: Takes(2, 7, True, "a few lines, and where they go"),
    Task.ANSWER_QUESTION: Takes(4, 3, True, "a few lines, and a word back"),
    Task.RING_PARENT: Takes(8, 1, True, "a short call, and a note of it"),
    Task.GIVE_MINUTES: Takes(3, 7, True, "print, hand over, note it"),
}

WAITS = {task: timedelta(days=takes.waits) for task, takes in TAKES.items()}
