"""Forms behind secret links, whose pages tell nobody where they are.

Under `Referrer-Policy: no-referrer` a browser sends a form of ours with `Origin: null` and without a
referrer, and Django's check of both would refuse it. What the browser itself says of the sender
takes its place here, and the token of the form is checked as everywhere.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase

from accounts.access.doors import is_by_link

UNKNOWN = (None, "null")
FROM_HERE = (None, "same-origin")
"""What `Sec-Fetch-Site` says of our own forms. Browsers before 2023 do not say it."""


class LinkOrigin:
    def __init__(self, get_response: Callable[[Any], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> None:
        headers = request.META
        if (
            is_by_link(view)
            and headers.get("HTTP_ORIGIN") in UNKNOWN
            and headers.get("HTTP_SEC_FETCH_SITE") in FROM_HERE
        ):
            headers["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
