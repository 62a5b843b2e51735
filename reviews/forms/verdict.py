"""The verdict on a line: what it is, why, what comes next and where that came from (C5, C5.1, C6)."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget

from accounts.forms.base import VersionedForm
from accounts.models import TrackedModel
from agencies.models import Recommendation, Report
from children.forms.fields import Words, one_of
from plans.forms.fields import OneOfField
from plans.models import Strategy, Target
from reviews.actions.verdicts import columns
from reviews.models import LineVerdict
from reviews.policies.verdicts import Said, tidied
from reviews.rules.verdicts import (
    NextStepSource,
    StrategyVerdict,
    TargetVerdict,
    WhatNext,
)

ADAPT, WRITE, HOLD, NOTHING = "adapt", "write", "hold", "none"
STRATEGY_SOURCES = tuple(NextStepSource)
TARGET_SOURCES = tuple(s for s in NextStepSource if s is not NextStepSource.PARENT)
AS_BEFORE = "These are the words of before. Make the step smaller, or hold here for now"


class VerdictForm(VersionedForm):
    """What strategies and targets share. `seen_version` is 0 while there is no verdict yet."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    verdict: Any
    why = Words("Why", 600, long=True)
    what_next = one_of("What next?", [])
    adapted_words = Words("The words, changed", 600, long=True)
    next_words = Words("The new words", 600, long=True)
    next_step_source = one_of("Where it came from", [])
    next_report = OneOfField(label="Which report")
    next_page = Words("Page", 60)
    next_detail = Words("Which band, which ground, or who said so and when", 300)

    verdicts: type[StrategyVerdict] | type[TargetVerdict] = StrategyVerdict
    sources: tuple[NextStepSource, ...] = STRATEGY_SOURCES

    def __init__(
        self,
        *args: Any,
        record: LineVerdict,
        line: Strategy | Target,
        offered: Iterable[Recommendation],
        reports: Iterable[Report],
        **kwargs: Any,
    ) -> None:
        self.line, self.old_words = line, str(line)
        initial = {
            "what_next": chosen_before(record),
            "adapted_words": self.old_words,
            "seen_version": 0 if record._state.adding else record.row_version,
        }
        if initial["what_next"] == ADAPT:
            initial |= {"adapted_words": record.next_words, "next_words": ""}
        elif initial["what_next"] != WRITE:
            initial |= {"next_words": ""}
        super().__init__(*args, record=record, initial=initial, **kwargs)
        self.recommendations = {f"from-{one.pk}": one for one in offered}
        self._choices("verdict", [(v.value, v.label) for v in self.verdicts])
        self._choices("next_step_source", [(s.value, s.label) for s in self.sources])
        own = self.own_choices()
        taken = [(key, one.words) for key, one in self.recommendations.items()]
        self._choices("what_next", [*taken, *own])
        report: Any = self.fields["next_report"]
        report.offer(reports, "Choose a report")
        for field in self.fields.values():
            field.wanted_later = True  # type: ignore[attr-defined]

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def own_choices(self) -> list[tuple[str, str]]:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.is_step and values.get("what_next") == ADAPT:
            words = values.get("adapted_words", "")
            if not words:
                self.add_error("adapted_words", "Write the words as they shall be")
            elif words == self.old_words:
                self.add_error("adapted_words", AS_BEFORE)
        return values

    @property
    def is_step(self) -> bool:
        """Does the chosen verdict lead to a step that is written?"""
        return self.cleaned_data.get("verdict") not in (
            StrategyVerdict.KEEP.value,
            TargetVerdict.STOPPED.value,
        )

    def values(self) -> dict[str, Any]:
        """What `give_verdict` takes, but for the line and the people."""
        said, chosen = self.cleaned_data, self.cleaned_data["what_next"]
        words = {ADAPT: said["adapted_words"], WRITE: said["next_words"]}
        source = said["next_step_source"]
        return {
            "verdict": self.verdicts(said["verdict"]),
            "why": said["why"],
            "what_next": self.what_comes(chosen),
            "next_words": words.get(chosen, "") if self.is_step else "",
            "next_know_when": said.get("next_know_when", ""),
            "next_step_source": NextStepSource(source) if source else None,
            "next_recommendation": self.recommendations.get(chosen) if self.is_step else None,
            "next_report": said["next_report"],
            "next_page": said["next_page"],
            "next_detail": said["next_detail"],
        }

    @property
    def said(self) -> str:
        """The verdict in a sentence."""
        return self.verdicts(self.cleaned_data["verdict"]).label.lower()

    @property
    def from_reports(self) -> list[tuple[BoundWidget, Recommendation]]:
        """The radio of each recommendation that is offered."""
        own = self.recommendations
        radios = [(radio, own.get(radio.data["value"])) for radio in self["what_next"]]
        return [(radio, taken) for radio, taken in radios if taken]

    @property
    def own_radios(self) -> list[BoundWidget]:
        """The radios of what people write themselves, hold or leave."""
        return [r for r in self["what_next"] if r.data["value"] not in self.recommendations]

    def what_comes(self, chosen: str) -> WhatNext | None:
        """What follows a target; of a strategy nothing is kept but its words."""
        raise NotImplementedError

    def says_what_is_stored(self, current: TrackedModel) -> bool:
        said = columns(tidied(Said(**self.values())))
        return all(getattr(current, name) == value for name, value in said.items())


