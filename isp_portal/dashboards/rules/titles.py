"""Titles, counters and empty pages of the due lists."""

from typing import NamedTuple

from .due import DueList


class Title(NamedTuple):
    """`counted` is read after the figure; `state` heads the column of pills; `none` is what is
    true while the list is empty."""

    title: str
    counted: str
    icon: str
    colour: str
    about: str
    state: str
    none: str
    clauses: tuple[str, ...] = ()


TITLES: dict[DueList, Title] = {
    DueList.MINUTES: Title(
        "Minutes to finish",
        "minutes to finish",
        "pencil",
        "amber",
        "Reviews that were held and are not finalised.",
        "Review",
        "Every review that was held is finalised.",
        ("C8.1",),
    ),
    DueList.OVERDUE: Title(
        "Reviews overdue",
        "overdue",
        "overdue",
        "coral",
        "The last day has passed.",
        "Review",
        "No review is overdue. One appears here the day after its window closes.",
        ("C4",),
    ),
    DueList.IN_WINDOW: Title(
        "Reviews in the window",
        "in the window",
        "window",
        "amber",
        "Six to eight weeks since the plan began.",
        "Review",
        "No review window is open. One opens two weeks before its review is due.",
        ("C4",),
    ),
    DueList.NO_DATE: Title(
        "Plans with no date at all",
        "with no date",
        "no-date",
        "stone",
        "Nothing will remind you about these until a date is set.",
        "Review",
        "Every plan has its dates.",
        ("C4",),
    ),
    DueList.SAID: Title(
        "What parents said",
        "said by parents",
        "speech",
        "amber",
        "Nobody has looked at it yet. Somebody decides where each goes; their words stay theirs.",
        "They sent",
        "Somebody has looked at everything that parents said.",
        ("C4.1",),
    ),
    DueList.NEEDS_PLAN: Title(
        "Needs a plan and has none",
        "need a plan",
        "page-plus",
        "coral",
        "Worked out every night from what is on record.",
        "Answer",
        "Every child who needs a plan has one in force or being written.",
    ),
    DueList.WRITING: Title(
        "Plans being written",
        "being written",
        "page",
        "stone",
        "Drafts, the earliest first day first.",
        "Plan",
        "No draft is waiting.",
    ),
    DueList.CAME_IN: Title(
        "Reports that came by link",
        "reports came",
        "envelope-ringing",
        "amber",
        "An agency sent them. Each counts once somebody here has looked at it.",
        "Report",
        "Every report that came by an agency’s link has been looked at.",
        ("C1",),
    ),
    DueList.REPORTS: Title(
        "Reports to ask for or chase",
        "reports to get",
        "envelope",
        "amber",
        "Letters go only where consent is on record. Old reports are asked for again.",
        "Report",
        "No report waits to be asked for or chased, and none is out of date.",
        ("C7",),
    ),
    DueList.SIGNATURES: Title(
        "Waiting for a signature",
        "signatures",
        "signature",
        "amber",
        "Ready plans. Both the key person and the SENCO agree before a plan is finalised.",
        "Waits for",
        "No plan waits for anybody’s agreement.",
    ),
    DueList.NO_COPY: Title(
        "Parents without a copy",
        "without a copy",
        "sheets",
        "amber",
        "The plan is finalised. It is finished once every parent who may have it holds it.",
        "Copy",
        "Every parent who may have a copy holds the plan in force, or it is said why not.",
        ("C3.2",),
    ),
    DueList.NO_MINUTES: Title(
        "Parents without the minutes",
        "without minutes",
        "sheets",
        "amber",
        "The review is finalised. Its minutes go to every parent who may have copies.",
        "Minutes",
        "Every parent who may have copies holds the minutes of every review, or it is said why not.",
        ("C8.1",),
    ),
    DueList.NO_ANSWER: Title(
        "Parents who have not answered",
        "not answered",
        "speech",
        "stone",
        "They hold a copy. Their answer holds nothing up.",
        "Waits for",
        "Every parent who holds a copy has said what they think.",
    ),
    DueList.THIN: Title(
        "Thin records",
        "thin records",
        "eye",
        "amber",
        "Nothing was written for two weeks of open days.",
        "Record",
        "Every running plan has an entry of the last two weeks.",
        ("C8",),
    ),
    DueList.CONFIRM: Title(
        "Weeks to confirm",
        "weeks to confirm",
        "calendar",
        "amber",
        "The review falls outside six to eight weeks. Confirm its day, or agree another.",
        "Weeks",
        "Every review falls within six to eight weeks, or its day was agreed.",
        ("C4",),
    ),
    DueList.CHANGED: Title(
        "Answers that changed",
        "changed",
        "two-arrows",
        "amber",
        "They stay here until somebody has looked.",
        "Answer",
        "No answer has changed since somebody last looked.",
    ),
    DueList.NO_KEY_PERSON: Title(
        "Without a key person",
        "no key person",
        "person",
        "amber",
        "Every child here has somebody of their own.",
        "Key person",
        "Every child has a key person.",
    ),
    DueList.ENDING: Title(
        "About to end",
        "about to end",
        "hourglass",
        "amber",
        "Advice and consent that run out within four weeks.",
        "Until",
        "No advice and no consent runs out in the next four weeks.",
        ("C7",),
    ),
    DueList.NOT_ASKED: Title(
        "Not asked yet",
        "not asked yet",
        "fork",
        "stone",
        "A question that could decide is open.",
        "Answer",
        "Every question that could decide has been asked.",
        (
            "C2",
            "C3",
        ),
    ),
}
HAS_BAR = frozenset({DueList.MINUTES, DueList.OVERDUE, DueList.IN_WINDOW, DueList.CONFIRM})
"""Lists of running cycles: their rows draw the six to eight weeks."""
