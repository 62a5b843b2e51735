"""Which verdict may be given on a line, what may follow from it, and from where (C5, C5.1, C6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from accounts.rules.refusal import Refused
from agencies.models import Recommendation, Report
from plans.models import Strategy, Target
from reviews.models import LineVerdict, Review
from reviews.rules.verdicts import (
    MAY_FOLLOW,
    NextStepSource,
    StrategyVerdict,
    TargetVerdict,
    WhatNext,
)

from .planning import check_can_write_review

Line = Strategy | Target


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be kept of one line."""

    verdict: StrategyVerdict | TargetVerdict
    why: str = ""
    what_next: WhatNext | None = None
    next_words: str = ""
    next_know_when: str = ""
    next_step_source: NextStepSource | None = None
    next_recommendation: Recommendation | None = None
    next_report: Report | None = None
    next_page: str = ""
    next_detail: str = ""

    @property
    def writes_a_step(self) -> bool:
        """A changed strategy, one in its place, or a next or adapted target."""
        if isinstance(self.verdict, TargetVerdict):
            return self.what_next is not None and self.what_next.writes_a_step
        if self.verdict is StrategyVerdict.STOP:
            return bool(self.next_words.strip() or self.next_recommendation)
        return self.verdict is StrategyVerdict.CHANGE


def tidied(said: Said) -> Said:
    """Only what belongs together: no step where none is written, a recommendation's own words and
    page, no page without a report."""
    if isinstance(said.verdict, StrategyVerdict):
        said = replace(said, what_next=None, next_know_when="")
    if not said.writes_a_step:
        return Said(said.verdict, said.why, said.what_next)
    if (taken := said.next_recommendation) is not None:
        return replace(
            said,
            next_words=taken.words,
            next_step_source=NextStepSource.REPORT,
            next_report=taken.report,
            next_page=taken.page,
            next_detail="",
        )
    if said.next_step_source is NextStepSource.REPORT:
        return replace(said, next_detail="")
    return replace(said, next_report=None, next_page="")


def check_is_being_held(review: Review) -> None:
    """What is decided at a review is written once it is held, until its minutes are finalised."""
    check_can_write_review(review)
    if review.held_on is None:
        raise Refused("Begin the review first: say when and how it was held.")


def line_under_review(review: Review, lines: Iterable[Line], line: Line | None) -> Line:
    """The line, when it stands in the plan that this review is about."""
    check_is_being_held(review)
    if line is None or line not in lines:
        raise Refused("This line does not stand in the plan any more. Open the review again.")
    return line


def check_verdict(review: Review, line: Line, said: Said) -> None:
    """The whole verdict: it fits the line, says why, and what follows says where it came from."""
    check_kind(line, said)
    if isinstance(said.verdict, TargetVerdict):
        check_what_next(said.verdict, said.what_next)
    check_why(said)
    if said.writes_a_step:
        check_words(said)
        check_source(review, line, said)


def check_kind(line: Line, said: Said) -> None:
    """A strategy is kept, changed or stopped; a target achieved, partly, not yet or stopped."""
    wanted = TargetVerdict if isinstance(line, Target) else StrategyVerdict
    if not isinstance(said.verdict, wanted):
        raise Refused("Choose one of the verdicts.", "verdict")


def check_what_next(verdict: TargetVerdict, what_next: WhatNext | None) -> None:
    """Not achieved leads to an adapted step, or is held with its reason: never to nothing (C5)."""
    if what_next is None:
        raise Refused("Say what comes next.", "what_next")
    if what_next not in MAY_FOLLOW[verdict]:
        allowed = " or ".join(f"“{one.label}”" for one in MAY_FOLLOW[verdict])
        raise Refused(f"After “{verdict.label}” comes {allowed}.", "what_next")


def check_why(said: Said) -> None:
    """Of a strategy always; of a target where no step follows."""
    if said.why.strip():
        return
    if isinstance(said.verdict, StrategyVerdict):
        raise Refused(f"Say why: “{said.verdict.label}” needs a reason.", "why")
    if not said.writes_a_step:
        raise Refused("Say why no new step follows.", "why")


def check_words(said: Said) -> None:
    if not said.next_words.strip():
        raise Refused("Write what adults or the child will do.", "next_words")
    if isinstance(said.verdict, TargetVerdict) and not said.next_know_when.strip():
        raise Refused("Say how we will know when the new step is reached.", "next_know_when")


def check_source(review: Review, line: Line, said: Said) -> None:
    """A step says where it came from, with the page or the band (C5.1)."""
    if said.next_step_source is None:
        raise Refused("Say where it came from.", "next_step_source")
    if said.next_step_source is NextStepSource.REPORT:
        check_report(review, said)
        check_recommendation(review, line, said.next_recommendation)
    elif said.next_step_source is NextStepSource.PARENT and isinstance(line, Target):
        words = "A target’s next step comes from a report, the tracker or your judgement (C5.1)."
        raise Refused(words, "next_step_source")
    elif not said.next_detail.strip():
        raise Refused(WHAT_EXACTLY[said.next_step_source], "next_detail")


WHAT_EXACTLY = {
    NextStepSource.REPORT: "Choose the report.",
    NextStepSource.TRACKER: "Say which band of the tracker.",
    NextStepSource.JUDGEMENT: "Say what the judgement rests on.",
    NextStepSource.PARENT: "Say which parent said so, and when.",
}


def check_report(review: Review, said: Said) -> None:
    if said.next_report is None:
        raise Refused(WHAT_EXACTLY[NextStepSource.REPORT], "next_report")
    if said.next_report.child_id != review.child_id or said.next_report.withdrawn_on:
        raise Refused("Choose one of the reports that you hold about this child.", "next_report")
    if not said.next_page.strip():
        raise Refused("Say on which page.", "next_page")


def check_recommendation(review: Review, line: Line, taken: Recommendation | None) -> None:
    """It stands, it is of the line's kind, and no other line of this review has taken it."""
    if taken is None:
        return
    kind = "target" if isinstance(line, Target) else "strategy"
    if taken.kind != kind or taken.removed_on:
        raise Refused("Choose one of the recommendations in the list.", "what_next")
    others = LineVerdict.objects.filter(review=review, next_recommendation=taken)
    if others.exclude(line_key=line.line_key).exists():
        raise Refused("Another line of this review has taken this one already.", "what_next")
