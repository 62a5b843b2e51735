"""Everything that agencies' records say about many children, in one query, for a page of many lists.

The branches of one UNION share their columns: what a row is, whose it is, and its days and answers.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat

from accounts.models import EarlyYearsSetting, OutboxMail
from agencies.models import (
    Advice,
    Agency,
    Consent,
    ConsentAnswer,
    Involvement,
    Report,
    ReportRequest,
    RequestStep,
)
from agencies.queries.chase.facts import (
    LETTER_MAIL,
    Records,
    keep_report,
    keep_request,
    keep_seen,
)
from agencies.rules import Answer, consent_on
from agencies.rules.chase import ChaseRules
from agencies.rules.reports import ReportHeld
from children.models import Child, ParentCarer, YesNoUnknown

AGENCY, SEEN, REQUEST, STEP, REPORT, CONSENT, ADVICE = (
    *("agency", "seen", "request", "step"),
    *("report", "consent", "advice"),
)
NO_DAY: Any = Cast(Value(None), DateField())
NO: Any = Value(False, output_field=BooleanField())


class Row(NamedTuple):
    """One row of any of them. What `words`, days and answers mean depends on what it is."""

    what: str
    child: str
    agency: str
    key: str
    words: str
    who: str
    by: str
    first_on: date | None
    second_on: date | None
    third_on: date | None
    is_first: bool
    is_second: bool
    is_third: bool


class Ending(NamedTuple):
    """Advice or a consent that holds until a day."""

    child: UUID
    is_consent: bool
    words: str
    until_on: date


class CameIn(NamedTuple):
    """A report that an agency sent by its link and nobody here has looked at."""

    child: UUID
    report: str
    agency: str
    dated_on: date
    came_on: date


class Briefly(NamedTuple):
    """The records as the rules of chasing take them, but for what was marked in a report; what ends
    by itself; and every report that waits for a look."""

    records: Records
    ending: list[Ending]
    came_in: list[CameIn]


def briefly(
    children: "QuerySet[Child]",
    setting: EarlyYearsSetting,
    rules: ChaseRules,
    months: int,
    today: date,
) -> Briefly:
    """One query for all of them. `months` after which a report is out of date."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for values in _everything(children, setting, today):
        row = Row._make(values)
        rows[row.what].append(row)
    records = Records(
        agencies={UUID(r.key): Agency(pk=UUID(r.key), name=r.words) for r in rows[AGENCY]},
        rules=rules,
        months=months,
    )
    for row in rows[SEEN]:
        keep_seen(records, _place(row), row.first_on, row.second_on)
    for row in rows[REQUEST]:
        keep_request(records, _request(row, today), is_on_its_way=row.is_second)
    for row in sorted(rows[STEP], key=lambda row: row.first_on or today):
        records.steps.setdefault(UUID(row.key), []).append((row.words, row.first_on or today))
    for row in rows[REPORT]:
        keep_report(records, UUID(row.child), _report(row, today), row.words)
        if row.is_third:
            records.unseen.add(UUID(row.key))
    _keep_consents(records, rows[CONSENT], today)
    return Briefly(records, list(_ending(rows)), [*_came_in(rows[REPORT], records, today)])


def _place(row: Row) -> tuple[UUID, UUID]:
    return UUID(row.child), UUID(row.agency)


def _request(row: Row, today: date) -> ReportRequest:
    child, agency = _place(row)
    return ReportRequest(
        pk=UUID(row.key),
        child_id=child,
        agency_id=agency,
        kind=row.words,
        raised_on=row.first_on or today,
        asked_on=row.second_on,
        closed_on=row.third_on,
        needs_referral=row.is_first,
    )


def _report(row: Row, today: date) -> ReportHeld:
    return ReportHeld(
        UUID(row.agency),
        row.first_on or today,
        row.second_on or today,
        row.is_first,
        row.is_second,
        UUID(row.key),
    )


def _keep_consents(records: Records, rows: list[Row], today: date) -> None:
    found: dict[tuple[UUID, UUID, str], list[Answer]] = defaultdict(list)
    for row in rows:
        found[*_place(row), row.words].append(
            Answer(
                who=row.who,
                is_given=row.is_first,
                given_on=row.first_on or today,
                until_on=row.second_on,
                withdrawn_on=row.third_on,
                withdrawn_by=row.by,
                may_give=row.is_second and row.is_third,
                may_refuse=row.is_third,
                key=UUID(row.key),
            )
        )
    records.standing = {place: consent_on(answers, today) for place, answers in found.items()}


