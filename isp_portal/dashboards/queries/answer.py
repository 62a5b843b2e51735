"""The card "Is an ISP required?": the kept answer, in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accounts.models import Membership
from accounts.rules.day_words import say_day
from accounts.rules.roles import Permission
from children.models import Child, Question
from isp_portal.dashboards.rules.kept_answer import answer_if, facts_kept
from plans.models import RequirementDecision
from plans.policies.decision import can_acknowledge
from plans.rules import answer as asked
from plans.rules.requirement import FactValue, Outcome, what_would_change
from plans.rules.warnings import AnswerWarning
from plans.rules.words import (
    GROUNDS,
    NOT_ASKED,
    THEN,
    changes_in_words,
    clauses_of,
    headline,
    if_words,
    reason,
)

ASKED_AS = {"behaviour": Question.BEHAVIOUR, "must_evidence": Question.EVIDENCE}


@dataclass(frozen=True, slots=True)
class RestsOn:
    title: str
    words: str
    source: str
    is_open: bool
    """Nobody has said it yet."""


@dataclass(frozen=True, slots=True)
class WouldChange:
    when: str
    then: str
    clause: str


@dataclass(frozen=True, slots=True)
class Worth:
    """A warning, with where to put it right."""

    words: str
    url: str
    link: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that nobody has answered yet; `url` is empty for who may not answer it."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """What the card shows."""

    decision: RequirementDecision
    tone: str
    words: str
    reason: str
    decided: str
    rests_on: tuple[RestsOn, ...]
    clauses: list[str]
    also: tuple[str, ...]
    changes: tuple[WouldChange, ...]
    warnings: tuple[Worth, ...]
    questions: tuple[OpenQuestion, ...]
    may_still: bool
    was: str
    may_acknowledge: bool
    earlier: int


def answer_card(child: Child, membership: Membership, today: date) -> AnswerCard | None:
    """The child's latest answer; None for a child whose answer has never been worked out."""
    decisions = RequirementDecision.objects.filter(child=child)
    decision = decisions.latest_per_child().first()
    if decision is None:
        return None
    outcome = outcome_of(decision)
    waits = can_acknowledge(decision)
    return AnswerCard(
        decision=decision,
        tone=tone_of(decision),
        words=headline(outcome),
        reason=reason(outcome, child.called),
        decided=decided_words(decision, today),
        rests_on=rests_on(decision, today),
        clauses=decision.clauses,
        also=tuple(GROUNDS[Outcome[code]] for code in decision.also),
        changes=_changes(decision, child.called),
        warnings=_warnings(decision, child, membership),
        questions=_questions(decision, child, membership),
        may_still=decision.is_required is False,
        was=_was(decision, child.called) if waits else "",
        may_acknowledge=waits and membership.may(Permission.ACKNOWLEDGE_DECISION),
        earlier=decisions.count() - 1,
    )


def _was(decision: RequirementDecision, name: str) -> str:
    """The last answer that was another one; its reason, where the headline would be the same."""
    earlier = RequirementDecision.objects.filter(child=decision.child_id, is_latest=False)
    other = earlier.exclude(outcome=decision.outcome).order_by("-decided_at").first()
    if other is None:
        return ""
    was, now = outcome_of(other), outcome_of(decision)
    return headline(was) if headline(was) != headline(now) else reason(was, name).rstrip(".")


def outcome_of(decision: RequirementDecision) -> Outcome | None:
    return Outcome[decision.outcome] if decision.outcome else None


def tone_of(decision: RequirementDecision) -> str:
    """How the answer is drawn: required, undecided or not_required."""
    if decision.is_required is None:
        return "undecided"
    return "required" if decision.is_required else "not_required"


def decided_words(decision: RequirementDecision, today: date) -> str:
    guidance = "Default guidance" if decision.ruleset_code == "default" else decision.ruleset_code
    day = say_day(decision.decided_on, today)
    return f"Decided {day} and looked at again every night. {guidance}, version {decision.ruleset_version}."


def rests_on(decision: RequirementDecision, today: date) -> tuple[RestsOn, ...]:
    return tuple(
        RestsOn(
            row["title"],
            row["words"],
            f"{row['source']} {say_day(date.fromisoformat(row['on']), today) if row['on'] else ''}",
            is_open=row["words"] == NOT_ASKED.lower(),
        )
        for row in decision.rests_on
    )


def _changes(decision: RequirementDecision, name: str) -> tuple[WouldChange, ...]:
    if not decision.outcome:
        return _if_answered(decision)
    changes = what_would_change(facts_kept(decision.inputs))
    asks = tuple(change for change in changes if _would_ask(decision, change[0]))
    said = changes_in_words([change for change in changes if change not in asks], name)
    return tuple(
        [WouldChange(change.when, change.then, clauses_of(change.outcome)[0]) for change in said]
        + [WouldChange(f"If {if_words(change, name)}", WOULD_ASK, "C2") for change, _ in asks]
    )


WOULD_ASK = "Then we ask whether we must evidence what we do: nobody has said."


def _would_ask(decision: RequirementDecision, change: tuple[str, FactValue]) -> bool:
    """Would the answer then hang on a question that nobody has been asked?"""
    given = answer_if(decision.inputs, *change)
    return given.outcome is None and asked.Question.MUST_EVIDENCE in given.open_questions


SAID = {
    "behaviour": "the adults need strategies for behaviour",
    "must_evidence": "we must evidence additional or different provision",
}


def _if_answered(decision: RequirementDecision) -> tuple[WouldChange, ...]:
    """What a yes to each open question would give, the other left as it stands."""
    found = []
    for question in decision.open_questions:
        given = answer_if(decision.inputs, question, True)
        if given.outcome:
            row = WouldChange(f"If {SAID[question]}", THEN[given.outcome], given.clauses[0])
            found.append(row)
    return tuple(found)


PUT_RIGHT = {
    AnswerWarning.AGENCY_BUT_LEVEL_EXPECTS_NONE: ("children:level_add", "Check the level"),
    AnswerWarning.LEVEL_EXPECTS_AGENCY_BUT_NONE: ("children:level_add", "Check the level"),
    AnswerWarning.GROUP_MAP_ENDED: ("plans:group_map_list", "See the provision map"),
    AnswerWarning.GROUP_MAP_PARTIAL: ("plans:group_map_list", "See the provision map"),
}


def _warnings(
    decision: RequirementDecision, child: Child, membership: Membership
) -> tuple[Worth, ...]:
    found = []
    for value in decision.warnings:
        warning = AnswerWarning(value)
        name, link = PUT_RIGHT.get(warning, ("", ""))
        if name == "children:level_add" and membership.may(Permission.EDIT_CHILD):
            found.append(Worth(warning.sentence, reverse(name, args=[child.pk]), link))
        elif name == "plans:group_map_list":
            found.append(Worth(warning.sentence, reverse(name), link))
        else:
            found.append(Worth(warning.sentence, "", ""))
    return tuple(found)


def _questions(
    decision: RequirementDecision, child: Child, membership: Membership
) -> tuple[OpenQuestion, ...]:
    may = membership.may(Permission.ANSWER_SUPPORT_NEED)
    page = reverse("children:support_need", args=[child.pk]) if may else ""
    return tuple(
        OpenQuestion(
            asked.Question(value).words, f"{page}?question={ASKED_AS[value].value}" if page else ""
        )
        for value in decision.open_questions
    )
