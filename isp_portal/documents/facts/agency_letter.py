"""The facts of a letter that asks an agency about a child, or chases what was asked (C6.1, C7)."""

from dataclasses import dataclass
from datetime import date

from isp_portal.documents.facts.minutes import Came
from isp_portal.documents.facts.people import Child, Setting


@dataclass(frozen=True, kw_only=True)
class LetterConsent:
    """The consent that the letter rests on."""

    given_by: str
    relationship: str
    may_share: str
    how: str
    given_on: date
    until_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class AgencyLetter:
    """A letter to an agency, as issued on one day.

    `kind` is a name of `agencies.rules.letters.LetterKind`. `number` counts the letters about one
    request; `follows` is the day of the one before, `asked_on` that of the first; `replaces` is the
    day on which a letter of the same number was made that said something else.
    """

    setting: Setting
    child: Child
    to_name: str
    to_job: str
    agency: str
    address: tuple[str, ...]
    number: int
    issued_on: date
    reference: str
    kind: str
    because: str
    days: str
    seen_on: date | None = None
    discharged_on: date | None = None
    asked_on: date | None = None
    follows: date | None = None
    replaces: date | None = None
    answer_by: date
    by_link: bool = False
    consent: LetterConsent
    signed_by: Came