def _ending(rows: dict[str, list[Row]]) -> Iterator[Ending]:
    agencies = {row.key: row.words for row in rows[AGENCY]}
    for row in rows[CONSENT]:
        if row.is_first and row.second_on and row.third_on is None:
            words = f"{row.who}: {agencies.get(row.agency, '')}"
            yield Ending(UUID(row.child), True, words, row.second_on)
    for row in rows[ADVICE]:
        if row.first_on:
            yield Ending(UUID(row.child), False, row.words, row.first_on)


def _came_in(reports: list[Row], records: Records, today: date) -> Iterator[CameIn]:
    """The longest here first."""
    for row in sorted(reports, key=lambda row: (row.second_on or today, row.key)):
        if row.is_third:
            agency = records.agencies[UUID(row.agency)].name
            days = (row.first_on or today, row.second_on or today)
            yield CameIn(UUID(row.child), row.key, agency, *days)


def _everything(children: "QuerySet[Child]", setting: EarlyYearsSetting, today: date) -> Any:
    of_them = {"child__in": children.values("pk")}
    parts = [
        _part(
            AGENCY, Agency.objects.filter(setting=setting), child="pk", agency="pk", words="name"
        ),
        _part(
            SEEN,
            Involvement.objects.filter(**of_them).seen_by(today),
            first="first_seen_on",
            second="last_seen_on",
        ),
        _requests(of_them),
        _part(
            STEP,
            RequestStep.objects.filter(
                request__child__in=children.values("pk"), request__closed_on__isnull=True
            ),
            child="request__child",
            agency="request__agency",
            key="request",
            words="kind",
            first="done_on",
        ),
        _part(
            REPORT,
            Report.objects.standing().filter(**of_them),
            words="received_from",
            first="dated_on",
            second="received_on",
            flags=(F("holds_strategies"), F("holds_targets"), F("awaits_look")),
        ),
        _consents(of_them, today),
        _part(
            ADVICE,
            Advice.objects.filter(
                **of_them, until_on__gte=today, withdrawn_on__isnull=True
            ).annotate(said=Concat("person_name", Value(", "), "person_role")),
            agency="child",
            words="said",
            first="until_on",
        ),
    ]
    return parts[0].union(*parts[1:], all=True)


def _requests(of_them: dict[str, Any]) -> Any:
    unanswered = Q(closed_on__isnull=True) | Q(answered_by__isnull=True)
    mail = OutboxMail.objects.waiting().filter(kind=LETTER_MAIL, about_id=OuterRef("pk"))
    return _part(
        REQUEST,
        ReportRequest.objects.filter(unanswered, **of_them),
        words="kind",
        first="raised_on",
        second="asked_on",
        third="closed_on",
        flags=(F("needs_referral"), Exists(mail), NO),
    )


def _consents(of_them: dict[str, Any], today: date) -> Any:
    to_be_asked = ParentCarer.objects.to_be_asked(today).filter(pk=OuterRef("contact"))
    return _part(
        CONSENT,
        Consent.objects.filter(**of_them),
        words="purpose",
        who="contact__name",
        by="withdrawn_by",
        first="given_on",
        second="until_on",
        third="withdrawn_on",
        flags=(
            Q(answer=ConsentAnswer.GIVEN),
            Exists(to_be_asked),
            Q(contact__parental_responsibility=YesNoUnknown.YES),
        ),
    )


def _part(
    what: str,
    rows: Any,
    *,
    child: str = "child",
    agency: str = "agency",
    key: str = "pk",
    words: str = "",
    who: str = "",
    by: str = "",
    first: str = "",
    second: str = "",
    third: str = "",
    flags: tuple[Any, Any, Any] = (NO, NO, NO),
) -> Any:
    """The rows in the columns of `Row`, each of one type on every database."""
    answers = [Coalesce(Cast(flag, BooleanField()), NO) for flag in flags]
    return rows.order_by().values_list(
        Value(what, output_field=CharField()),
        *(Cast(name, CharField()) for name in (child, agency, key)),
        *(
            Cast(name, CharField()) if name else Cast(Value(""), CharField())
            for name in (words, who, by)
        ),
        *(Cast(name, DateField()) if name else NO_DAY for name in (first, second, third)),
        *answers,
    )
