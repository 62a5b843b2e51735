"""The branches of the one query: what a row is, whose it is, and its days and answers."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat

from accounts.models import OutboxMail
from agencies.models import (
    Advice,
    Agency,
    Consent,
    ConsentAnswer,
    Involvement,
    Report,
    ReportRequest,
    RequestAnswer,
    RequestStep,
)
from agencies.queries.chase.facts import LETTER_MAIL
from children.models import ParentCarer, YesNoUnknown
from children.queries.plain import Whose, written

AGENCY, SEEN, REQUEST, STEP, ANSWER, REPORT, CONSENT, ADVICE = (
    *("agency", "seen", "request", "step", "answer"),
    *("report", "consent", "advice"),
)
OF_REQUEST: dict[str, Any] = {
    "child": "request__child",
    "agency": "request__agency",
    "key": "request",
}
NO_DAY: Any = written(Value(None, output_field=CharField()))
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


def everything(whose: Whose, today: date) -> Any:
    theirs = whose.about("child")
    of_open = whose.about("request__child") & Q(request__closed_on__isnull=True)
    parts = [
        _part(
            AGENCY,
            Agency.objects.filter(setting=whose.setting_id),
            child="pk",
            agency="pk",
            words="name",
        ),
        _part(
            SEEN,
            Involvement.objects.filter(theirs).seen_by(today),
            first="first_seen_on",
            second="last_seen_on",
        ),
        _requests(theirs),
        _part(
            STEP,
            RequestStep.objects.filter(of_open),
            **OF_REQUEST,
            words="kind",
            first="done_on",
        ),
        _part(
            ANSWER,
            RequestAnswer.objects.filter(of_open),
            **OF_REQUEST,
            words="kind",
            who="answered_at",
            second="will_send_on",
        ),
        _part(
            REPORT,
            Report.objects.standing().filter(theirs),
            words="received_from",
            first="dated_on",
            second="received_on",
            flags=(F("holds_strategies"), F("holds_targets"), F("awaits_look")),
        ),
        _consents(theirs, today),
        _part(
            ADVICE,
            Advice.objects.filter(theirs, until_on__gte=today, withdrawn_on__isnull=True).annotate(
                said=Concat("person_name", Value(", "), "person_role")
            ),
            agency="child",
            words="said",
            first="until_on",
        ),
    ]
    return parts[0].union(*parts[1:], all=True)


def _requests(theirs: Q) -> Any:
    unanswered = Q(closed_on__isnull=True) | Q(answered_by__isnull=True)
    mail = OutboxMail.objects.waiting().filter(kind=LETTER_MAIL, about_id=OuterRef("pk"))
    return _part(
        REQUEST,
        ReportRequest.objects.filter(unanswered, theirs),
        words="kind",
        who="because",
        first="raised_on",
        second="asked_on",
        third="closed_on",
        flags=(F("needs_referral"), Exists(mail), NO),
    )


def _consents(theirs: Q, today: date) -> Any:
    to_be_asked = ParentCarer.objects.to_be_asked(today).filter(pk=OuterRef("contact"))
    return _part(
        CONSENT,
        Consent.objects.filter(theirs),
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
        *map(written, (child, agency, key)),
        *(written(name if name else Value("")) for name in (words, who, by)),
        *(written(name) if name else NO_DAY for name in (first, second, third)),
        *answers,
    )
