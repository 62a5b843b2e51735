"""What a review says of each line, and what may follow from it (C5, C5.1, C6). No Django, no clock."""

from enum import Enum


class StrategyVerdict(Enum):
    """Does the strategy go on?"""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class TargetVerdict(Enum):
    """Is the small step achieved? STOPPED is left out when targets are counted."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    STOPPED = "stopped"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class WhatNext(Enum):
    """What comes after a target."""

    NEXT_STEP = "next_step"
    ADAPTED_STEP = "adapted_step"
    HOLD = "hold"
    NONE = "none"

    @property
    def label(self) -> str:
        """What people call it."""
        return _NEXT_LABELS[self]

    @property
    def writes_a_step(self) -> bool:
        """Does it make a new target, with a source of its own?"""
        return self in (WhatNext.NEXT_STEP, WhatNext.ADAPTED_STEP)


_NEXT_LABELS = {
    WhatNext.NEXT_STEP: "The next step",
    WhatNext.ADAPTED_STEP: "A smaller, adapted step",
    WhatNext.HOLD: "Hold here for now",
    WhatNext.NONE: "Nothing further",
}


class NextStepSource(Enum):
    """Where the next step came from (C5.1, C6)."""

    REPORT = "report"
    TRACKER = "tracker"
    JUDGEMENT = "judgement"
    PARENT = "parent"

    @property
    def label(self) -> str:
        """What people call it."""
        return _SOURCE_LABELS[self]


_SOURCE_LABELS = {
    NextStepSource.REPORT: "An agency's report",
    NextStepSource.TRACKER: "The Early Support tracker",
    NextStepSource.JUDGEMENT: "Our professional judgement",
    NextStepSource.PARENT: "Parents",
}

MAY_FOLLOW: dict[TargetVerdict, tuple[WhatNext, ...]] = {
    TargetVerdict.ACHIEVED: (WhatNext.NEXT_STEP, WhatNext.HOLD, WhatNext.NONE),
    TargetVerdict.PARTLY: (WhatNext.ADAPTED_STEP, WhatNext.HOLD),
    TargetVerdict.NOT_YET: (WhatNext.ADAPTED_STEP, WhatNext.HOLD),
    TargetVerdict.STOPPED: (WhatNext.NONE,),
}
"""Not achieved leads to an adapted step (C5), or is held with its reason: never to nothing."""


class Decision(Enum):
    """What the review decides about the support."""

    CONTINUE = "continue"
    ADAPT = "adapt"
    STEP_UP = "step_up"
    STEP_DOWN = "step_down"
    CLOSE = "close"
    EHC = "ehc"

    @property
    def label(self) -> str:
        """What people call it."""
        return _DECISION_LABELS[self]

    @property
    def ends_support(self) -> bool:
        """Such a decision starts no further cycle."""
        return self in (Decision.STEP_DOWN, Decision.CLOSE)


_DECISION_LABELS = {
    Decision.CONTINUE: "Continue the plan",
    Decision.ADAPT: "Adapt the plan",
    Decision.STEP_UP: "Step up: ask for more support",
    Decision.STEP_DOWN: "Step down to what all children have",
    Decision.CLOSE: "Close the plan",
    Decision.EHC: "Discuss an EHC needs assessment",
}


class AfterAllAchieved(Enum):
    """What the SENCO chooses when every target is achieved and none came from a report."""

    AGENCY = "agency"
    TRACKER = "tracker"
    STEP_DOWN = "step_down"
    CLOSE = "close"

    @property
    def label(self) -> str:
        """What people call it."""
        return _AFTER_LABELS[self]

    @property
    def ends_as(self) -> Decision | None:
        """The decision that this choice is, where it ends support."""
        return {self.STEP_DOWN: Decision.STEP_DOWN, self.CLOSE: Decision.CLOSE}.get(self)


_AFTER_LABELS = {
    AfterAllAchieved.AGENCY: "Ask an agency for a new observation and report",
    AfterAllAchieved.TRACKER: "Take the next steps from the tracker",
    AfterAllAchieved.STEP_DOWN: "Step down to what all children have",
    AfterAllAchieved.CLOSE: "Close the plan",
}


def all_achieved(verdicts: "tuple[TargetVerdict, ...]") -> bool:
    """At least one target is achieved and none is partly or not yet; stopped ones are left out (C6.1)."""
    counted = [verdict for verdict in verdicts if verdict is not TargetVerdict.STOPPED]
    return bool(counted) and all(verdict is TargetVerdict.ACHIEVED for verdict in counted)


MOST_REWRITES = 2
"""After so many cycles not achieved, advice helps more than another rewrite."""


def asks_for_advice(cycles_not_achieved: int) -> bool:
    """Is it worth asking an agency for advice instead of rewriting the step again (C5)?"""
    return cycles_not_achieved >= MOST_REWRITES
