"""What an answer rests on, in words: each input, what it says, and which record says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from agencies.rules.reports import ReportHeld
from children.models import AreaOfNeed, Child, Question
from children.rules import Stage
from plans.queries.facts_rows import ChildRows, MapRow
from plans.rules.advice import AdviceInForce
from plans.rules.inputs import received
from plans.rules.requirement import AdviceGiven, Received

ASKED = {
    Question.BEHAVIOUR: ("Behaviour strategies", "needed", "not needed"),
    Question.EVIDENCE: (
        "Provision to evidence",
        "additional or different",
        "nothing beyond the ordinary",
    ),
}
RECEIVED = {
    Received.NOTHING: "neither strategies nor targets",
    Received.STRATEGIES: "strategies only",
    Received.TARGETS: "targets",
}
ADVICE = {AdviceGiven.USE_ISP: "use an ISP", AdviceGiven.DO_NOT_USE_ISP: "do not use an ISP"}


@dataclass(frozen=True, slots=True)
class Basis:
    """One input in words: what it is, what it says, where that came from, and of which day."""

    title: str
    words: str
    source: str = ""
    on: date | None = None

    def as_kept(self) -> dict[str, str]:
        """The plain values that are kept with the answer."""
        day = self.on.isoformat() if self.on else ""
        return {"title": self.title, "words": self.words, "source": self.source, "on": day}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows of a child come to on the day."""

    on: date
    stage: Stage
    current: tuple[ReportHeld, ...]
    involved: bool
    advice: AdviceInForce
    live: tuple[MapRow, ...]
    agency_names: Mapping[UUID, str]


def bases(child: Child, rows: ChildRows, reading: Reading) -> tuple[Basis, ...]:
    """Everything that the answer rests on, in the order of the inputs."""
    return (
        Basis("Stage", reading.stage.label.lower(), "born", child.date_of_birth),
        *_agencies(rows, reading),
        *_reports(reading),
        *_advice(rows, reading),
        _answer(rows, Question.BEHAVIOUR, rows.support.behaviour),
        _answer(rows, Question.EVIDENCE, rows.support.evidence),
        *(
            Basis("Group map", AreaOfNeed(row.area).label, f"{row.title}, until", row.ends_on)
            for row in reading.live
        ),
    )


def _answer(rows: ChildRows, question: Question, said: bool | None) -> Basis:
    title, yes, no = ASKED[question]
    if said is None:
        return Basis(title, "not asked yet")
    who, on = rows.said[question.value, said]
    return Basis(title, yes if said else no, f"{who},", on)


def _agencies(rows: ChildRows, reading: Reading) -> Iterator[Basis]:
    if not reading.involved:
        yield Basis("Agency", "none has seen the child")
    for row in rows.involvements:
        if row.holds_on(reading.on):
            name = reading.agency_names[row.agency]  # type: ignore[index]
            yield Basis("Agency", name, "seen since", row.first_seen_on)


def _reports(reading: Reading) -> Iterator[Basis]:
    for report in reading.current:
        name = reading.agency_names[report.agency]  # type: ignore[index]
        yield Basis(
            "Received", RECEIVED[received((report,))], f"{name}, report of", report.dated_on
        )


def _advice(rows: ChildRows, reading: Reading) -> Iterator[Basis]:
    for record, who in rows.advice:
        if record is reading.advice.record:
            yield Basis("Advice", ADVICE[record.use], f"{who},", record.given_on)
