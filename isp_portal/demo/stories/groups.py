"""A term's group provision map: one group that meets, one that fell silent, one that has ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from children.models import AreaOfNeed, Child
from isp_portal.demo.stories.places import Place, with_group_map
from plans.actions.group_maps import add_group_row
from plans.actions.group_sessions import record_group_session
from plans.models import GroupProvisionMap, GroupProvisionRow
from plans.queries.calendar import calendar_of


@dataclass(frozen=True, slots=True)
class Group:
    """What a row of the map says, its length in weeks, and how long ago it last met."""

    intervention: str
    aim: str
    entry_measure: str
    weekdays: tuple[int, ...]
    weeks: int
    silent_weeks: int = 0


GROUPS = (
    Group(
        "Talk and listen group",
        "Two-word phrases in play",
        "One word at a time, Early Support band 3",
        (0, 2, 3),
        16,
    ),
    Group(
        "Rhyme time in a small room",
        "Joins in with the last word of a line",
        "Listens, does not join in yet",
        (1, 4),
        16,
        silent_weeks=3,
    ),
    Group(
        "Waiting for my name",
        "Looks up when the name is said first",
        "Looks up one time in four",
        (1,),
        6,
    ),
)
NOTES = ("", "A calm start with the name song.", "", "Two left early for the dentist.", "")


def tell_groups(named: Sequence[Child], place: Place, today: date) -> None:
    """The map with its groups, and their sessions up to yesterday."""
    group_map = with_group_map(place, today)
    for group in GROUPS:
        row = _row(group, group_map, named, place)
        last = min(row.ends_on, today - timedelta(days=1, weeks=group.silent_weeks))
        days = calendar_of(place.setting).open_days(row.starts_on, last)
        for number, day in enumerate(on for on in days if on.weekday() in group.weekdays):
            _session(number, row, day, place)


def _row(
    group: Group, group_map: GroupProvisionMap, named: Sequence[Child], place: Place
) -> GroupProvisionRow:
    ends = group_map.starts_on + timedelta(weeks=group.weeks)
    values = {
        "area": AreaOfNeed.COMMUNICATION,
        "intervention": group.intervention,
        "aim": group.aim,
        "lead": "Sam Whitlock",
        "delivered_by": "Dele Okafor",
        "group_size": 4,
        "times_a_week": len(group.weekdays),
        "minutes": 15,
        "weeks": group.weeks,
        "starts_on": group_map.starts_on,
        "ends_on": min(ends, group_map.ends_on),
        "entry_measure": group.entry_measure,
        "cost": "Within staffing",
    }
    by = place.senco().as_actor()
    return add_group_row(group_map=group_map, values=values, children=named, by=by)


def _session(number: int, row: GroupProvisionRow, day: date, place: Place) -> None:
    """Somebody is away every few times, never all at once."""
    dele = place.team["Dele Okafor"]
    children = row.named_children.order_by("child__legal_name")
    marks = {named.pk: (number + at) % 5 != 4 for at, named in enumerate(children)}
    record_group_session(
        row=row,
        held_on=day,
        held_by=dele,
        marks=marks,
        note=NOTES[number % len(NOTES)],
        by=dele.as_actor(),
    )
