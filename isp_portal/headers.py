"""Headers on every response of every status: error pages, redirects and static files too.

Outermost of the middleware, so that it also sees what others answer on their own.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from accounts.access.doors import is_by_link

# Nothing of the device is needed but passkeys.
PERMISSIONS = ", ".join(
    [
        f"{feature}=()"
        for feature in (
            *("accelerometer", "autoplay", "browsing-topics", "camera"),
            *("display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope"),
            *("hid", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
            *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
        )
    ]
    + ["publickey-credentials-create=(self)", "publickey-credentials-get=(self)"]
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "X-Permitted-Cross-Domain-Policies": "none",
}
# For an answer that no page's policy reached: it may load, run, frame and send nothing.
CLOSED_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "object-src 'none'"
)
# The address itself is a secret: it is told to no other page and kept by no search engine.
BEHIND_A_LINK = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive, nosnippet",
}
KEPT_BY_BROWSERS = (200, 206, 304)


class EveryResponseHeaders:
    """Adds what is always so, a closed policy where none was set, and no-store off static."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response[name] = value
        if _is_by_link(request):
            for name, value in BEHIND_A_LINK.items():
                response[name] = value
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        response.headers.setdefault("Content-Security-Policy", CLOSED_POLICY)
        if not _is_static(request, response):
            response["Cache-Control"] = "no-store"
        return response


def _is_by_link(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and is_by_link(match.func)


def _is_static(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A shared file of the portal itself, which holds nothing about anybody."""
    within = request.path_info.startswith("/" + settings.STATIC_URL.lstrip("/"))
    return within and response.status_code in KEPT_BY_BROWSERS
