"""Rows of the one query as the rules of chasing take them. Ids of children stay as they were read."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from agencies.models import Agency, ReportRequest
from agencies.queries.chase.facts import (
    Records,
    keep_answer,
    keep_report,
    keep_request,
    keep_seen,
)
from agencies.rules import Answer, consent_on
from agencies.rules.chase import ChaseRules
from agencies.rules.reports import ReportHeld
from children.queries.plain import Days, LondonDays, Whose, plain_rows

from .parts import ADVICE, AGENCY, ANSWER, CONSENT, REPORT, REQUEST, SEEN, STEP, Row, everything


class Ending(NamedTuple):
    """Advice or a consent that holds until a day."""

    child: str
    is_consent: bool
    words: str
    until_on: date


class CameIn(NamedTuple):
    """A report that an agency sent by its link and nobody here has looked at."""

    child: str
    report: str
    agency: str
    dated_on: date
    came_on: date


class Briefly(NamedTuple):
    """The records as the rules of chasing take them, but for what was marked in a report; what ends
    by itself; and every report that waits for a look."""

    records: Records
    read_as: dict[UUID, str]
    """Every id in the records, as it was read."""
    ending: list[Ending]
    came_in: list[CameIn]


class Ids(dict[str, UUID]):
    """Ids as a database writes them. Children and agencies come often: each text is read once."""

    def __missing__(self, text: str) -> UUID:
        self[text] = UUID(text)
        return self[text]


def briefly(whose: Whose, rules: ChaseRules, months: int, today: date) -> Briefly:
    """One query for all of them. `months` after which a report is out of date."""
    rows, ids = _rows(whose, today), Ids()
    records = Records(
        agencies={ids[r.key]: Agency(id=ids[r.key], name=r.words) for r in rows[AGENCY]},
        rules=rules,
        months=months,
    )
    for row in rows[SEEN]:
        keep_seen(records, (ids[row.child], ids[row.agency]), row.first_on, row.second_on)
    for row in rows[REQUEST]:
        keep_request(records, _request(row, ids, today), is_on_its_way=row.is_second)
    for row in sorted(rows[STEP], key=lambda row: row.first_on or today):
        records.steps.setdefault(ids[row.key], []).append((row.words, row.first_on or today))
    given = LondonDays()
    for row in sorted(rows[ANSWER], key=lambda row: row.who):
        keep_answer(records, ids[row.key], row.words, given[row.who], row.second_on)
    for row in rows[REPORT]:
        keep_report(records, ids[row.child], _report(row, ids, today), row.words)
        if row.is_third:
            records.unseen.add(ids[row.key])
    _keep_consents(records, rows[CONSENT], ids, today)
    names = {row.key: row.words for row in rows[AGENCY]}
    ending = [*_consents_ending(rows[CONSENT], names), *_advice_ending(rows[ADVICE])]
    read_as = {key: text for text, key in ids.items()}
    return Briefly(records, read_as, ending, [*_came_in(rows[REPORT], names, today)])


def _rows(whose: Whose, today: date) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    days = Days()
    for what, child, agency, key, words, who, by, *on, one, two, three in plain_rows(
        everything, whose, today
    ):
        first, second, third = on
        flags = (bool(one), bool(two), bool(three))
        row = Row(
            *(what, child, agency, key, words, who, by),
            *(days[first], days[second], days[third]),
            *flags,
        )
        rows[what].append(row)
    return rows


def _request(row: Row, ids: Ids, today: date) -> ReportRequest:
    return ReportRequest(
        id=ids[row.key],
        child_id=ids[row.child],
        agency_id=ids[row.agency],
        kind=row.words,
        because=row.who,
        raised_on=row.first_on or today,
        asked_on=row.second_on,
        closed_on=row.third_on,
        needs_referral=row.is_first,
    )


def _report(row: Row, ids: Ids, today: date) -> ReportHeld:
    return ReportHeld(
        ids[row.agency],
        row.first_on or today,
        row.second_on or today,
        row.is_first,
        row.is_second,
        ids[row.key],
    )


def _keep_consents(records: Records, rows: list[Row], ids: Ids, today: date) -> None:
    found: dict[tuple[UUID, UUID, str], list[Answer]] = defaultdict(list)
    for row in rows:
        found[ids[row.child], ids[row.agency], row.words].append(
            Answer(
                who=row.who,
                is_given=row.is_first,
                given_on=row.first_on or today,
                until_on=row.second_on,
                withdrawn_on=row.third_on,
                withdrawn_by=row.by,
                may_give=row.is_second and row.is_third,
                may_refuse=row.is_third,
                key=ids[row.key],
            )
        )
    records.standing = {place: consent_on(answers, today) for place, answers in found.items()}


def _consents_ending(rows: list[Row], agencies: dict[str, str]) -> Iterator[Ending]:
    for row in rows:
        if row.is_first and row.second_on and row.third_on is None:
            words = f"{row.who}: {agencies.get(row.agency, '')}"
            yield Ending(row.child, True, words, row.second_on)


def _advice_ending(rows: list[Row]) -> Iterator[Ending]:
    yield from (Ending(row.child, False, row.words, row.first_on) for row in rows if row.first_on)


def _came_in(rows: list[Row], agencies: dict[str, str], today: date) -> Iterator[CameIn]:
    """The longest here first."""
    for row in sorted(rows, key=lambda row: (row.second_on or today, row.key)):
        if row.is_third:
            days = (row.first_on or today, row.second_on or today)
            yield CameIn(row.child, row.key, agencies[row.agency], *days)
