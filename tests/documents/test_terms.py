"""Words that reach papers among their facts are all on the list that other languages translate."""

from datetime import date

import pytest

from children.models import AreaOfNeed
from children.rules import Stage
from isp_portal.documents.facts import Change, ChangedPart, Source
from isp_portal.documents.paper import terms
from isp_portal.documents.paper.changes import change_row
from isp_portal.documents.paper.sources import source_words
from isp_portal.documents.queries.changes import SECTION_WORDS
from isp_portal.documents.queries.lines import STRATEGY_WORDS, TARGET_WORDS
from isp_portal.documents.queries.minutes_lines import BEFORE_DETAIL
from isp_portal.documents.queries.minutes_people import CAPACITIES, HOW
from isp_portal.languages import language_coded, languages
from isp_portal.languages.phrases import Term, say
from plans.models import SignOffMethod
from plans.models.lines import PROVISION_CHOICES
from plans.rules.content import Provision
from reviews.rules.help import NotDelivered
from reviews.rules.verdicts import AfterAllAchieved, Decision

CITED = BEFORE_DETAIL.items()
POLISH = language_coded("pl")


def test_every_label_that_papers_take_from_a_choice_is_on_the_list() -> None:
    lists = {
        terms.STAGES: [stage.label[0].lower() + stage.label[1:] for stage in Stage],
        terms.AREAS: AreaOfNeed.labels,
        terms.METHODS: SignOffMethod.labels,
        terms.REASONS: [reason.label for reason in NotDelivered],
        terms.DECISIONS: [one.label for enum in (Decision, AfterAllAchieved) for one in enum],
        terms.WAYS: HOW.values(),
        terms.PARTS: [*STRATEGY_WORDS.values(), *TARGET_WORDS.values(), *SECTION_WORDS.values()],
        terms.SOURCES: [said for kind, said in CITED if said]
        + [kind.label for kind, said in CITED if said],
        terms.PROVISIONS: [
            *(label for _, label in PROVISION_CHOICES),
            Provision.ADDITIONAL.label,
            Provision.DIFFERENT.label,
        ],
        terms.LANGUAGES: [language.name for language in languages()],
        (*terms.PEOPLE, "SENCO", ""): CAPACITIES.values(),
    }
    for known, said in lists.items():
        assert set(said) <= set(known)


def test_two_capacities_are_said_one_by_one_and_a_reason_keeps_what_was_typed() -> None:
    assert say(terms.capacities("key person and mother"), POLISH) == "opiekun główny i matka"
    reason = terms.reason("Not enough staff in the room. Two of us for eleven.")
    assert say(reason, POLISH) == "Za mało osób do pracy w sali. Two of us for eleven."
    assert say(terms.reason("Away"), POLISH) == "Nieobecność"


def test_what_a_line_rests_on_is_said_and_what_staff_wrote_of_it_stays() -> None:
    carried = terms.cited("The Early Support tracker: Communication, step 7")
    assert say(carried, POLISH) == "Tabela rozwoju (Early Support tracker): Communication, step 7"
    assert say(terms.cited("Team meeting: Kemi"), POLISH) == "Team meeting: Kemi"
    assert terms.cited("") == ""
    assert say(terms.beyond("Additional: one strip"), POLISH) == "Dodatkowo: one strip"
    assert say(terms.beyond("one strip"), POLISH) == "one strip"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Polish at home, English here", "w domu: polski, English here"),
        ("Yoruba at home", "w domu: Yoruba"),
        ("English", "angielski"),
        ("", ""),
    ],
)
def test_the_language_at_home_is_said_and_the_others_stay_as_typed(written: str, said: str) -> None:
    assert say(terms.spoken(written), POLISH) == said
    assert say(terms.spoken(written)) == written


def test_a_report_is_cited_with_its_day_in_each_language() -> None:
    source = Source(
        kind="report", words="Speech", dated_on=date(2026, 10, 9), detail="table 2", page="4"
    )
    parts = source_words(source)["parts"]
    assert [say(part, POLISH) for part in parts] == [
        "Speech",
        "9 października 2026",
        "table 2",
        "strona\xa04",
    ]
    assert say(parts[1]) == "9\xa0Oct\xa02026"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (ChangedPart(name="what serves it", now="strategies 1 and 2"), "strategie 1 i 2"),
        (
            ChangedPart(
                name="how it goes beyond the ordinary",
                now="Additional to what we do for all: one strip",
            ),
            "Dodatkowo do tego, co robimy dla wszystkich: one strip",
        ),
        (ChangedPart(name="at home", before="a strip"), "nic"),
    ],
)
def test_what_a_changed_part_says_is_said_where_the_words_are_ours(
    part: ChangedPart, said: str
) -> None:
    (now,) = change_row(Change(words="", about="Target A", tag="Changed", parts=(part,)))["now"]
    assert say(now["said"], POLISH) == said


def test_a_changed_source_is_its_chip_with_what_stands_beside_it() -> None:
    part = ChangedPart(
        name="where it came from",
        now="Setting, the team",
        now_from=Source(kind="setting", words="the team"),
    )
    row = change_row(Change(words="", about="Strategy 1", tag="Changed", parts=(part,)))
    assert say(Term(row["now"][0]["source"]["chip"]), POLISH) == "Przedszkole"
    assert say(row["now"][0]["source"]["parts"][0], POLISH) == "the team"
    assert row["before"] == []
