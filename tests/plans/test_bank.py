"""The strategy bank: what it holds, looking through it while writing, and keeping one's own."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from accounts.models import StaleVersion
from children.models import AreaOfNeed
from plans import actions
from plans.actions.bank import change_bank_strategy, hide_bank_strategy
from plans.models import BankStrategy, Strategy, SupportPlan
from plans.queries.bank import bank_of_setting, kept_strategy, shared_strategies
from plans.rules.bank import OLDEST_MONTHS, bank_line_key
from plans.rules.content import TEXT_CAPS
from tests.people import STORY, Cast
from tests.plans.addresses import path
from tests.plans.stories import agreed, complete, draft

Browse = Callable[..., Client]
BANK = "/plans/strategy-bank/"
WAIT = "wait-five-seconds"
OURS = {
    "area": "communication",
    "what_adults_do": "Sing the hello song at the door",
    "when_and_where": "Arrival",
    "at_home": "Sing it on the way",
    "from_months": 12,
    "to_months": 48,
}
FIRST_WORDS_THAT_ARE_NOT_VERBS = {"the", "a", "an", "do", "not", "child", "children", "adult"}


def own(people: Cast, **words: object) -> BankStrategy:
    return BankStrategy(setting=people.acorns, **{**OURS, **words}).record(by=STORY)


def shared(people: Cast) -> BankStrategy:
    row = kept_strategy(people.acorns, WAIT)
    assert row is not None
    return row


# What it holds


def test_there_are_at_least_sixty_strategies_and_fifteen_for_each_area() -> None:
    counted = Counter(entry.area for entry in shared_strategies())
    assert counted.total() >= 60
    assert set(counted) == set(AreaOfNeed.values)
    assert min(counted.values()) >= 15


def test_each_says_what_the_adult_does_when_and_what_a_family_could_try() -> None:
    keys = [entry.key for entry in shared_strategies()]
    assert len(keys) == len(set(keys))
    for entry in shared_strategies():
        assert all(entry.words.values()), entry.key
        assert all(len(text) <= TEXT_CAPS[name] for name, text in entry.words.items())
        first = entry.what_adults_do.split()[0]
        assert first.istitle(), entry.key
        assert first.lower() not in FIRST_WORDS_THAT_ARE_NOT_VERBS, entry.key
        assert 0 <= entry.from_months < entry.to_months <= OLDEST_MONTHS, entry.key
        assert re.fullmatch(r"[a-z-]+", entry.key)


def test_every_age_from_birth_to_five_has_strategies_in_every_area_by_its_first_birthday() -> None:
    for months in range(OLDEST_MONTHS + 1):
        areas = {entry.area for entry in shared_strategies() if entry.fits(months)}
        assert areas == set(AreaOfNeed.values) or months < 12
        assert len(areas) >= 3


# While writing


def shelf(people: Cast, browse: Browse, query: str = "") -> str:
    plan = actions.start_plan(child=people.seyi, by=STORY)
    return browse(people.kemi).get(path("bank_shelf", plan) + query).content.decode()


def test_without_a_search_the_plans_own_area_is_shown_for_the_childs_age(
    people: Cast, browse: Browse
) -> None:
    page = shelf(people, browse)
    assert "16 in the bank" in page
    edit = browse(people.kemi).get(path("edit", SupportPlan.objects.get())).content.decode()
    assert 'value="communication" checked' in edit
    assert "Wait five seconds" in page
    assert "Name the feeling" not in page
    assert "Copy the child’s sounds" not in page  # for babies; Seyi is three


def test_words_and_chips_find_across_areas_and_ages(people: Cast, browse: Browse) -> None:
    page = shelf(people, browse, "?find=COPY+sound&area=any&ages=any")
    assert "Copy the child’s sounds" in page
    assert "Wait five seconds" not in page
    assert "1 in the bank" in page


@pytest.mark.parametrize("query", ["?area=nonsense", f"?find={'x' * 5000}", "?ages=never"])
def test_a_search_that_cannot_be_read_still_shows_the_bank(
    people: Cast, browse: Browse, query: str
) -> None:
    assert "in the bank" in shelf(people, browse, query)


def test_what_is_looked_for_is_shown_as_it_was_typed(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    page = browse(people.kemi).get(path("edit", plan) + "?find=%3Cscript%3E").content.decode()
    assert 'value="&lt;script&gt;"' in page
    assert "Nothing found" in page


def test_adding_a_strategy_fills_the_words_in_once_and_says_so(
    people: Cast, browse: Browse
) -> None:
    plan = draft(people)
    for _ in range(2):
        browse(people.kemi).post(path("line_add", plan, "strategies"), {"from_bank": WAIT})
    line = Strategy.objects.get(plan=plan)
    assert line.what_adults_do.startswith("Wait five seconds")
    assert line.when_and_where
    assert line.at_home
    assert (line.source_kind, line.source_detail) == ("setting", "Strategy bank")
    assert "In this plan" in browse(people.kemi).get(path("edit", plan)).content.decode()


@pytest.mark.parametrize("sent", [{"from_bank": "no-such"}, {"from_bank": ""}, {}])
def test_what_is_not_in_the_bank_cannot_be_added(
    people: Cast, browse: Browse, sent: dict[str, str]
) -> None:
    plan = draft(people)
    answer = browse(people.kemi).post(path("line_add", plan, "strategies"), sent)
    assert answer.status_code == 404
    assert not Strategy.objects.exists()


def test_another_settings_strategy_cannot_be_added(people: Cast, browse: Browse) -> None:
    theirs = BankStrategy(setting=people.oaks, **OURS).record(by=STORY)
    sent = {"from_bank": theirs.key}
    answer = browse(people.kemi).post(path("line_add", draft(people), "strategies"), sent)
    assert answer.status_code == 404


def test_a_hidden_strategy_is_not_offered_and_cannot_be_added(people: Cast, browse: Browse) -> None:
    hide_bank_strategy(row=shared(people), is_hidden=True, by=people.sam.as_actor())
    plan = draft(people)
    kemi = browse(people.kemi)
    assert "Wait five seconds after" not in kemi.get(path("edit", plan)).content.decode()
    sent = {"from_bank": WAIT}
    assert kemi.post(path("line_add", plan, "strategies"), sent).status_code == 404


def test_a_strategy_of_an_earlier_plan_is_offered_once_with_the_words_it_had(
    people: Cast, browse: Browse
) -> None:
    earlier = complete(people, date(2026, 9, 7))
    kemi = browse(people.kemi)
    kemi.post(path("line_add", earlier, "strategies"), {"from_bank": WAIT})
    line = Strategy.objects.get(plan=earlier, line_key=bank_line_key(people.seyi.pk, WAIT))
    words = {"what_adults_do": "Wait eight seconds for him", "who": "Kemi"}
    actions.change_strategy(line=line, values=words, by=STORY)
    actions.finalise_plan(plan=agreed(people, earlier), by=people.sam.as_actor())
    page = kemi.get(path("edit", draft(people))).content.decode()
    assert "<li>Wait eight seconds for him" in page
    assert "Wait five seconds after" not in page


# Keeping it


def test_a_senco_adds_a_strategy_of_the_settings_own(people: Cast, browse: Browse) -> None:
    assert browse(people.sam).post(f"{BANK}add/", OURS).status_code == 302
    row = BankStrategy.objects.get()
    assert (row.setting, row.code) == (people.acorns, "")
    page = browse(people.kemi).get(path("edit", draft(people))).content.decode()
    assert "Sing the hello song at the door" in page
    assert OURS["what_adults_do"] not in browse(people.olga).get(BANK).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("area", "", "Choose the area of need"),
        ("what_adults_do", " ", "Say what adults do"),
        ("at_home", "x" * 601, "Shorten it and save again"),
        ("from_months", "three", "Write a whole number of months"),
        ("from_months", "50", "This is younger than the age before it"),
        ("to_months", "61", "60 months at most"),
        ("from_months", "-1", "From birth is 0 months"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_beside_the_field(
    people: Cast, browse: Browse, field: str, value: str, sentence: str
) -> None:
    page = browse(people.sam).post(f"{BANK}add/", {**OURS, field: value}).content.decode()
    assert sentence in page
    assert not BankStrategy.objects.exists()


def test_shared_words_are_changed_for_this_setting_alone(people: Cast, browse: Browse) -> None:
    sent = {**OURS, "what_adults_do": "Wait as long as it takes", "seen_version": 1}
    assert browse(people.sam).post(f"{BANK}{WAIT}/", sent).status_code == 302
    assert "Wait as long as it takes" in browse(people.kemi).get(BANK).content.decode()
    assert "Wait as long as it takes" not in browse(people.olga).get(BANK).content.decode()
    assert len(bank_of_setting(people.acorns.pk)) == len(shared_strategies())


def test_a_plan_keeps_the_words_that_it_took(people: Cast, browse: Browse) -> None:
    plan = draft(people)
    browse(people.kemi).post(path("line_add", plan, "strategies"), {"from_bank": WAIT})
    values = {**OURS, "what_adults_do": "Wait as long as it takes"}
    change_bank_strategy(row=shared(people), values=values, seen_version=1, by=STORY)
    assert Strategy.objects.get(plan=plan).what_adults_do.startswith("Wait five seconds")


def test_two_sencos_who_change_a_shared_strategy_for_the_first_time_meet(people: Cast) -> None:
    values = {**OURS, "what_adults_do": "Wait as long as it takes"}
    one, other = shared(people), shared(people)
    change_bank_strategy(row=one, values=values, seen_version=one.row_version - 1, by=STORY)
    with pytest.raises(StaleVersion):
        change_bank_strategy(row=other, values=values, seen_version=1, by=STORY)
    assert BankStrategy.objects.get().what_adults_do == "Wait as long as it takes"


def test_a_strategy_is_hidden_and_shown_again_with_who_did_it(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    for word, hidden in (("hide", True), ("hide", True), ("show", False)):
        sam.post(f"{BANK}{WAIT}/{word}/")
        assert BankStrategy.objects.get().is_hidden is hidden
    history = BankStrategy.history.order_by("history_id")
    told = [(row.actor_label, row.history_change_reason) for row in history]
    assert told == [("Sam Whitlock", "Hidden"), ("Sam Whitlock", "Shown again")]


def test_a_key_person_reads_the_bank_and_keeps_nothing(people: Cast, browse: Browse) -> None:
    own(people, is_hidden=True)
    page = browse(people.kemi).get(BANK).content.decode()
    assert "Sing the hello song" not in page
    assert "Add a strategy" not in page
    assert "hidden" in browse(people.sam).get(BANK).content.decode()
    assert browse(people.kemi).post(f"{BANK}add/", OURS).status_code == 403


def test_a_strategy_that_the_bank_does_not_have_is_not_found(people: Cast, browse: Browse) -> None:
    row = own(people)
    assert browse(people.olga).get(f"{BANK}{row.key}/").status_code == 404
    assert browse(people.sam).get(f"{BANK}no-such/").status_code == 404


def test_the_page_asks_the_same_number_of_queries_however_much_the_setting_keeps(
    people: Cast, browse: Browse, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(12):
        own(people, what_adults_do=f"Sing song {number}")
    sam = browse(people.sam)
    sam.get(BANK)
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        sam.get(BANK)
