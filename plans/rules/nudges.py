"""Nudges towards a target that can be seen: six parts, found or not, each with an example.

Words are looked for, nothing is understood and nothing is blocked: a nudge is a question with its
reason, and the key person may know better: a note says why, and the question is not put again.
"""

import re
from dataclasses import dataclass
from enum import Enum

from plans.rules.content import TargetContent, is_blank


class SmartPart(Enum):
    """The six parts of a target that can be seen and counted."""

    WHAT = "what"
    WHERE = "where"
    WHO = "who"
    HOW_OFTEN = "how_often"
    STARTING_POINT = "starting_point"
    KNOW_WHEN = "know_when"


@dataclass(frozen=True, slots=True)
class Nudge:
    """One part: whether the target seems to say it, the question, its reason, and an example."""

    part: SmartPart
    found: bool
    question: str
    reason: str
    example: str


WORDS_OF_DOING = (
    "ask|asks|blow|bring|brings|build|builds|catch|chew|choose|chooses|clap|climb|come|copy|"
    "copies|count|cut|draw|draws|drink|drinks|eat|eats|feed|find|finds|fetch|follow|follows|give|"
    "gives|go|goes|greet|hand|hands|hold|holds|hop|imitate|join|joins|jump|kick|let|"
    "listen|look|looks|make|makes|mark|match|matches|move|name|names|open|paint|pass|pedal|pick|"
    "picks|play|plays|point|points|pour|press|pull|push|put|puts|reach|reaches|request|respond|"
    "responds|roll|run|say|says|share|shares|show|shows|sign|signs|sing|sit|sits|sleep|sort|stack|"
    "stand|stands|stay|stays|stop|take|takes|tell|tells|throw|tidy|touch|touches|turn|turns|use|"
    "uses|wait|waits|walk|walks|wash|wave|waves|wear"
)
PLACES = (
    "at home|at the|at snack|at lunch|at tidy|at drop|at story|at group|at circle|during|inside|"
    "outside|outdoors|indoors|by the|near the|on the|in the|in a|carpet|garden|snack time|lunch|"
    "mealtimes?|circle time|group time|story time|tidy-up|sand|water tray|role play|book corner|"
    "bathroom|nursery|corridor|in each session|when playing"
)
PEOPLE = (
    "adults?|key person|practitioners?|teachers?|staff|friends?|peers?|another child|"
    "other children|children|mum|dad|parents?|carers?|family|alone|independently|"
    "(?:on|by) (?:his|her|their) own|by (?:himself|herself|themselves)|with (?-i:[A-Z])[a-z]+"
)
OFTEN = (
    r"\d+ (?:times?|out of|of|in) ?\w*|\d+ ?/ ?\d+|once|twice|(?:two|three|four|five|six) times|"
    "(?:two|three|four) out of|daily|weekly|every|each|a day|a week|per day|per week|always|"
    "most days"
)
LOOKED_FOR = {
    SmartPart.WHAT: WORDS_OF_DOING,
    SmartPart.WHERE: PLACES,
    SmartPart.WHO: PEOPLE,
    SmartPart.HOW_OFTEN: OFTEN,
}
PATTERNS = {
    part: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for part, words in LOOKED_FOR.items()
}
QUESTIONS = {
    SmartPart.WHAT: "What will we see the child do?",
    SmartPart.WHERE: "Where, or in which part of the day?",
    SmartPart.WHO: "With whom?",
    SmartPart.HOW_OFTEN: "How often?",
    SmartPart.STARTING_POINT: "Where does the child start from?",
    SmartPart.KNOW_WHEN: "How will we know when it is achieved?",
}
REASONS = {
    SmartPart.WHAT: "Two adults should agree on whether they saw it",
    SmartPart.WHERE: "A step begins in one place, and we know where to look",
    SmartPart.WHO: "Most children do it with one person first",
    SmartPart.HOW_OFTEN: "Once may be chance",
    SmartPart.STARTING_POINT: "Without it nobody sees how far the child has come",
    SmartPart.KNOW_WHEN: "The review judges by it",
}
EXAMPLES = {
    SmartPart.WHAT: "“points to”, “waits”, “asks for”, rather than “improves” or “understands”",
    SmartPart.WHERE: "“at snack time”, “in the garden”",
    SmartPart.WHO: "“with one adult”, “beside a friend”, “alone”",
    SmartPart.HOW_OFTEN: "“3 times out of 5”, “once every session”",
    SmartPart.STARTING_POINT: "“On 7 Sep he waited for two seconds, holding an adult's hand.”",
    SmartPart.KNOW_WHEN: "“We will know when he waits for ten seconds on four days of one week.”",
}


def nudges(target: TargetContent) -> tuple[Nudge, ...]:
    """The six parts in order, each found or not found in the target's own words."""
    words = f"{target.small_step}\n{target.know_when}"
    found = {part: pattern.search(words) is not None for part, pattern in PATTERNS.items()}
    found[SmartPart.STARTING_POINT] = not is_blank(target.starting_point)
    found[SmartPart.KNOW_WHEN] = not is_blank(target.know_when)
    return tuple(
        Nudge(part, found[part], QUESTIONS[part], REASONS[part], EXAMPLES[part])
        for part in SmartPart
    )


ASKED_ANYWAY = (SmartPart.STARTING_POINT, SmartPart.KNOW_WHEN)
"""A plan is not ready without these: they are gaps, and no note passes them."""


def passed(target: TargetContent, nudge: Nudge) -> bool:
    """Does a note say why the target is fine without this part?"""
    may_pass = not nudge.found and nudge.part not in ASKED_ANYWAY
    return may_pass and not is_blank(target.fine_because)


def worth_asking(target: TargetContent) -> tuple[Nudge, ...]:
    """The nudges that are worth a thought and that no note passes."""
    asked = (n for n in nudges(target) if not n.found and n.part not in ASKED_ANYWAY)
    return tuple(nudge for nudge in asked if not passed(target, nudge))