class StrategyVerdictForm(VerdictForm):
    verdict = one_of("Does it go on?", [], needed="Choose keep, change or stop")

    def own_choices(self) -> list[tuple[str, str]]:
        return [
            (ADAPT, "The same strategy, changed"),
            (WRITE, "Another one in its place"),
            (NOTHING, "Nothing in its place"),
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        changes = values.get("verdict") == StrategyVerdict.CHANGE.value
        if changes and values.get("what_next") in ("", NOTHING):
            self.add_error("what_next", "Say what changes")
        return values

    def what_comes(self, chosen: str) -> WhatNext | None:
        return None


class TargetVerdictForm(VerdictForm):
    verdict = one_of("Is it achieved?", [], needed="Choose one of the four verdicts")
    why = Words(
        "Why",
        600,
        long=True,
        help_text="What the child does now: an adapted step starts from it. "
        "Needed where no new step follows",
    )
    next_know_when = Words("We will know when", 600, long=True)
    verdicts = TargetVerdict
    sources = TARGET_SOURCES

    def own_choices(self) -> list[tuple[str, str]]:
        return [
            (ADAPT, "A smaller, adapted step"),
            (WRITE, "Write our own next step"),
            (HOLD, "Hold here for now"),
            (NOTHING, "Nothing further"),
        ]

    def what_comes(self, chosen: str) -> WhatNext | None:
        verdict = TargetVerdict(self.cleaned_data["verdict"])
        if verdict is TargetVerdict.STOPPED:
            return WhatNext.NONE
        if chosen in (HOLD, NOTHING, ""):
            return WhatNext(chosen) if chosen else None
        achieved = verdict is TargetVerdict.ACHIEVED
        return WhatNext.NEXT_STEP if achieved else WhatNext.ADAPTED_STEP


def chosen_before(record: LineVerdict) -> str:
    """Which answer to "what next?" the kept verdict stands for."""
    if record.next_recommendation_id:
        return f"from-{record.next_recommendation_id}"
    if record.what_next in (WhatNext.HOLD.value, WhatNext.NONE.value):
        return record.what_next
    if not record.next_words:
        return NOTHING if record.verdict == StrategyVerdict.STOP.value else ""
    changed = record.verdict == StrategyVerdict.CHANGE.value
    adapted = record.what_next == WhatNext.ADAPTED_STEP.value
    return ADAPT if changed or adapted else WRITE


def verdict_form(
    data: Any, *, record: LineVerdict, line: Strategy | Target, **offered: Any
) -> VerdictForm:
    """The form that fits the line."""
    kind = TargetVerdictForm if isinstance(line, Target) else StrategyVerdictForm
    return kind(data, record=record, line=line, **offered)
