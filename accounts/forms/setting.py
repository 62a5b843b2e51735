"""What a manager keeps about the setting itself."""

from typing import Any

from django import forms

from accounts.forms.base import DayField, OnceForm, VersionedForm
from accounts.rules.day_words import LONG_WEEKDAYS
from accounts.rules.school_year import NamedDays

LONGEST_CLOSURE_DAYS = 100
"""Longer than any summer holiday: beyond it a year was mistyped."""


MOST_SHARE_DAYS = 90
SHARE_DAYS = f"Write a number of days from 1 to {MOST_SHARE_DAYS}"


class WeekdaysField(forms.TypedMultipleChoiceField):
    """Days of the week as numbers, 0 for Monday."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=list(enumerate(LONG_WEEKDAYS)),
            coerce=int,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )

    def clean(self, value: Any) -> list[int]:
        return sorted(super().clean(value))


class SettingForm(VersionedForm):
    name = forms.CharField(
        label="Name",
        max_length=120,
        help_text="As it should stand on every plan",
        error_messages={"required": "Write the name of the setting"},
    )
    address = forms.CharField(label="Address", max_length=250, required=False)
    phone = forms.CharField(label="Phone", max_length=30, required=False)
    email = forms.EmailField(
        label="Email",
        required=False,
        error_messages={"invalid": "Write the email in full, like hello@nursery.org.uk"},
    )
    open_weekdays = WeekdaysField(
        label="Open on",
        help_text="Review dates fall on these days only",
        error_messages={
            "required": "Choose at least one day on which you open",
            "invalid_choice": "Choose days of the week",
        },
    )
    share_days = forms.IntegerField(
        label="Days for which a link to a shared copy opens",
        min_value=1,
        max_value=MOST_SHARE_DAYS,
        help_text="30 unless you have a reason",
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), SHARE_DAYS),
    )
    may_email_copies = forms.BooleanField(
        label="Copies may be attached to emails",
        required=False,
        help_text="A link with a code is safer: it opens to one person, and can be taken back. "
        "A file stays in every mailbox that it passes",
    )


class ClosureForm(OnceForm):
    name = forms.CharField(
        label="What it is",
        max_length=80,
        help_text="For example Christmas, or training day",
        error_messages={"required": "Say what it is, for example Christmas"},
    )
    first_on = DayField(
        label="First day closed", error_messages={"required": "Say from which day you are closed"}
    )
    last_on = DayField(
        label="Last day closed",
        required=False,
        help_text="Leave it empty for a single day",
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        first = values.get("first_on")
        last = values["last_on"] = values.get("last_on") or first
        if first and last and last < first:
            self.add_error("last_on", "The last day closed is before the first")
        elif first and last and (last - first).days > LONGEST_CLOSURE_DAYS:
            self.add_error("last_on", "That is over a hundred days: look at the year once more")
        return values

    def days(self) -> NamedDays:
        """What was filled in."""
        return NamedDays(
            **{name: self.cleaned_data[name] for name in ("name", "first_on", "last_on")}
        )
