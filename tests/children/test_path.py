"""Levels with their history, and a stage that differs from the birthday's."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from accounts.models import RuleSet
from children.models import LevelRecord, StageOverrideRecord
from children.queries import DEFAULT_LEVELS, level_on, levels_for
from children.rules import Stage
from plans.rules.rulesets import DEFAULT
from tests.children.given import Heard, form_of, page, text_of
from tests.people import STORY, Cast

Browse = Callable[..., Client]
TODAY = date(2026, 11, 23)
AGREED = {
    "stage": "preschool",
    "because": "Summer-born, starts a year later",
    "agreed_by": "Parents and Harrowby Primary",
    "from_on": "1 9 26",
    "until_on": "31 8 27",
}


def test_the_usual_ladder_is_the_default_rulesets() -> None:
    assert tuple((level.code, level.label) for level in DEFAULT.levels) == DEFAULT_LEVELS


def test_a_setting_climbs_the_ladder_of_the_ruleset_it_follows(
    people: Cast, browse: Browse
) -> None:
    for version, first, label in (("1", date(2026, 1, 1), "Band A"), ("2", date(2027, 1, 1), "B")):
        RuleSet(
            code="harrowby",
            version=version,
            name="Harrowby",
            from_on=first,
            data={"levels": [{"code": "A", "label": label, "agency_expected": False}]},
        ).record(by=STORY)
    people.acorns.ruleset_code = "harrowby"
    people.acorns.record(by=STORY)
    assert levels_for(people.acorns, TODAY) == (("A", "Band A"),)
    shown = text_of(browse(people.kemi).get(page("level_add", people.seyi)))
    assert "A: Band A" in shown
    assert "GR1" not in shown


def test_a_level_is_recorded_and_the_older_ones_stay(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    kemi = browse(people.kemi)
    kemi.post(page("level_add", people.seyi), {"level": "GR1", "from_on": "7 9 26", "because": ""})
    kemi.post(page("level_add", people.seyi), {"level": "GR2", "from_on": "2 11 26"})
    assert [row.level for row in people.seyi.levels.all()] == ["GR2", "GR1"]
    now, then = level_on(people.seyi, TODAY), level_on(people.seyi, date(2026, 10, 1))
    assert now is not None
    assert then is not None
    assert (now.level, then.level) == ("GR2", "GR1")
    assert heard == [people.seyi, people.seyi]


def test_a_second_level_for_the_same_day_corrects_the_first(people: Cast, browse: Browse) -> None:
    kemi = browse(people.kemi)
    for level in ("GR2", "GR1"):
        kemi.post(page("level_add", people.seyi), {"level": level, "from_on": "today"})
    row = LevelRecord.objects.get(child=people.seyi)
    assert row.level == "GR1"
    assert row.history.count() == 2


def test_a_level_that_the_ladder_does_not_have_or_of_a_day_to_come_is_refused(
    people: Cast, browse: Browse
) -> None:
    answer = browse(people.kemi).post(
        page("level_add", people.seyi), {"level": "GR9", "from_on": "1 1 27"}
    )
    assert set(answer.context["form"].errors) == {"level", "from_on"}
    assert not LevelRecord.objects.exists()


def test_an_agreed_stage_holds_between_its_days_and_the_birthday_decides_otherwise(
    people: Cast, browse: Browse, heard: Heard
) -> None:
    zofia = people.zofia
    browse(people.dele).post(page("stage_override", zofia), {**AGREED, "stage": "below_preschool"})
    assert zofia.stage(TODAY) is Stage.BELOW_PRESCHOOL
    assert zofia.stage(date(2027, 9, 1)) is Stage.RECEPTION
    assert heard == [zofia]


def test_a_new_agreed_stage_ends_the_one_before(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    sam.post(page("stage_override", people.seyi), AGREED)
    sam.post(
        page("stage_override", people.seyi), {**AGREED, "stage": "reception", "from_on": "2 11 26"}
    )
    rows = {row.stage: row.until_on for row in StageOverrideRecord.objects.all()}
    assert rows == {"preschool": date(2026, 11, 1), "reception": date(2027, 8, 31)}


def test_a_last_day_before_the_first_is_refused_beside_it(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    answer = sam.post(page("stage_override", people.seyi), {**AGREED, "until_on": "1 8 26"})
    assert answer.context["form"].errors["until_on"] == ["The last day is before the first."]
    assert "1 8 26" in answer.content.decode()


def test_an_agreed_stage_can_be_ended_early(people: Cast, browse: Browse, heard: Heard) -> None:
    sam = browse(people.sam)
    sam.post(page("stage_override", people.seyi), AGREED)
    row = StageOverrideRecord.objects.get()
    address = page("stage_override_end", people.seyi, row)
    words = {**form_of(sam.get(address)), "until_on": "today", "why": "Changed their minds"}
    assert sam.post(address, words).status_code == 302
    assert StageOverrideRecord.objects.get().until_on == TODAY
    assert len(heard) == 2


def test_an_override_of_another_child_is_not_there(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    sam.post(page("stage_override", people.seyi), AGREED)
    row = StageOverrideRecord.objects.get()
    assert sam.get(page("stage_override_end", people.zofia, row)).status_code == 404
