"""Setting up a passkey, in words of ours."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm


class PasskeyForm(AddWebAuthnForm):
    """A name for the key, and whether it opens the portal by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Name of this key"
        self.fields["name"].help_text = "So that you know it again, for example my phone"
        alone = self.fields["passwordless"]
        alone.label = "Sign in with this key alone"
        alone.help_text = "No password is asked then; the device asks for your finger, face or PIN"
