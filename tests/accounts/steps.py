"""What people do when they sign in, for the tests of it."""

import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from accounts.models import Membership
from tests.people import PASSWORD, TOTP_SECRET

LOGIN, SECOND, INDEX = "/sign-in/login/", "/sign-in/2fa/authenticate/", "/sign-in/2fa/"


def code(secret: str = TOTP_SECRET) -> str:
    """What the authenticator app shows at this moment."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def writes_password(member: Membership, password: str = PASSWORD) -> tuple[Client, Any]:
    """A new browser in which this member has written a password, and the answer to it."""
    client = Client()
    answer = client.post(LOGIN, {"login": member.user.email, "password": password})
    return client, answer


def is_in(client: Client) -> bool:
    """Does the team page open?"""
    return client.get("/account/team/").status_code == 200
