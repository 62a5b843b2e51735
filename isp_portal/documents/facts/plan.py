"""The facts of one plan, for one recipient."""

from dataclasses import dataclass
from datetime import date

from isp_portal.documents.facts.people import Child, Recipient, Setting, SignOff
from isp_portal.documents.facts.record import InterventionRecord


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a line came from. `kind` is "report", "setting", "parent" or "behaviour".

    `words` say who or what; `dated_on` is the day of a report, `detail` what staff wrote beside.
    In facts of older copies `words` hold all of it.
    """

    kind: str
    words: str = ""
    page: str = ""
    dated_on: date | None = None
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """What adults do: a numbered line. `different_from` is the evidence that C2 asks for."""

    number: int
    what_adults_do: str
    when_and_where: str
    who: str
    source: Source
    how_often: str = ""
    resources: str = ""
    at_home: str = ""
    different_from: str = ""
    changed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Target:
    """A small step: a lettered line. `served_by` holds the numbers of strategies."""

    letter: str
    small_step: str
    starting_point: str
    know_when: str
    served_by: tuple[int, ...]
    source: Source
    by_when: date | None = None
    starting_on: date | None = None
    adapts: str = ""
    changed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class FamilySay:
    """The parents' words at the start, or why there are none. `language` is a tag such as "pl"."""

    words: str = ""
    who: str = ""
    said_on: date | None = None
    why_not_obtained: str = ""
    language: str = "en-GB"


@dataclass(frozen=True, kw_only=True)
class WhyThisPlan:
    """The ground for the plan in plain words, with the clauses of the guidance.

    `ground` is a name of `plans.rules.requirement.Outcome` where the sentence is one of ours.
    """

    sentence: str
    clauses: tuple[str, ...] = ()
    ground: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangedPart:
    """One part of a line that has other words: what it is called, what it says now and said before.

    Where it says where the line came from, the sources stand beside the words.
    """

    name: str
    now: str = ""
    before: str = ""
    now_from: Source | None = None
    before_from: Source | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One difference from the copy that this recipient holds: `words` in short, the rest in full.

    `tag` reads "Changed", "Smaller step", "Next step", "New" or "Removed"; `why` is what the review
    said of the line; `parts` is what `now` and `before` are made of, part by part. The facts of
    copies issued before there was a review have `words` alone.
    """

    words: str
    about: str = ""
    tag: str = ""
    now: str = ""
    before: str = ""
    why: str = ""
    source: Source | None = None
    parts: tuple[ChangedPart, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChangedSince:
    """What differs from the recipient's own last copy, which was dated `copy_of`.

    `held` says which copy that is ("plan 1, version 2"); `same` names the lines that are as they
    were; `answered` whether the recipient had answered that version.
    """

    copy_of: date
    rows: tuple[Change, ...]
    sign_again: bool = False
    held: str = ""
    same: tuple[str, ...] = ()
    answered: bool = False


@dataclass(frozen=True, kw_only=True)
class PlanPaper:
    """An Individual Support Plan as issued to one recipient on one day.

    `starting_point` is what the tracker says, `starting_point_on` the day it said so.

    `record` is None while its cycle has no entry; the facts of copies issued before there was a
    record do not have the key at all.
    """

    setting: Setting
    child: Child
    recipient: Recipient
    paper_title: str
    number: int
    version: int
    version_of: date
    issued_on: date
    replaces: str = ""
    starts_on: date | None = None
    window_opens_on: date | None = None
    due_on: date | None = None
    area_of_need: str = ""
    strengths: str = ""
    matters: str = ""
    child_showed_it: str = ""
    hard_just_now: str = ""
    starting_point: str = ""
    starting_point_on: date | None = None
    family: FamilySay = FamilySay()
    why: WhyThisPlan = WhyThisPlan(sentence="")
    changed: ChangedSince | None = None
    strategies: tuple[Strategy, ...] = ()
    targets: tuple[Target, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    record: InterventionRecord | None = None
