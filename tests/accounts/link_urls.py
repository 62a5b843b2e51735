"""A door behind a secret link, as small as one can be: the code page, a button, and a room inside."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.urls import include, path
from django.views.decorators.http import require_POST

from accounts.views.link_pages import DoorWords, code_page, leave_page, send_code_page
from agencies.access import DOOR, at_request_link, by_request_link

WORDS = DoorWords(
    title="A door",
    lead="Something waits behind it.",
    code_goes_to="The code goes to the address on file.",
    first_page="agencies:door",
    send_page="agencies:door_code",
    inside_page="agencies:door_inside",
)


@at_request_link
def door(request: Any, token: str) -> HttpResponseBase:
    """`agencies/door/<secret>/`."""
    return code_page(request, token, DOOR, WORDS)


@at_request_link
@require_POST
def door_code(request: Any, token: str) -> HttpResponseBase:
    """`agencies/door/<secret>/code/`."""
    return send_code_page(request, token, WORDS)


@by_request_link
def door_inside(request: Any, token: str) -> HttpResponseBase:
    """`agencies/door/<secret>/inside/`."""
    return HttpResponse(f"Inside: {request.actor.label}, {request.membership}")


@by_request_link
@require_POST
def door_leave(request: Any, token: str) -> HttpResponseBase:
    """`agencies/door/<secret>/leave/`."""
    return leave_page(request, token, DOOR)


OURS = [
    path("door/<str:token>/", door, name="door"),
    path("door/<str:token>/code/", door_code, name="door_code"),
    path("door/<str:token>/inside/", door_inside, name="door_inside"),
    path("door/<str:token>/leave/", door_leave, name="door_leave"),
]
urlpatterns = [path("agencies/", include((OURS, "agencies")))]
