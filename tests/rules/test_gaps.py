"""What a plan does not say yet, and the nudges: a whole plan, then one thing missing at a time."""

from dataclasses import replace
from datetime import date

import pytest

from plans.rules.content import MOST_TARGETS, TEXT_CAPS, Provision, Source, SourceKind, over_cap
from plans.rules.gaps import Gap, PlanContent, StrategyContent, TargetContent, gaps
from plans.rules.nudges import SmartPart, nudges, passed, worth_asking

REPORT = Source(SourceKind.REPORT, report="Speech and language therapy, 3 Sep", page="2")
STRATEGY = StrategyContent(
    key="s1",
    what_adults_do="Show the picture of what comes next",
    when_and_where="Before tidy-up time, on the carpet",
    who="Key person",
    source=REPORT,
    provision=Provision.ADDITIONAL,
    different_from_what="The spoken reminder that all children get",
)
TARGET = TargetContent(
    key="t1",
    small_step="Waits for his turn at the sand tray with one friend",
    starting_point="On 7 Sep he waited for two seconds",
    know_when="He waits for ten seconds, 3 times out of 5",
    served_by=("s1",),
    source=Source(SourceKind.SETTING),
)
WHOLE = PlanContent(
    starts_on=date(2026, 9, 7),
    needs_evidence=True,
    primary_area="Communication and interaction",
    strengths="Builds long train tracks",
    matters_to_child="Trains",
    how_child_showed_it="Brings the box to us every morning",
    parents_view="He plays longer when it is quiet",
    what_is_difficult="Stopping what he enjoys",
    strategies=(STRATEGY,),
    targets=(TARGET,),
)


def with_strategy(**changes: object) -> PlanContent:
    return replace(WHOLE, strategies=(STRATEGY, replace(STRATEGY, key="s2", **changes)))  # type: ignore[arg-type]


def with_target(**changes: object) -> PlanContent:
    return replace(WHOLE, targets=(TARGET, replace(TARGET, key="t2", **changes)))  # type: ignore[arg-type]


def test_a_whole_plan_has_no_gap() -> None:
    assert gaps(WHOLE) == ()


def test_a_plan_needs_no_target() -> None:
    assert gaps(replace(WHOLE, targets=())) == ()


def test_an_empty_plan_names_every_section_and_its_missing_strategy() -> None:
    assert [gap.field for gap in gaps(PlanContent())] == [
        "starts_on",
        "primary_area",
        "strengths",
        "matters_to_child",
        "how_child_showed_it",
        "parents_view",
        "what_is_difficult",
        "strategies",
    ]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("primary_area", "The plan does not say which area of need comes first."),
        ("strengths", "The plan does not say what the child is good at and enjoys."),
        ("matters_to_child", "The plan does not say what matters to the child."),
        ("how_child_showed_it", "The plan does not say how the child showed what matters."),
        ("parents_view", "The plan has neither the parents' view nor why it was not obtained."),
        ("what_is_difficult", "The plan does not say what is difficult."),
    ],
)
def test_a_section_of_blanks_is_a_gap(field: str, sentence: str) -> None:
    assert gaps(replace(WHOLE, **{field: " \n"})) == (Gap(field, None, field, sentence),)  # type: ignore[arg-type]


def test_why_the_parents_view_was_not_obtained_stands_in_for_it() -> None:
    assert gaps(replace(WHOLE, parents_view="", why_no_parents_view="Rang twice, no answer")) == ()


def test_why_the_parents_view_was_not_obtained_stands_in_for_nothing_else() -> None:
    plan = replace(WHOLE, strengths="", why_no_parents_view="Rang twice, no answer")
    assert [gap.field for gap in gaps(plan)] == ["strengths"]


def test_only_an_imported_plan_may_lack_its_start() -> None:
    without = replace(WHOLE, starts_on=None)
    expected = Gap("starts_on", None, "starts_on", "The plan does not say when it starts.")
    assert gaps(without) == (expected,)
    assert gaps(replace(without, is_imported=True)) == ()


def test_a_plan_needs_a_strategy_and_its_targets_then_miss_theirs() -> None:
    assert gaps(replace(WHOLE, strategies=())) == (
        Gap("strategies", None, "strategies", "The plan has no strategy yet."),
        Gap("targets", "t1", "served_by", "Target A has no strategy that serves it."),
    )


def test_four_targets_are_the_most() -> None:
    assert gaps(replace(WHOLE, targets=(TARGET,) * MOST_TARGETS)) == ()
    sentence = "The plan has 5 targets: four is the most."
    assert gaps(replace(WHOLE, targets=(TARGET,) * 5)) == (
        Gap("targets", None, "targets", sentence),
    )


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"what_adults_do": ""}, "what_adults_do", "Strategy 2 does not say what adults do."),
        ({"when_and_where": " "}, "when_and_where", "Strategy 2 does not say when and where."),
        ({"who": ""}, "who", "Strategy 2 does not say who does it."),
        ({"source": None}, "source", "Strategy 2 does not say where it came from."),
        (
            {"source": replace(REPORT, report="")},
            "report",
            "Strategy 2 came from a report, but does not say which one.",
        ),
        (
            {"source": replace(REPORT, page="")},
            "page",
            "Strategy 2 does not say which page of the report it came from.",
        ),
        (
            {"provision": None},
            "provision",
            "Strategy 2 does not say whether it is ordinary, additional or different.",
        ),
        (
            {"different_from_what": ""},
            "different_from_what",
            "Strategy 2 does not say what it is additional to or different from.",
        ),
        (
            {"different_from_what": "", "provision": Provision.DIFFERENT},
            "different_from_what",
            "Strategy 2 does not say what it is additional to or different from.",
        ),
    ],
)
def test_what_a_strategy_does_not_say_is_named_with_its_mark(
    changes: dict[str, object], field: str, sentence: str
) -> None:
    assert gaps(with_strategy(**changes)) == (Gap("strategies", "s2", field, sentence),)


