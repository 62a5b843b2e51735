"""What the pages about one child's path and people show beside their forms."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from children.models import (
    Child,
    KeyPersonAssignment,
    LevelRecord,
    Question,
    Room,
    RoomStaff,
    StageOverrideRecord,
    SupportNeed,
)
from children.queries.levels import levels_for
from children.queries.support import in_force, support_answers
from children.rules import Stage, stage_on

DEFAULT_WORDS = {True: "Yes", False: "No", None: "Not asked yet"}


@dataclass(frozen=True, slots=True)
class LevelRow:
    record: LevelRecord
    label: str
    holds: bool


def level_rows(child: Child, on: date) -> list[LevelRow]:
    """Every level record, newest first; the newest that has begun holds."""
    labels = dict(levels_for(child.setting, on))
    rows = list(child.levels.order_by("-from_on"))
    holds = next((row for row in rows if row.from_on <= on), None)
    return [LevelRow(row, labels.get(row.level, ""), row is holds) for row in rows]


@dataclass(frozen=True, slots=True)
class StageFacts:
    """The stage by birthday, the stage that holds, and every override, newest first."""

    by_birthday: Stage
    holds: Stage
    overrides: list[StageOverrideRecord]


def stage_facts(child: Child, on: date) -> StageFacts:
    rows = list(child.stage_overrides.order_by("-from_on"))
    return StageFacts(stage_on(child.date_of_birth, on), child.stage(on), rows)


def key_people_rows(child: Child) -> list[KeyPersonAssignment]:
    """Everybody who looks or looked after the child, newest first; not those who never began."""
    rows = child.key_people.select_related("membership__user").order_by("-from_on", "is_second")
    return [row for row in rows if row.until_on is None or row.until_on >= row.from_on]


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One of the two questions: what the answers add up to, and each of them."""

    question: str
    words: str
    answer: bool | None
    answer_words: str
    counting: list[SupportNeed]
    past: list[SupportNeed]


def question_parts(child: Child, on: date) -> list[QuestionPart]:
    """Both questions with every answer, newest first, in a fixed number of queries."""
    related = ("said_by_member__user", "said_by_contact")
    every = list(child.support_needs.select_related(*related))
    counting = set(child.support_needs.filter(in_force(on)).values_list("pk", flat=True))
    totals = support_answers([child], on)[child.pk]
    answers = {Question.BEHAVIOUR: totals.behaviour, Question.EVIDENCE: totals.evidence}
    return [
        QuestionPart(
            question=question.value,
            words=question.label,
            answer=answers[question],
            answer_words=DEFAULT_WORDS[answers[question]],
            counting=[r for r in every if r.question == question and r.pk in counting],
            past=[r for r in every if r.question == question and r.pk not in counting],
        )
        for question in Question
    ]


@dataclass(frozen=True, slots=True)
class RoomRow:
    room: Room
    children: int
    staff: list[RoomStaff]


def room_rows(setting_id: UUID, on: date) -> list[RoomRow]:
    """Rooms of the setting, open ones first, with who works there today: four queries."""
    rooms = list(Room.objects.filter(setting=setting_id))
    rooms.sort(key=lambda room: room.closed_on is not None)
    inside: dict[object, int] = {}
    for room_id in Child.objects.filter(room__in=rooms).active().values_list("room", flat=True):
        inside[room_id] = inside.get(room_id, 0) + 1
    staff: dict[object, list[RoomStaff]] = {room.pk: [] for room in rooms}
    for row in room_staff(rooms):
        if row.from_on <= on and (row.until_on is None or row.until_on >= on):
            staff[row.room_id].append(row)
    return [RoomRow(room, inside.get(room.pk, 0), staff[room.pk]) for room in rooms]


def room_staff(rooms: list[Room]) -> list[RoomStaff]:
    """Everybody who works or worked in the rooms, newest first."""
    found = RoomStaff.objects.filter(room__in=rooms).select_related("membership__user")
    return list(found.order_by("-from_on"))
