"""How allauth behaves here: people join by invitation, and the second step cannot be given up."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest

from accounts.access.session import SECOND_STEPS, note_second_step

SET_UP_JUST_NOW = {"mfa/messages/totp_activated.txt", "mfa/messages/webauthn_added.txt"}


class InvitedOnlyAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "No account has this email and this password together.",
        "incorrect_password": "That is not the password of this account.",
        "incorrect_code": "That is not the code shown now. A code is good for half a minute, once.",
        "too_many_login_attempts": "That was too often. Wait five minutes, then try again.",
        "enter_current_password": "That is not your present password.",
        "rate_limited": "That was too often. Wait a minute, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """allauth says here, and nowhere else without a signal, that a second step was set up."""
        if message_template in SET_UP_JUST_NOW:
            note_second_step(request)
        super().add_message(request, level, message_template, *args, **kwargs)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """From the address that the portal knows itself by, never from the request's host."""
        url: str = super().get_reset_password_from_key_url(key)
        return settings.SITE_ADDRESS.rstrip("/") + url[url.index("/", len("https://")) :]


class SecondStepAdapter(DefaultMFAAdapter):
    """Keeps the secrets of second steps encrypted, and the last one from being removed."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "This is your only second step. Add another one first.",
        "incorrect_code": InvitedOnlyAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        if not settings.SECOND_FACTOR_REQUIRED:
            return True
        others = Authenticator.objects.filter(user=authenticator.user, type__in=SECOND_STEPS)
        return others.exclude(pk=authenticator.pk).exists()

    def build_totp_svg(self, url: str) -> str:
        """The drawing alone, to stand inside the page: our policy lets no data: address load."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]


def _box() -> MultiFernet:
    """Opens with today's key and the ones before it, closes with today's."""
    return MultiFernet(
        [_key(str(s)) for s in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]]
    )


def _key(secret: str) -> Fernet:
    stretched = HKDF(SHA256(), length=32, salt=None, info=b"second step").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(stretched))
