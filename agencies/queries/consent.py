"""A child's consents, agency by agency and purpose by purpose, each in words (C7)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.rules.day_words import say_day
from agencies.models import OTHER_PURPOSES, Agency, AgencyContact, Consent, ConsentPurpose
from agencies.rules import Standing, Verdict
from children.models import Child


@dataclass(frozen=True, slots=True)
class PurposeLine:
    """One purpose of one agency: its standing (`pill "consent"`), in words, and who said what."""

    purpose: ConsentPurpose
    standing: Standing
    words: str
    answers: tuple[Consent, ...]
    """Those that stand; one that is over is among the agency's earlier answers."""

    @property
    def may_be_recorded(self) -> bool:
        """Is a contact for this purpose recorded by hand? Requests and invitations record their own."""
        return self.purpose in OTHER_PURPOSES


@dataclass(frozen=True, slots=True)
class AgencyConsents:
    agency: Agency
    lines: tuple[PurposeLine, ...]
    earlier: tuple[Consent, ...]
    contacts: tuple[AgencyContact, ...]
    """What went to the agency under these consents, beside requests and invitations."""


def consent_board(child: Child, today: date) -> tuple[AgencyConsents, ...]:
    """Each agency on the child's record, with what was answered for each purpose, in five queries."""
    answers = Consent.objects.filter(child=child).select_related("contact", "agency")
    rows = list(answers.order_by("-given_on", "contact__name", "id"))
    standing = Consent.objects.standing_of(child, today)
    contacts = list(AgencyContact.objects.filter(child=child).select_related("report"))
    return tuple(
        _agency(
            agency,
            [row for row in rows if row.agency_id == agency.pk],
            standing,
            tuple(row for row in contacts if row.agency_id == agency.pk),
            today,
        )
        for agency in _agencies_of(child)
    )


def _agencies_of(child: Child) -> list[Agency]:
    """Those that see the child, were asked, wrote or were answered about."""
    named: set[UUID] = set()
    for rows in (child.involvements, child.reports, child.report_requests, child.consents):
        named |= set(rows.values_list("agency", flat=True))
    return list(Agency.objects.filter(pk__in=named))


def _agency(
    agency: Agency,
    rows: list[Consent],
    standing: dict[tuple[UUID, str], Verdict],
    contacts: tuple[AgencyContact, ...],
    today: date,
) -> AgencyConsents:
    lines = [
        _line(purpose, standing.get((agency.pk, purpose), NO_ANSWER), rows, today)
        for purpose in ConsentPurpose
    ]
    earlier = tuple(row for row in rows if row.withdrawn_on)
    return AgencyConsents(agency, tuple(lines), earlier, contacts)


NO_ANSWER = Verdict(Standing.NONE)

SAYS = {
    Standing.GIVEN: "{who} consented on {day}",
    Standing.PAUSED: "{who} objects since {day}. The SENCO decides",
    Standing.REFUSED: "{who} refused on {day}",
    Standing.WITHDRAWN: "{who} withdrew consent on {withdrawn}",
    Standing.ENDED: "{who}’s consent ended on {until}",
    Standing.NONE: "Nobody has answered yet",
}


def _line(
    purpose: ConsentPurpose, verdict: Verdict, rows: list[Consent], today: date
) -> PurposeLine:
    answers = tuple(row for row in rows if row.purpose == purpose and not row.withdrawn_on)
    return PurposeLine(purpose, verdict.standing, _words(verdict, today), answers)


def _words(verdict: Verdict, today: date) -> str:
    answer = verdict.answer
    if answer is None:
        return SAYS[verdict.standing]
    return SAYS[verdict.standing].format(
        who=answer.who,
        day=say_day(answer.given_on, today),
        withdrawn=say_day(answer.withdrawn_on or today, today),
        until=say_day(answer.until_on or today, today),
    )
