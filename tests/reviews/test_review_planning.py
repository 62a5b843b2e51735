"""Planning a review and moving it (C4)."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from accounts.models import Closure, StaleVersion
from agencies.models import Involvement
from children.actions import archive_child
from children.models import ParentCarer, RestrictionKind, YesNoUnknown
from plans.models import Cycle
from reviews.actions.planning import move_review
from reviews.models import Participant, Review
from reviews.policies.planning import can_move
from reviews.rules.window_words import is_outside
from tests.documents.plans import father, restrict
from tests.people import STORY, Cast, seen_by_theo
from tests.plans import stories

from .reviews_given import (
    BEGAN,
    PLANNED_ON,
    TODAY,
    begun,
    cycle,
    planned,
    refusal,
    who,
)

ON = timedelta(days=1)


def moved(review: Review, people: Cast, **values: Any) -> Review:
    given: dict[str, Any] = {
        "planned_on": date(2026, 11, 27),
        "planned_time": review.planned_time,
        "place": review.place,
        "outside_window_because": "",
    }
    return move_review(review=review, by=people.kemi.as_actor(), **{**given, **values})


# Planning ------------------------------------------------------------------------------------------


def test_a_review_is_planned_with_the_usual_people_on_its_list_c4_1(people: Cast) -> None:
    seen_by_theo(people)
    review = planned(people)
    assert (review.planned_on, review.planned_time) == (PLANNED_ON, time(10, 0))
    assert who(review) == [
        ("key_person", "Kemi Adebayo"),
        ("senco", "Sam Whitlock"),
        ("parent", "Priya Blackwood"),
        ("agency", "Theo Marsh"),
    ]
    assert not Participant.objects.filter(invited_on__isnull=False).exists()


def test_asked_twice_it_is_one_review_c4(people: Cast) -> None:
    first = planned(people)
    again = planned(people, cycle=first.cycle, planned_on=date(2026, 11, 27))
    assert again.pk == first.pk
    assert again.planned_on == PLANNED_ON
    assert Review.objects.count() == 1
    assert Participant.objects.filter(review=first).count() == 3


@pytest.mark.parametrize("kind", [RestrictionKind.NO_CONTACT, RestrictionKind.NO_INFORMATION])
def test_a_contact_barred_from_contact_or_information_is_never_put_on_the_list_c4_1(
    people: Cast, kind: str
) -> None:
    restrict(father(people, parental_responsibility=YesNoUnknown.YES), kind)
    assert ("parent", "Tunde Adeyemi") not in who(planned(people))


@pytest.mark.parametrize("kind", [RestrictionKind.SUPERVISED, RestrictionKind.NO_ADDRESS])
def test_a_limit_on_an_address_or_on_visits_keeps_nobody_from_the_list_c4_1(
    people: Cast, kind: str
) -> None:
    restrict(father(people), kind)
    assert ("parent", "Tunde Adeyemi") in who(planned(people))


def test_a_contact_without_responsibility_or_copies_waits_to_be_put_on_the_list(
    people: Cast,
) -> None:
    ParentCarer(child=people.seyi, name="Wale Blackwood", relationship="uncle").record(by=STORY)
    assert ("parent", "Wale Blackwood") not in who(planned(people))


def test_a_contact_who_has_ended_is_not_on_the_list(people: Cast) -> None:
    father(people, ended_on=date(2026, 11, 1))
    assert ("parent", "Tunde Adeyemi") not in who(planned(people))


def test_an_agency_that_has_discharged_the_child_is_not_on_the_list_c4_1(people: Cast) -> None:
    seen_by_theo(people)
    involved = Involvement.objects.get(child=people.seyi)
    involved.discharged_on = date(2026, 11, 1)
    involved.record(by=STORY)
    assert "agency" not in [capacity for capacity, _ in who(planned(people))]


def test_an_agency_that_waits_to_see_the_child_is_not_on_the_list_c4_1(people: Cast) -> None:
    Involvement(child=people.seyi, agency=people.speech, waiting_since=BEGAN).record(by=STORY)
    assert "agency" not in [capacity for capacity, _ in who(planned(people))]


def test_a_childminder_is_on_the_list_in_both_capacities_c4_1(people: Cast) -> None:
    people.kemi.roles = ["key_person", "senco"]
    people.kemi.record(by=STORY)
    found = who(planned(people))
    assert ("key_person", "Kemi Adebayo") in found
    assert ("senco", "Kemi Adebayo") in found


def test_a_key_person_who_has_left_is_not_on_the_list(people: Cast) -> None:
    run = cycle(people)
    people.kemi.left_on = TODAY
    people.kemi.record(by=STORY)
    assert ("key_person", "Kemi Adebayo") not in who(planned(people, cycle=run))


# Days that may be, and may not -----------------------------------------------------------------------


def test_a_review_may_be_planned_for_today_and_for_both_ends_of_the_window_c4(people: Cast) -> None:
    run = cycle(people)
    assert (run.opens_on, run.due_on) == (date(2026, 11, 16), date(2026, 11, 30))
    review = planned(people, cycle=run, planned_on=TODAY)
    assert review.planned_on == TODAY
    assert moved(review, people, planned_on=run.due_on).planned_on == run.due_on


def test_a_day_that_is_past_is_recorded_as_held_instead_c4(people: Cast) -> None:
    refused = refusal(lambda: planned(people, planned_on=TODAY - ON, outside_window_because="Late"))
    assert refused.field == "planned_on"
    assert "record it as held" in refused.sentence


def test_a_day_before_the_cycle_is_refused_c4(people: Cast) -> None:
    run = cycle(people, date(2026, 12, 7))
    refused = refusal(
        lambda: planned(
            people, cycle=run, planned_on=date(2026, 12, 6), outside_window_because="A concern"
        )
    )
    assert refused.field == "planned_on"
    assert "Mon 7 Dec" in refused.sentence


def test_outside_the_window_a_reason_is_asked_and_the_window_is_named_c4(people: Cast) -> None:
    refused = refusal(lambda: planned(people, planned_on=date(2026, 12, 1)))
    assert refused.field == "outside_window_because"
    assert "between Mon 16 Nov and Mon 30 Nov" in refused.sentence


def test_the_sentence_says_why_the_window_moved_c4(people: Cast) -> None:
    for closed in (date(2026, 12, 21), date(2026, 12, 28), date(2027, 1, 1)):
        Closure(
            setting=people.acorns, first_on=closed, last_on=closed + 6 * ON, name="Christmas"
        ).record(by=STORY)
    run = cycle(people, date(2026, 11, 2))
    assert run.due_on == date(2026, 12, 18)
    refused = refusal(lambda: planned(people, cycle=run, planned_on=PLANNED_ON))
    assert "Fri 18 Dec, moved to before you are closed" in refused.sentence


def test_an_agreed_window_is_named_as_agreed_c4(people: Cast) -> None:
    run = cycle(people)
    run.agreed_because = "Priya is away"
    run.record(by=STORY)
    refused = refusal(lambda: planned(people, cycle=run, planned_on=date(2026, 12, 1)))
    assert "as was agreed" in refused.sentence


@pytest.mark.parametrize("why", ["All targets achieved", "A new report", "A concern", "Leaving"])
def test_an_early_review_is_held_at_any_time_with_a_reason_c4(people: Cast, why: str) -> None:
    run = cycle(people, date(2026, 11, 16))
    review = planned(people, cycle=run, planned_on=TODAY, outside_window_because=why)
    assert review.outside_window_because == why


def test_a_reason_of_blanks_is_none_c4(people: Cast) -> None:
    refused = refusal(
        lambda: planned(people, planned_on=date(2026, 12, 1), outside_window_because="  ")
    )
    assert refused.field == "outside_window_because"


def test_a_day_on_which_the_setting_is_closed_asks_for_a_reason_c4(people: Cast) -> None:
    run = cycle(people)
    saturday = date(2026, 11, 28)
    refused = refusal(lambda: planned(people, cycle=run, planned_on=saturday))
    assert refused.field == "outside_window_because"
    assert "closed on Sat 28 Nov" in refused.sentence
    review = planned(
        people, cycle=run, planned_on=saturday, outside_window_because="Priya works all week"
    )
    assert review.planned_on == saturday


def test_more_than_a_year_ahead_is_a_slip_of_the_finger(people: Cast) -> None:
    refused = refusal(
        lambda: planned(people, planned_on=TODAY + 367 * ON, outside_window_because="Later")
    )
    assert refused.field == "planned_on"


def test_a_cycle_that_is_over_has_no_review_to_plan_c4(people: Cast) -> None:
    run = cycle(people)
    run.closed_on = TODAY
    run.record(by=STORY)
    assert "plan 1 ended on Mon 23 Nov" in refusal(lambda: planned(people, cycle=run)).sentence


def test_a_cycle_without_a_start_has_no_review_to_plan_c4(people: Cast) -> None:
    plan = stories.draft(people, None)
    assert "no start yet" in refusal(lambda: planned(people, cycle=plan.cycle)).sentence


def test_nothing_is_planned_for_an_archived_child(people: Cast) -> None:
    run = cycle(people)
    archive_child(child=people.seyi, left_on=TODAY, because="Moved away", by=people.sam.as_actor())
    run = Cycle.objects.get(pk=run.pk)
    assert "archived" in refusal(lambda: planned(people, cycle=run)).sentence


class EveryDayIsAnswered(TestCase):
    @settings(deadline=None, max_examples=60)
    @given(
        some.dates(date(2026, 1, 1), date(2027, 12, 31)),
        some.dates(date(2026, 1, 1), date(2027, 6, 30)),
        some.integers(0, 30),
    )
    def test_inside_both_ends_is_inside_and_nothing_else_is_c4(
        self, on: date, opens_on: date, days: int
    ) -> None:
        window = {opens_on + n * ON for n in range(days + 1)}
        assert is_outside(on, opens_on, opens_on + days * ON) is (on not in window)
        assert is_outside(on, None, None) is False


# Moving ----------------------------------------------------------------------------------------------


def test_a_moved_review_keeps_its_uid_and_gets_a_higher_sequence_c4_1(people: Cast) -> None:
    review = planned(people)
    after = moved(review, people)
    assert after.calendar_uid == review.calendar_uid
    assert after.calendar_sequence == review.calendar_sequence + 1
    assert after.history.count() == 2


def test_only_what_people_were_told_raises_the_sequence(people: Cast) -> None:
    review = planned(people, planned_on=date(2026, 12, 1), outside_window_because="Half term")
    same = moved(
        review, people, planned_on=date(2026, 12, 1), outside_window_because="Priya is away"
    )
    assert same.outside_window_because == "Priya is away"
    assert same.calendar_sequence == 0


def test_moving_it_to_where_it_is_changes_nothing(people: Cast) -> None:
    review = planned(people)
    same = moved(review, people, planned_on=PLANNED_ON)
    assert (same.row_version, same.calendar_sequence) == (1, 0)


def test_two_who_move_the_same_review_both_hear_of_it(people: Cast) -> None:
    review = planned(people)
    moved(review, people, seen_version=1)
    with pytest.raises(StaleVersion):
        moved(review, people, planned_on=date(2026, 11, 30), seen_version=1)


def test_a_review_does_not_move_to_a_day_outside_the_window_without_a_reason_c4(
    people: Cast,
) -> None:
    review = planned(people)
    assert refusal(lambda: moved(review, people, planned_on=date(2026, 12, 2))).field == (
        "outside_window_because"
    )


def test_a_review_that_was_held_does_not_move_c4(people: Cast) -> None:
    review = begun(people, planned(people))
    assert not can_move(review, TODAY)
    assert "was held" in refusal(lambda: moved(review, people)).sentence
