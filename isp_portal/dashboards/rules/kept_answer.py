"""A kept answer to "is an ISP required?" as the rules take it, and what would change it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from plans.rules import answer as asked
from plans.rules.requirement import (
    AdviceGiven,
    FactValue,
    Received,
    RequirementFacts,
    what_would_change,
)
from plans.rules.words import if_words

QUESTIONS = ("behaviour", "must_evidence")
A_NAME = "\ue000"
"""Stands for the child's name in words that are worked out once for many children."""


def facts_kept(inputs: Mapping[str, Any]) -> RequirementFacts:
    """The kept inputs as the rules take them; a question not asked yet is taken as no."""
    return RequirementFacts(
        behaviour=bool(inputs["behaviour"]),
        advice=AdviceGiven(inputs["advice"]),
        preschool_or_below=inputs["preschool_or_below"],
        agency_involved=inputs["agency_involved"],
        received=Received(inputs["received"]),
        must_evidence=bool(inputs["must_evidence"]),
        group_map_covers=inputs["group_map_covers"],
    )


def known_of(facts: RequirementFacts) -> asked.KnownFacts:
    """The inputs that nobody has to be asked for."""
    return asked.KnownFacts(
        facts.advice,
        facts.preschool_or_below,
        facts.agency_involved,
        facts.received,
        facts.group_map_covers,
    )


def answer_if(inputs: Mapping[str, Any], name: str, value: FactValue) -> asked.Answer:
    """The answer with one input changed, a question that nobody was asked still open."""
    changed = replace(facts_kept(inputs), **{name: value})  # type: ignore[arg-type]
    said = {question: inputs[question] for question in QUESTIONS}
    if name in said:
        said[name] = value
    return asked.answer(known_of(changed), said["behaviour"], said["must_evidence"])


def lifted_by(inputs: str, name: str) -> str:
    """ "If a report sets targets": what would make a plan not required, in words; or nothing.

    `inputs` is the JSON that was kept with the answer.
    """
    return _lifted_by(inputs).replace(A_NAME, name)


@lru_cache(maxsize=512)
def _lifted_by(inputs: str) -> str:
    kept = json.loads(inputs)
    changes = (change for change, _ in what_would_change(facts_kept(kept)))
    lifts = [change for change in changes if answer_if(kept, *change).required is False]
    words = [if_words(change, A_NAME) for change in lifts]
    return "If " + ", or if ".join(words) if words else ""
