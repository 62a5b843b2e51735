"""What somebody chooses for themselves."""

from django import forms

from accounts.forms.base import VersionedForm

LEAST, MOST = 10, 600
A_NUMBER = f"Write a number of minutes from {LEAST} to {MOST}"


class HourForm(VersionedForm):
    """How many minutes a week a SENCO has for the work of the dashboard."""

    hour_minutes = forms.IntegerField(
        label="Minutes a week",
        min_value=LEAST,
        max_value=MOST,
        help_text="What you are given for support, without an office day. Five of them stay free.",
        widget=forms.NumberInput(attrs={"class": "form-control"}),
        error_messages={
            "required": "Say how many minutes you have",
            "invalid": A_NUMBER,
            "min_value": A_NUMBER,
            "max_value": A_NUMBER,
        },
    )
