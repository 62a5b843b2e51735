"""Words that reach papers among their facts are all on the list that other languages translate."""

from children.models import AreaOfNeed
from children.rules import Stage
from isp_portal.documents.paper import terms
from isp_portal.documents.queries.changes import SECTION_WORDS
from isp_portal.documents.queries.lines import STRATEGY_WORDS, TARGET_WORDS
from isp_portal.documents.queries.minutes_people import CAPACITIES, HOW
from isp_portal.languages import language_coded, languages
from isp_portal.languages.phrases import say
from plans.models import SignOffMethod
from reviews.rules.help import NotDelivered
from reviews.rules.verdicts import AfterAllAchieved, Decision


def test_every_label_that_papers_take_from_a_choice_is_on_the_list() -> None:
    lists = {
        terms.STAGES: [stage.label[0].lower() + stage.label[1:] for stage in Stage],
        terms.AREAS: AreaOfNeed.labels,
        terms.METHODS: SignOffMethod.labels,
        terms.REASONS: [reason.label for reason in NotDelivered],
        terms.DECISIONS: [one.label for enum in (Decision, AfterAllAchieved) for one in enum],
        terms.WAYS: HOW.values(),
        terms.PARTS: [*STRATEGY_WORDS.values(), *TARGET_WORDS.values(), *SECTION_WORDS.values()],
        terms.LANGUAGES: [language.name for language in languages()],
        (*terms.PEOPLE, "SENCO", ""): CAPACITIES.values(),
    }
    for known, said in lists.items():
        assert set(said) <= set(known)


def test_two_capacities_are_said_one_by_one_and_a_reason_keeps_what_was_typed() -> None:
    polish = language_coded("pl")
    assert say(terms.capacities("key person and mother"), polish) == "opiekun główny i matka"
    reason = terms.reason("Not enough staff in the room. Two of us for eleven.")
    assert say(reason, polish) == "Za mało osób do pracy w sali. Two of us for eleven."
    assert say(terms.reason("Away"), polish) == "Nieobecność"
