"""What the decision rests on: are all targets achieved, and who is asked to see the child again (C6.1)."""

from dataclasses import dataclass
from datetime import date

from accounts.rules.day_words import say_day
from agencies.models import Agency, Consent, ConsentPurpose, Involvement
from agencies.policies import may_contact
from agencies.policies.requests import has_been_discharged
from reviews.models import Review
from reviews.rules.verdicts import TargetVerdict, all_achieved

from .review_facts import target_agencies
from .reviewed import plan_lines, verdicts_of


@dataclass(frozen=True, slots=True)
class ToAsk:
    """An agency that may be asked to see the child again, and whether anything stands before that."""

    agency: Agency
    consent_words: str
    needs_referral: bool


@dataclass(frozen=True, slots=True)
class AllAchieved:
    """Every target that stands is achieved. `from_reports`: whose reports the targets came from."""

    only_one: bool
    from_reports: tuple[ToAsk, ...]

    @property
    def title(self) -> str:
        if self.only_one:
            return "This is the only target. If it stays “Achieved”, every target is achieved."
        return "Every target is achieved."


def all_achieved_now(review: Review, today: date) -> AllAchieved | None:
    """None while a target has no verdict, or one that is partly or not yet."""
    targets = plan_lines(review).targets
    said = verdicts_of(review)
    verdicts = tuple(
        TargetVerdict(said[row.line_key].verdict) for row in targets if row.line_key in said
    )
    if len(verdicts) < len(targets) or not all_achieved(verdicts):
        return None
    asked = tuple(_to_ask(review, agency, today) for agency in target_agencies(targets))
    return AllAchieved(len(targets) == 1, asked)


def _to_ask(review: Review, agency: Agency, today: date) -> ToAsk:
    return ToAsk(
        agency=agency,
        consent_words=consent_words(review, agency, today),
        needs_referral=has_been_discharged(review.child, agency, today),
    )


def consent_words(review: Review, agency: Agency, today: date) -> str:
    """Whether the agency may be contacted, in a sentence. Without consent a request still waits ready."""
    if not may_contact(review.child, agency, ConsentPurpose.CONTACT, today):
        return f"There is no consent to contact {agency} yet: it waits until there is."
    given = Consent.objects.in_force(today).filter(
        child=review.child_id, agency=agency, purpose=ConsentPurpose.CONTACT
    )
    last = given.select_related("contact").first()
    until = f" to {say_day(last.until_on, today)}" if last and last.until_on else ""
    who = f"{last.contact.name.split()[0]}’s consent" if last else "Consent"
    return f"{who} to contact them stands{until}."


def agencies_to_choose(review: Review) -> tuple[Agency, ...]:
    """The agencies in use of the child's setting."""
    return tuple(Agency.objects.in_use().filter(setting=review.child.setting_id))


def involved_agencies(review: Review, today: date) -> tuple[Agency, ...]:
    """Those that are on the child's path and have not discharged the child."""
    paths = Involvement.objects.filter(child=review.child_id, discharged_on__isnull=True)
    return tuple({row.agency_id: row.agency for row in paths.select_related("agency")}.values())
