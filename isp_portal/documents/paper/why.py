"""Why this plan, in the reader's language where the reason is one of the guidance (C1, C2, C3)."""

from django.utils.translation import gettext_noop

from isp_portal.documents import words
from isp_portal.documents.facts import PlanPaper
from isp_portal.languages.phrases import Joined, Phrase, Value, Written, listed
from plans.rules.requirement import Outcome

GROUNDS = {
    Outcome.REQUIRED_BEHAVIOUR.name: gettext_noop(
        "The adults who care for %(name)s need strategies for behaviour. "
        "An ISP is used for that at any age."
    ),
    Outcome.REQUIRED_ADVISED.name: gettext_noop(
        "The advice in force for %(name)s is to use an ISP."
    ),
    Outcome.REQUIRED_STRATEGIES.name: gettext_noop(
        "An outside agency is involved and has sent strategies but no targets, "
        "and %(name)s is in the preschool year or below."
    ),
    Outcome.REQUIRED_EVIDENCE.name: gettext_noop(
        "No outside agency is involved with %(name)s yet, and we must evidence what we do that is "
        "additional or different."
    ),
    Outcome.AWAITING_REPORT.name: gettext_noop(
        "An outside agency is involved with %(name)s, and has sent neither strategies nor targets yet."
    ),
}
"""By the name of the outcome, as the rules and the facts say them in English."""
IN_THE_MEANTIME = gettext_noop(
    "This plan stands in the meantime, with a review every 6 to 8 weeks (%(clauses)s)."
)
EVERY_CYCLE = gettext_noop(
    "The guidance then asks for this plan, with a review every 6 to 8 weeks (%(clauses)s)."
)


def why_words(plan: PlanPaper) -> Value:
    """The ground and its clauses; what staff gave as their own reason stands as they wrote it."""
    why = plan.why
    if not why.ground:
        clauses = words.listed(list(why.clauses))
        said = f"{why.sentence} ({clauses})." if clauses else why.sentence
        return Written(said) if said else ""
    then = IN_THE_MEANTIME if why.ground == Outcome.AWAITING_REPORT.name else EVERY_CYCLE
    return Joined(
        [
            Phrase(GROUNDS[why.ground], {"name": plan.child.preferred_name}),
            Phrase(then, {"clauses": listed(why.clauses)}),
        ]
    )
