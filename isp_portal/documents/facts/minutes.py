"""The facts of the minutes of a review of intervention, for one recipient (C8.1)."""

from dataclasses import dataclass
from datetime import date, time

from isp_portal.documents.facts.people import Child, Recipient, Setting, SignOff
from isp_portal.documents.facts.plan import Source


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """A dated note that corrects the minutes; with it they are `version`."""

    version: int
    on: date
    words: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Covered:
    """What the review looks back on, as first issued: the days, the weeks open, the sessions."""

    first_on: date
    last_on: date
    attended: int
    possible: int
    unknown: int
    open_weeks: int | None = None


@dataclass(frozen=True, kw_only=True)
class Came:
    """Somebody at the review, and in which capacity or capacities."""

    name: str
    capacity: str


@dataclass(frozen=True, kw_only=True)
class CouldNotCome:
    """Somebody invited and absent: why, and how their view was obtained."""

    name: str
    capacity: str
    because: str = ""
    heard: str = ""


@dataclass(frozen=True, kw_only=True)
class FromLastTime:
    """An action of an earlier review. `outcome` is "done", "carried" or "dropped"."""

    what: str
    outcome: str
    looked_on: date
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class HelpCount:
    """How many entries about a line had this help level ("full", …, "not_tried")."""

    level: str
    entries: int


@dataclass(frozen=True, kw_only=True)
class LineReviewed:
    """A strategy ("1") or target ("A") with its verdict, the record beside it, and what follows.

    `verdict` is "keep", "change", "stop", "achieved", "partly", "not_yet" or "stopped";
    `what_next` "next_step", "adapted_step", "hold", "none", or "" for a strategy.
    """

    label: str
    words: str
    verdict: str
    why: str = ""
    helped: tuple[HelpCount, ...] = ()
    not_delivered: int = 0
    what_next: str = ""
    next_words: str = ""
    next_know_when: str = ""
    next_source: Source | None = None


@dataclass(frozen=True, kw_only=True)
class View:
    """A parent's own words, or why there are none. `answer` is "given", "declined", "not_reached".

    `how` reads "by phone", `through` names the interpreter.
    """

    who: str
    relationship: str
    answer: str
    said_on: date
    words: str = ""
    attempts: str = ""
    how: str = ""
    language: str = ""
    through: str = ""
    written_down_by: str = ""


@dataclass(frozen=True, kw_only=True)
class ChildView:
    """What the child showed and how they were asked, or why there is no view."""

    words: str = ""
    how: str = ""
    why_none: str = ""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """The decision: a label, what was said of it, and what follows for an agency.

    `follows` is made of the rest: the agency asked for more support; whether every target is
    achieved, and then who is asked for an observation, or what was chosen.
    """

    label: str
    words: str = ""
    follows: str = ""
    step_up_to: str = ""
    all_achieved: bool = False
    observation_by: tuple[str, ...] = ()
    chosen: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """An action: what, who, by when; `is_carried` from an earlier review."""

    what: str
    who: str
    by_on: date
    is_carried: bool = False


@dataclass(frozen=True, kw_only=True)
class NextReview:
    """The day agreed for the next review. Without a day none is planned.

    `because` is the window and its reason (a name of `plans.rules.window.Moved`), then what was said.
    """

    on: date | None = None
    at: time | None = None
    because: str = ""
    opens_on: date | None = None
    due_on: date | None = None
    moved: str = ""
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class MinutesPaper:
    """The minutes of one review as issued to one recipient on one day.

    `how_held` is "in_person", "phone", "video" or "writing". `why_no_view` stands where no parent's
    view is on this paper.
    """

    setting: Setting
    child: Child
    recipient: Recipient
    paper_title: str
    plan_title: str
    plan_number: int
    plan_version: int
    version: int
    version_of: date
    issued_on: date
    held_on: date
    how_held: str
    minutes_by: str
    covered: Covered
    replaces: str = ""
    corrections: tuple[Corrected, ...] = ()
    came: tuple[Came, ...] = ()
    could_not_come: tuple[CouldNotCome, ...] = ()
    from_last_time: tuple[FromLastTime, ...] = ()
    attendance_effect: str = ""
    strategies: tuple[LineReviewed, ...] = ()
    targets: tuple[LineReviewed, ...] = ()
    views: tuple[View, ...] = ()
    why_no_view: str = ""
    agency_comments: str = ""
    child_view: ChildView = ChildView()
    decided: Decided = Decided(label="")
    actions: tuple[Agreed, ...] = ()
    next_review: NextReview = NextReview()
    sign_offs: tuple[SignOff, ...] = ()