def test_an_ordinary_strategy_differs_from_nothing() -> None:
    ordinary = with_strategy(provision=Provision.ORDINARY, different_from_what="")
    assert gaps(ordinary) == ()


def test_additional_or_different_is_asked_only_when_the_ground_is_c2() -> None:
    plan = with_strategy(provision=None, different_from_what="")
    assert gaps(replace(plan, needs_evidence=False)) == ()


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"small_step": ""}, "small_step", "Target B does not say what the small step is."),
        (
            {"starting_point": ""},
            "starting_point",
            "Target B does not say where the child starts from.",
        ),
        ({"know_when": ""}, "know_when", "Target B does not say how we will know when."),
        ({"served_by": ()}, "served_by", "Target B has no strategy that serves it."),
        ({"served_by": ("gone",)}, "served_by", "Target B has no strategy that serves it."),
        ({"source": None}, "source", "Target B does not say where it came from."),
        (
            {"source": replace(REPORT, page="")},
            "page",
            "Target B does not say which page of the report it came from.",
        ),
        ({"is_adapted": True}, "adapts", "Target B does not say which target it adapts."),
    ],
)
def test_what_a_target_does_not_say_is_named_with_its_mark(
    changes: dict[str, object], field: str, sentence: str
) -> None:
    assert gaps(with_target(**changes)) == (Gap("targets", "t2", field, sentence),)


def test_an_adapted_target_names_the_one_it_adapts() -> None:
    assert gaps(with_target(is_adapted=True, adapts="t0")) == ()


def test_a_line_from_the_parents_or_for_behaviour_needs_no_page_c3_1() -> None:
    for kind in (SourceKind.PARENT, SourceKind.BEHAVIOUR, SourceKind.SETTING):
        assert gaps(with_strategy(source=Source(kind))) == ()


def test_the_sources_have_the_words_of_the_paper() -> None:
    labels = [kind.label for kind in SourceKind]
    assert labels == ["Report", "Setting", "Parents", "Behaviour"]
    assert [each.label for each in Provision] == ["Ordinary", "Additional", "Different"]


def test_a_text_over_its_cap_is_told_how_far_over_it_is() -> None:
    assert TEXT_CAPS["what_adults_do"] == 600
    assert over_cap("what_adults_do", "x" * 600) is None
    assert over_cap("what_adults_do", "x" * 601) == "This is 1 character too long: 600 is the most."
    assert over_cap("who", "x" * 202) == "This is 2 characters too long: 200 is the most."


def found(**texts: str) -> set[SmartPart]:
    return {nudge.part for nudge in nudges(TargetContent(key="t", **texts)) if nudge.found}  # type: ignore[arg-type]


def test_a_target_that_says_everything_gets_no_nudge() -> None:
    assert all(nudge.found for nudge in nudges(TARGET))
    assert [nudge.part for nudge in nudges(TARGET)] == list(SmartPart)


def test_an_empty_target_is_asked_for_all_six_parts() -> None:
    asked = nudges(TargetContent(key="t"))
    assert not any(nudge.found for nudge in asked)
    assert all(nudge.question.endswith("?") for nudge in asked)
    assert all(nudge.reason and nudge.example for nudge in asked)
    assert len({nudge.reason for nudge in asked}) == len(SmartPart)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Improve his communication", set()),
        ("To have better understanding of language", set()),
        ("Points to what she wants", {SmartPart.WHAT}),
        ("POINTS", {SmartPart.WHAT}),
        ("at snack time", {SmartPart.WHERE}),
        ("in the garden", {SmartPart.WHERE}),
        ("in 3 weeks", set()),
        ("with an adult", {SmartPart.WHO}),
        ("with Amira", {SmartPart.WHO}),
        ("with help", set()),
        ("alone", {SmartPart.WHO}),
        ("4 times", {SmartPart.HOW_OFTEN}),
        ("3/5", {SmartPart.HOW_OFTEN}),
        ("every day", {SmartPart.HOW_OFTEN}),
        ("appointed", set()),
    ],
)
def test_each_part_is_looked_for_in_the_targets_own_words(
    words: str, parts: set[SmartPart]
) -> None:
    assert found(small_step=words) == parts
    assert found(know_when=words) == parts | {SmartPart.KNOW_WHEN}


def test_the_last_word_of_the_step_does_not_run_into_the_first_of_know_when() -> None:
    assert found(small_step="at", know_when="home") == {SmartPart.KNOW_WHEN}


def test_a_starting_point_is_found_when_it_says_something() -> None:
    assert found(starting_point="Two words on 7 Sep") == {SmartPart.STARTING_POINT}
    assert found(starting_point="  ") == set()


def test_a_note_passes_every_nudge_but_not_what_is_a_gap() -> None:
    bare = TargetContent(key="t", small_step="Points to what she wants")
    asked = {nudge.part for nudge in worth_asking(bare)}
    assert asked == {SmartPart.WHERE, SmartPart.WHO, SmartPart.HOW_OFTEN}
    assert not any(passed(bare, nudge) for nudge in nudges(bare))
    noted = replace(bare, fine_because="She points everywhere by now")
    assert worth_asking(noted) == ()
    assert {nudge.part for nudge in nudges(noted) if passed(noted, nudge)} == asked


def test_a_note_of_blanks_passes_nothing() -> None:
    blank = TargetContent(key="t", small_step="Points", fine_because="  ")
    assert len(worth_asking(blank)) == 3
