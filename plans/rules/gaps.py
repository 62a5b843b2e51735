"""What a plan does not say yet, named in plain words before it is marked ready.

A plan is ready when it has no gap in its content. Strategies are counted from one and targets
lettered from A, as on paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.rules.content import (
    LETTERS,
    MOST_TARGETS,
    TEXT_CAPS,
    PlanContent,
    Provision,
    Source,
    SourceKind,
    StrategyContent,
    TargetContent,
    is_blank,
)

__all__ = ["TEXT_CAPS", "Gap", "PlanContent", "StrategyContent", "TargetContent", "gaps"]

SECTION_SENTENCES = {
    "primary_area": "The plan does not say which area of need comes first.",
    "strengths": "The plan does not say what the child is good at and enjoys.",
    "matters_to_child": "The plan does not say what matters to the child.",
    "how_child_showed_it": "The plan does not say how the child showed what matters.",
    "parents_view": "The plan has neither the parents' view nor why it was not obtained.",
    "what_is_difficult": "The plan does not say what is difficult.",
}
START_MISSING = "The plan does not say when it starts."
NO_STRATEGY = "The plan has no strategy yet."
TOO_MANY_TARGETS = "The plan has {} targets: four is the most."
LINE_SENTENCES = {
    "what_adults_do": "does not say what adults do.",
    "when_and_where": "does not say when and where.",
    "who": "does not say who does it.",
    "small_step": "does not say what the small step is.",
    "starting_point": "does not say where the child starts from.",
    "know_when": "does not say how we will know when.",
    "served_by": "has no strategy that serves it.",
    "adapts": "does not say which target it adapts.",
    "source": "does not say where it came from.",
    "report": "came from a report, but does not say which one.",
    "page": "does not say which page of the report it came from.",
    "provision": "does not say whether it is ordinary, additional or different.",
    "different_from_what": "does not say what it is additional to or different from.",
}
STRATEGY_TEXTS = ("what_adults_do", "when_and_where", "who")
TARGET_TEXTS = ("small_step", "starting_point", "know_when")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing missing: the section, the line's key where it is in a line, the field, in words."""

    section: str
    line_key: str | None
    field: str
    sentence: str


def gaps(plan: PlanContent) -> tuple[Gap, ...]:
    """Everything that keeps the plan from being ready, in the order of the form; none is ready."""
    return (*_section_gaps(plan), *_strategies_gaps(plan), *_targets_gaps(plan))


def _section_gaps(plan: PlanContent) -> Iterator[Gap]:
    if plan.starts_on is None and not plan.is_imported:
        yield Gap("starts_on", None, "starts_on", START_MISSING)
    for name, sentence in SECTION_SENTENCES.items():
        said: str = getattr(plan, name)
        if name == "parents_view" and is_blank(said):
            said = plan.why_no_parents_view
        if is_blank(said):
            yield Gap(name, None, name, sentence)


def _strategies_gaps(plan: PlanContent) -> Iterator[Gap]:
    if not plan.strategies:
        yield Gap("strategies", None, "strategies", NO_STRATEGY)
    for number, strategy in enumerate(plan.strategies, start=1):
        for name in _missing_in_strategy(strategy, plan.needs_evidence):
            sentence = f"Strategy {number} {LINE_SENTENCES[name]}"
            yield Gap("strategies", strategy.key, name, sentence)


def _targets_gaps(plan: PlanContent) -> Iterator[Gap]:
    if len(plan.targets) > MOST_TARGETS:
        sentence = TOO_MANY_TARGETS.format(len(plan.targets))
        yield Gap("targets", None, "targets", sentence)
    strategies = frozenset(strategy.key for strategy in plan.strategies)
    for letter, target in zip(LETTERS, plan.targets, strict=False):
        for name in _missing_in_target(target, strategies):
            sentence = f"Target {letter} {LINE_SENTENCES[name]}"
            yield Gap("targets", target.key, name, sentence)


def _missing_in_strategy(strategy: StrategyContent, needs_evidence: bool) -> Iterator[str]:
    yield from (name for name in STRATEGY_TEXTS if is_blank(getattr(strategy, name)))
    yield from _missing_in_source(strategy.source)
    if not needs_evidence:
        return
    if strategy.provision is None:
        yield "provision"
    elif strategy.provision is not Provision.ORDINARY and is_blank(strategy.different_from_what):
        yield "different_from_what"


def _missing_in_target(target: TargetContent, strategies: frozenset[str]) -> Iterator[str]:
    yield from (name for name in TARGET_TEXTS if is_blank(getattr(target, name)))
    if strategies.isdisjoint(target.served_by):
        yield "served_by"
    yield from _missing_in_source(target.source)
    if target.is_adapted and not target.adapts:
        yield "adapts"


def _missing_in_source(source: Source | None) -> Iterator[str]:
    if source is None:
        yield "source"
    elif source.kind is SourceKind.REPORT:
        yield from (name for name in ("report", "page") if is_blank(getattr(source, name)))
