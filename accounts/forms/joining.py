"""An invited person's name and first password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from accounts.forms.base import PortalForm
from accounts.models import Invitation, User


class JoinForm(PortalForm):
    full_name = forms.CharField(
        label="Your name",
        max_length=150,
        help_text="As it should read on plans you write and sign",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Write your name: plans say who wrote them"},
    )
    password = forms.CharField(
        label="Choose a password",
        max_length=128,
        strip=False,
        help_text="At least 8 characters; 15 or more are better. Four words in a row are easy to keep in mind.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password"},
    )
    password_again = forms.CharField(
        label="The password once more",
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Write the password once more"},
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"full_name": invitation.full_name})
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        password, again = values.get("password"), values.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", "The two passwords differ. Write both again.")
        elif password:
            self._check(password, values.get("full_name", ""))
        return values

    def _check(self, password: str, full_name: str) -> None:
        try:
            validate_password(password, User(email=self.invitation.email, full_name=full_name))
        except forms.ValidationError as error:
            self.add_error("password", error)
