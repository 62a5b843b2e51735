"""When a review is, where, and why outside its window; and how it was held (C4)."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm, VersionedForm
from accounts.models import Membership
from children.forms.fields import DayThatHasBeen, Words, one_of, row_of
from reviews.models import HowHeld, Review

WHY_LABEL = "Why this day, if it is outside the window or you are closed"


def time_of_day(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        help_text="Left empty, the calendar file says the whole day",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Write the time as 10:00 or 15:30"},
    )


class WhenAndWhere(forms.Form):
    """Planning and moving ask the same."""

    planned_on = DayField(
        label="Day",
        help_text="For example 26 11 26, 26 Nov or tomorrow",
        error_messages={"required": "Say on which day"},
    )
    planned_time = time_of_day("Time")
    place = Words("Place", 120, help_text="Or say by phone, or by video")
    outside_window_because = Words(
        WHY_LABEL, 300, help_text="For example a target achieved, a new report, a concern, leaving"
    )


class PlanForm(WhenAndWhere, OnceForm):
    """A review is planned once."""


class MoveForm(WhenAndWhere, VersionedForm):
    """It moves; the reason belongs to the new day."""


class HowHeldFields(forms.Form):
    """Beginning a review and putting right how it was held ask the same."""

    held_on = DayThatHasBeen(
        label="Day it was held",
        help_text="For example today or 26 Nov",
        error_messages={"required": "Say on which day it was held"},
    )
    how_held = one_of("How it was held", HowHeld.choices, needed="Say how it was held")
    interpreter = Words("Interpreter", 150, help_text="Their name, if there was one")
    minute_taker = row_of("Who takes the minutes", needed="Say who takes the minutes", nothing="")
    outside_window_because = Words("Why it was held before the window opened", 300)


def _offer_staff(form: forms.Form, membership: Membership) -> None:
    field = form.fields["minute_taker"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = Membership.objects.visible_to(membership).active(timezone.localdate())
    field.empty_label = None


class BeginForm(HowHeldFields, OnceForm):
    """Today, in person, with whoever presses taking the minutes: most reviews need one press."""

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        initial = {
            "held_on": timezone.localdate(),
            "how_held": HowHeld.IN_PERSON,
            "minute_taker": membership.pk,
        }
        super().__init__(*args, initial=initial, **kwargs)
        _offer_staff(self, membership)


class HeldForm(HowHeldFields, VersionedForm):
    """Puts right what was said when the review was begun."""

    def __init__(self, *args: Any, record: Review, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        _offer_staff(self, membership)
