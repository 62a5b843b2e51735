"""Words of ours that reach papers among their facts: labels of choices, kept as they were said.

They stand here so that other languages have words for them; a test holds the list to the choices.
"""

from django.utils.translation import gettext_noop

from isp_portal.languages.phrases import Joined, Term, Value, Written, listed, phrase

AT_HOME = " at home"
PEOPLE = (
    gettext_noop("key person"),
    gettext_noop("parent"),
    gettext_noop("agency"),
    gettext_noop("interpreter"),
    gettext_noop("mother"),
    gettext_noop("father"),
    gettext_noop("grandmother"),
    gettext_noop("grandfather"),
    gettext_noop("foster carer"),
    gettext_noop("not named yet"),
    gettext_noop("A parent or carer"),
)
LANGUAGES = (
    gettext_noop("Polish"),
    gettext_noop("Romanian"),
    gettext_noop("Urdu"),
    gettext_noop("Arabic"),
    gettext_noop("English"),
)
STAGES = (
    gettext_noop("below the preschool year"),
    gettext_noop("preschool year"),
    gettext_noop("reception"),
    gettext_noop("older than Reception"),
)
AREAS = (
    gettext_noop("Communication and interaction"),
    gettext_noop("Cognition and learning"),
    gettext_noop("Social, emotional and mental health"),
    gettext_noop("Sensory and/or physical"),
)
METHODS = (
    gettext_noop("Signed in the portal"),
    gettext_noop("In person"),
    gettext_noop("By phone"),
    gettext_noop("By email"),
    gettext_noop("Signed on paper"),
)
WAYS = (
    gettext_noop("in person"),
    gettext_noop("by phone"),
    gettext_noop("by video"),
    gettext_noop("in writing"),
    gettext_noop("by email"),
    gettext_noop("by letter"),
    gettext_noop("heard, in their own words below"),
)
REASONS = (
    gettext_noop("Away"),
    gettext_noop("Not enough staff in the room"),
    gettext_noop("Closed"),
    gettext_noop("Unwell"),
    gettext_noop("Something else"),
)
DECISIONS = (
    gettext_noop("Continue the plan"),
    gettext_noop("Adapt the plan"),
    gettext_noop("Step up: ask for more support"),
    gettext_noop("Step down to what all children have"),
    gettext_noop("Close the plan"),
    gettext_noop("Discuss an EHC needs assessment"),
    gettext_noop("Ask an agency for a new observation and report"),
    gettext_noop("Take the next steps from the tracker"),
)
SOURCES = (
    gettext_noop("Early Support tracker"),
    gettext_noop("our professional judgement"),
    gettext_noop("The Early Support tracker"),
    gettext_noop("Our professional judgement"),
)
"""What staff rest on besides reports: beside the chip, and before a colon where a review carried it."""
PROVISIONS = (
    gettext_noop("Ordinary: we do it for all children"),
    gettext_noop("Additional to what we do for all"),
    gettext_noop("Different from what we do for all"),
    gettext_noop("Additional"),
    gettext_noop("Different"),
)
"""As a strategy's own line says it, and as what changed in it does."""
TITLES = (gettext_noop("Individual Support Plan"),)
TAGS = (
    gettext_noop("Changed"),
    gettext_noop("Smaller step"),
    gettext_noop("Next step"),
    gettext_noop("New"),
    gettext_noop("Removed"),
)
PARTS = (
    gettext_noop("what adults do"),
    gettext_noop("when and where"),
    gettext_noop("who"),
    gettext_noop("how often"),
    gettext_noop("what it needs"),
    gettext_noop("at home"),
    gettext_noop("how it goes beyond the ordinary"),
    gettext_noop("where it came from"),
    gettext_noop("the small step"),
    gettext_noop("the starting point"),
    gettext_noop("how we will know"),
    gettext_noop("the target it adapts"),
    gettext_noop("what serves it"),
    gettext_noop("Strengths"),
    gettext_noop("What matters"),
    gettext_noop("How it was shown"),
    gettext_noop("What is hard just now"),
    gettext_noop("The starting point"),
    gettext_noop("What the family say"),
    gettext_noop("The main need"),
)


def capacities(words: str) -> Value:
    """ "key person and SENCO": each by itself; what people typed stays."""
    return listed([Term(part) for part in words.split(" and ")]) if words else ""


def person(name: str, words: str) -> Value:
    """Siân Ŵyn-Hughes, key person"""
    return Joined([name, *([capacities(words)] if words else [])], ", ")


def cited(words: str) -> Value:
    """The Early Support tracker: step 7. A label of ours, then their words; or their words alone."""
    return _labelled(words, SOURCES) if words else ""


def beyond(words: str) -> Value:
    """Additional: a strip of her own. In which way it goes beyond the ordinary (C2), and from what."""
    return _labelled(words, PROVISIONS) if words else ""


def _labelled(words: str, labels: tuple[str, ...]) -> Value:
    for label in labels:
        if words == label:
            return Term(label)
        if words.startswith(f"{label}: "):
            return Joined([Term(label), Written(words.removeprefix(f"{label}: "))], ": ")
    return Written(words)


def spoken(words: str) -> Value:
    """Polish at home, English here: the language at home is ours to say, the others as they were typed."""
    home, at_home, others = words.partition(AT_HOME)
    if not at_home:
        return Term(words) if words else ""
    said = phrase("%(language)s at home", language=Term(home))
    return Joined([said, Term(others.removeprefix(", "))], ", ") if others else said


def reason(words: str) -> Value:
    """Not enough staff in the room. Two of us for eleven children: a label of ours, then their words."""
    label, _, more = words.partition(". ")
    if not more:
        return Term(words)
    return Joined([Term(label), Written(more)], ". ")
