"""What the review decides about the support, and when the next one is (C4, C6.1)."""

from collections.abc import Iterable
from typing import Any

from accounts.forms.base import DayField, VersionedForm
from agencies.models import Agency
from children.forms.fields import Words, one_of
from plans.forms.fields import OneOfField
from reviews.models import Review
from reviews.queries.decision_page import AllAchieved
from reviews.rules.verdicts import AfterAllAchieved, Decision

from .planning import time_of_day

WANTED = (
    *("decision", "decision_words", "step_up_to"),
    *("after_all_achieved", "observation_by"),
)
"""A draft lacks them; the minutes do not."""


class DecisionForm(VersionedForm):
    agency_comments = Words("What agencies said", 2000, long=True)
    attendance_effect = Words("What attendance changed", 600)
    decision = one_of("What is decided?", [(d.value, d.label) for d in Decision])
    decision_words = Words("Why, and how it goes on", 1000, long=True)
    step_up_to = OneOfField(label="Which agency is asked")
    after_all_achieved = one_of(
        "What follows, as no report gave the targets?",
        [(a.value, a.label) for a in AfterAllAchieved],
    )
    observation_by = OneOfField(label="Which agency is asked to see the child again")

    def __init__(
        self,
        *args: Any,
        record: Review,
        agencies: Iterable[Agency],
        involved: Iterable[Agency],
        achieved: AllAchieved | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        for name in WANTED:
            self.fields[name].wanted_later = True  # type: ignore[attr-defined]
        self._offer("step_up_to", agencies)
        sources = [one.agency for one in achieved.from_reports] if achieved else []
        self._offer("observation_by", sources or involved)
        if achieved is None or sources:
            del self.fields["after_all_achieved"]
        if achieved is None or len(sources) == 1:
            del self.fields["observation_by"]

    def _offer(self, name: str, agencies: Iterable[Agency]) -> None:
        field: Any = self.fields[name]
        chosen = getattr(self.record, name)
        own = {chosen.pk: chosen} if chosen else {}
        field.offer((own | {one.pk: one for one in agencies}).values(), "Choose an agency")


class NextReviewForm(VersionedForm):
    next_review_on = DayField(
        label="Day of the next review", error_messages={"required": "Say when the next review is"}
    )
    next_review_time = time_of_day("Time")
    next_review_because = Words("Why on another day", 300)
