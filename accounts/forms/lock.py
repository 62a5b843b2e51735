"""Unlocking a session that was left alone: the password of the one who is signed in."""

from typing import Any

from django import forms

from accounts.forms.base import PortalForm
from accounts.models import User


class OneClickForm(PortalForm):
    """In the demo, where people have no password, one click is enough."""


class UnlockForm(PortalForm):
    unlock_password = forms.CharField(
        label="Your password",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Write your password to go on"},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_unlock_password(self) -> str:
        password: str = self.cleaned_data["unlock_password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("That is not the password of this account")
        return password
