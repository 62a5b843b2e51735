"""Things that look wrong beside the answer: they are shown, and they never change it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from agencies.rules.reports import out_of_date
from plans.rules.requirement import AdviceGiven


class AnswerWarning(Enum):
    """A warning's code; `sentence` says it to people."""

    AGENCY_BUT_LEVEL_EXPECTS_NONE = "agency_but_level_expects_none"
    LEVEL_EXPECTS_AGENCY_BUT_NONE = "level_expects_agency_but_none"
    REPORT_OUT_OF_DATE = "report_out_of_date"
    GROUP_MAP_ENDED = "group_map_ended"
    GROUP_MAP_PARTIAL = "group_map_partial"
    ADVICE_AGAINST_BEHAVIOUR_NEED = "advice_against_behaviour_need"
    REPORT_OF_DISCHARGED_AGENCY = "report_of_discharged_agency"
    ADVICE_DISAGREES = "advice_disagrees"
    REPORT_HOLDS_NEITHER = "report_holds_neither"

    @property
    def sentence(self) -> str:
        """The warning in plain words."""
        return _SENTENCES[self]


_SENTENCES = {
    AnswerWarning.AGENCY_BUT_LEVEL_EXPECTS_NONE: (
        "An outside agency is involved, but the child's level is one without an agency."
    ),
    AnswerWarning.LEVEL_EXPECTS_AGENCY_BUT_NONE: (
        "The child's level expects an outside agency, but none is recorded as involved."
    ),
    AnswerWarning.REPORT_OUT_OF_DATE: (
        "A report that this answer rests on is out of date. Ask the agency whether it still holds."
    ),
    AnswerWarning.GROUP_MAP_ENDED: (
        "A group provision map that named this child has ended. It no longer counts."
    ),
    AnswerWarning.GROUP_MAP_PARTIAL: (
        "The group provision map covers only part of the child's needs. It does not exempt."
    ),
    AnswerWarning.ADVICE_AGAINST_BEHAVIOUR_NEED: (
        "The advice is not to use an ISP, but the key adults need strategies for behaviour. "
        "C3 has no exception, so the plan is required. Talk to whoever advised."
    ),
    AnswerWarning.REPORT_OF_DISCHARGED_AGENCY: (
        "A current report comes from an agency that has discharged the child. "
        "Its advice still counts: check that it still fits."
    ),
    AnswerWarning.ADVICE_DISAGREES: (
        "Two pieces of advice in force say different things. The one that counts is shown."
    ),
    AnswerWarning.REPORT_HOLDS_NEITHER: (
        "A current report holds neither strategies nor targets. "
        "Ask its agency for strategies, not for a copy."
    ),
}


@dataclass(frozen=True, slots=True)
class WarningFacts:
    """What the warnings look at, all as it stands on the day `on`.

    `level_expects_agency` comes from the ruleset, None where no level is recorded;
    `current_reports_dated` are the dates of the latest report of each agency.
    """

    on: date
    behaviour: bool | None = None
    advice: AdviceGiven = AdviceGiven.NONE
    advice_disagrees: bool = False
    level_expects_agency: bool | None = None
    agency_involved: bool = False
    current_reports_dated: tuple[date, ...] = ()
    current_report_of_discharged_agency: bool = False
    group_map_ended: bool = False
    group_map_partial: bool = False
    current_report_holds_neither: bool = False


def warnings(facts: WarningFacts, out_of_date_months: int = 12) -> tuple[AnswerWarning, ...]:
    """Every warning that these facts raise, in the order of the codes."""
    against = facts.advice is AdviceGiven.DO_NOT_USE_ISP and facts.behaviour is True
    raised = {
        AnswerWarning.AGENCY_BUT_LEVEL_EXPECTS_NONE: (
            facts.level_expects_agency is False and facts.agency_involved
        ),
        AnswerWarning.LEVEL_EXPECTS_AGENCY_BUT_NONE: (
            facts.level_expects_agency is True and not facts.agency_involved
        ),
        AnswerWarning.REPORT_OUT_OF_DATE: any(
            out_of_date(dated, facts.on, out_of_date_months)
            for dated in facts.current_reports_dated
        ),
        AnswerWarning.GROUP_MAP_ENDED: facts.group_map_ended,
        AnswerWarning.GROUP_MAP_PARTIAL: facts.group_map_partial,
        AnswerWarning.ADVICE_AGAINST_BEHAVIOUR_NEED: against,
        AnswerWarning.REPORT_OF_DISCHARGED_AGENCY: facts.current_report_of_discharged_agency,
        AnswerWarning.ADVICE_DISAGREES: facts.advice_disagrees,
        AnswerWarning.REPORT_HOLDS_NEITHER: facts.current_report_holds_neither,
    }
    return tuple(warning for warning in AnswerWarning if raised[warning])
