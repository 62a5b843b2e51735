"""The review of a group provision map: what it asks for, what it freezes, what goes on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from accounts.rules.refusal import Refused
from children.actions import archive_child
from children.models import AreaOfNeed, ChildNeed
from plans.actions.decision import decide_requirement
from plans.actions.group_maps import change_group_map, end_group_map, remove_group_row
from plans.actions.group_review import RowReview, review_group_map, write_group_map_review
from plans.models import (
    GroupProvisionMap,
    GroupProvisionRow,
    GroupSession,
    RowDecision,
    UnchangeableMap,
)
from tests.people import BEGAN, STORY, Cast
from tests.plans.groups import Browse, autumn, met, naming, talk_group, told
from tests.plans.test_decision_rows import evidence, latest

TODAY = date(2026, 11, 23)


def written(row: GroupProvisionRow, decision: str = RowDecision.GO_ON) -> GroupProvisionMap:
    group_map = GroupProvisionMap.objects.get(pk=row.group_map_id)
    return write_group_map_review(
        group_map=group_map,
        reviewed_on=TODAY,
        reviewed_with="Sam Whitlock and Kemi Adebayo",
        review_words="Small groups worked best before snack.",
        rows={row.pk: RowReview(decision, "They join in now")},
        seen_version=group_map.row_version,
        by=STORY,
    )


def reviewed(people: Cast, decision: str = RowDecision.GO_ON) -> GroupProvisionRow:
    row = told(talk_group(people))
    review_group_map(group_map=written(row, decision), by=STORY)
    return GroupProvisionRow.objects.get(pk=row.pk)


def page_of(row: GroupProvisionRow, name: str = "group_map_review") -> str:
    return reverse(f"plans:{name}", args=[row.group_map_id])


def test_the_review_is_kept_as_one_writes_and_finished_when_nothing_is_missing(
    people: Cast, browse: Browse
) -> None:
    row = told(talk_group(people))
    sam = browse(people.sam)
    sent = {"reviewed_on": "today", "reviewed_with": "", "review_words": "", "seen_version": 1}
    sam.post(page_of(row), {**sent, f"words_{row.pk}": "Zofia waits for her turn"})
    text = sam.get(page_of(row)).content.decode()
    assert "Zofia waits for her turn" in text
    assert "Who held the review is not said." in text
    assert "Talk group has no decision." in text
    more = {"reviewed_with": "Sam and Kemi", f"decision_{row.pk}": "stop", "seen_version": 2}
    sam.post(page_of(row), {**sent, **more})
    answer = sam.post(page_of(row, "group_map_review_finish"))
    assert answer["Location"] == page_of(row, "group_map")
    group_map = GroupProvisionMap.objects.get()
    assert (group_map.reviewed_on, group_map.reviewed_by) == (TODAY, "Sam Whitlock")
    assert "Reviewed Mon 23 Nov by Sam and Kemi." in sam.get(answer["Location"]).content.decode()


def test_a_review_is_not_finished_while_a_row_lacks_its_measure_or_a_child_its_effect(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    written(row)
    sam = browse(people.sam)
    text = sam.post(page_of(row, "group_map_review_finish")).content.decode()
    for gap in (
        "Talk group has no measure at the end.",
        "Talk group: what changed for Seyi is not written.",
        "Talk group: what changed for Zofia is not written.",
    ):
        assert gap in text
    assert reverse("plans:group_went", args=[row.pk]) in text
    assert GroupProvisionMap.objects.get().reviewed_at is None


def test_a_row_that_never_ran_needs_a_decision_and_no_measure(people: Cast) -> None:
    row = talk_group(people, starts_on=date(2026, 12, 1))
    assert review_group_map(group_map=written(row), by=STORY).reviewed_at


@pytest.mark.parametrize(
    ("day", "sentence"), [("24 11 26", "still to come"), ("4 9 26", "The map began on Mon 7 Sep.")]
)
def test_a_day_on_which_no_review_can_have_been_is_refused(
    people: Cast, browse: Browse, day: str, sentence: str
) -> None:
    row = talk_group(people)
    sent = {"reviewed_on": day, "reviewed_with": "Sam and Kemi", "seen_version": 1}
    text = browse(people.sam).post(page_of(row), sent).content.decode()
    assert sentence in text
    assert "Sam and Kemi" in text
    assert GroupProvisionMap.objects.get().reviewed_with == ""


def test_a_map_that_has_not_begun_is_not_reviewed(people: Cast, browse: Browse) -> None:
    group_map = GroupProvisionMap(
        setting=people.acorns,
        title="Spring",
        starts_on=TODAY + timedelta(days=1),
        ends_on=TODAY + timedelta(days=60),
    ).record(by=STORY)
    page = reverse("plans:group_map_review", args=[group_map.pk])
    text = browse(people.sam).post(page, {"seen_version": 1}).content.decode()
    assert "This map has not begun yet." in text


def test_a_reviewed_map_refuses_every_change_with_a_sentence(people: Cast, browse: Browse) -> None:
    row = told(talk_group(people))
    session = met(people, row, seyi=True)
    review_group_map(group_map=written(row), by=STORY)
    sam = browse(people.sam)
    row = GroupProvisionRow.objects.get()
    a_session = {"held_on": "today", "held_by": people.sam.pk}
    a_map = {"title": "Other", "starts_on": "7 9 26", "ends_on": "18 12 26", "seen_version": 3}
    for page, sent in (
        (reverse("plans:group_session_add", args=[row.pk]), a_session),
        (reverse("plans:group_session", args=[session.pk]), {**a_session, "seen_version": 1}),
        (reverse("plans:group_went", args=[row.pk]), {"exit_measure": "x", "seen_version": 9}),
        (reverse("plans:group_row_remove", args=[row.pk]), {}),
        (page_of(row), {"seen_version": 3}),
        (page_of(row, "group_map_edit"), a_map),
    ):
        text = sam.post(page, sent, follow=True).content.decode()
        assert "This map has been reviewed." in text or "The map stays as it is." in text
    sam.post(reverse("plans:group_session_take_back", args=[session.pk]))
    assert GroupSession.objects.standing().count() == 1
    assert GroupProvisionMap.objects.get().title == "Autumn term 2026"


def test_whatever_gets_past_the_policies_still_does_not_change_a_reviewed_map(
    people: Cast,
) -> None:
    row = reviewed(people)
    named = naming(row, people.seyi)
    named.effect = "Something else"
    with pytest.raises(UnchangeableMap):
        named.record(by=STORY)
    with pytest.raises(UnchangeableMap):
        row.record(by=STORY)
    with pytest.raises(UnchangeableMap):
        GroupSession(row=row, held_on=TODAY, held_by=people.kemi).record(by=STORY)
    row.group_map.review_words = "Something else"
    with pytest.raises(UnchangeableMap):
        row.group_map.record(by=STORY)


def test_c2_1_a_reviewed_map_exempts_to_its_last_day_and_may_still_be_ended_early(
    people: Cast,
) -> None:
    evidence(people)
    row = reviewed(people)
    decide_requirement(child=people.seyi, by=STORY)
    assert latest(people).outcome == "NOT_REQUIRED_GROUP_MAP"
    end_group_map(group_map=row.group_map, by=STORY)
    assert latest(people).outcome == "REQUIRED_EVIDENCE"


def test_a_review_is_not_finished_twice(people: Cast) -> None:
    row = reviewed(people)
    with pytest.raises(Refused, match="This map has been reviewed"):
        review_group_map(group_map=row.group_map, by=STORY)
    with pytest.raises(Refused, match="This map has been reviewed"):
        change_group_map(group_map=row.group_map, values={}, seen_version=3, by=STORY)


def test_two_who_write_one_review_are_both_shown(people: Cast, browse: Browse) -> None:
    row = talk_group(people)
    written(row)
    sent = {"review_words": "Outdoors suits them", "reviewed_on": "today", "seen_version": 1}
    text = browse(people.sam).post(page_of(row), sent).content.decode()
    assert "Outdoors suits them" in text
    assert "Small groups worked best before snack." in text


def test_what_goes_on_is_copied_with_its_children_from_where_it_ended(
    people: Cast, browse: Browse
) -> None:
    row = reviewed(people)
    archive_child(child=people.zofia, left_on=date(2026, 11, 20), because="Moved", by=STORY)
    sam = browse(people.sam)
    sent = {"title": "Spring term 2027", "starts_on": "5 1 27", "ends_on": "25 3 27"}
    once = sam.get(page_of(row, "group_map_copy")).context["form"].initial["once"]
    for _ in range(2):
        answer = sam.post(page_of(row, "group_map_copy"), {**sent, "once": once})
    spring = GroupProvisionMap.objects.get(title="Spring term 2027")
    assert answer["Location"] == reverse("plans:group_map", args=[spring.pk])
    assert spring.follows == row.group_map
    (going_on,) = spring.rows.all()
    assert going_on.entry_measure == "Two words together"
    assert going_on.exit_measure == ""
    assert (going_on.starts_on, going_on.ends_on) == (date(2027, 1, 5), date(2027, 3, 15))
    assert [named.child for named in going_on.named_children.all()] == [people.seyi]
    assert "Spring term 2027" in sam.get(page_of(row, "group_map")).content.decode()


def test_nothing_is_copied_before_the_review_or_when_no_row_goes_on(
    people: Cast, browse: Browse
) -> None:
    sent = {"title": "Spring", "starts_on": "5 1 27", "ends_on": "25 3 27"}
    sam = browse(people.sam)
    row = talk_group(people)
    text = sam.post(page_of(row, "group_map_copy"), sent).content.decode()
    assert "Finish the review of this map first." in text
    stopped = reviewed(people, RowDecision.STOP)
    text = sam.post(page_of(stopped, "group_map_copy"), sent).content.decode()
    assert "The review lets no row go on." in text
    going_on = reviewed(people)
    early = {**sent, "starts_on": "7 9 26"}
    text = sam.post(page_of(going_on, "group_map_copy"), early).content.decode()
    assert "The next map begins after this one began." in text
    assert not GroupProvisionMap.objects.filter(title="Spring").exists()


def test_a_row_taken_off_the_map_is_not_asked_about(people: Cast) -> None:
    group_map = autumn(people)
    row = told(talk_group(people, group_map=group_map))
    remove_group_row(row=talk_group(people, group_map=group_map), by=STORY)
    assert review_group_map(group_map=written(row), by=STORY).reviewed_at


def test_c2_1_a_need_that_no_row_covers_is_said_beside_the_child(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    ChildNeed(child=people.seyi, area=AreaOfNeed.SEMH, from_on=BEGAN).record(by=STORY)
    text = browse(people.sam).get(page_of(row, "group_map")).content.decode()
    assert text.count("Partly covered: Social, emotional and mental health is on no map") == 1


def test_c2_1_a_child_whom_a_map_covers_wholly_or_not_at_all_is_not_partly_covered(
    people: Cast, browse: Browse
) -> None:
    row = talk_group(people)
    sam = browse(people.sam)
    assert "Partly covered" not in sam.get(page_of(row, "group_map")).content.decode()
    ChildNeed(child=people.seyi, area=AreaOfNeed.SEMH, from_on=BEGAN).record(by=STORY)
    end_group_map(group_map=row.group_map, by=STORY)
    assert "Partly covered" not in sam.get(page_of(row, "group_map")).content.decode()
