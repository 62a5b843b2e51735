"""Who can be signed in as with one click; read only by the sign-in page, which calls it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from isp_portal.demo.sign_in import demo_people


def people(request: HttpRequest) -> dict[str, Callable[[], Any]]:
    """`demo_people` in templates. Nothing outside the demo."""
    return {"demo_people": demo_people} if settings.DEMO else {}
