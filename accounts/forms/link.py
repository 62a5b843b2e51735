"""The code of a secret link."""

from django import forms
from django.utils.translation import gettext_noop

from accounts.forms.base import PortalForm
from accounts.rules.link import CODE_DIGITS, digits_of

WRONG_LENGTH = gettext_noop("A code has six numbers")


class CodeForm(PortalForm):
    code = forms.CharField(
        label="The code",
        max_length=200,
        help_text=f"{CODE_DIGITS} digits, from the email or as it was read out to you",
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code"}
        ),
        error_messages={"required": gettext_noop("Write the code")},
    )

    def clean_code(self) -> str:
        digits = digits_of(self.cleaned_data["code"])
        if len(digits) != CODE_DIGITS:
            raise forms.ValidationError(WRONG_LENGTH)
        return digits
