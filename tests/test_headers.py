"""Every response carries the headers, whatever its status and whoever answered."""

import pytest
from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.test import Client, RequestFactory

from isp_portal.headers import CLOSED_POLICY, EveryResponseHeaders

PAGES = {
    "a page": ("/demo/gallery/", 200),
    "a page that is not there": ("/nowhere/", 404),
    "the sign-in page": ("/sign-in/login/", 200),
    "a shared file": ("/static/css/tokens.css", 200),
    "a shared file that is not there": ("/static/css/nothing.css", 404),
}
NEEDED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def opened(client: Client, address: str) -> HttpResponseBase:
    """The answer, read to its end, so that no file stays open behind it."""
    answer = client.get(address)
    answer.getvalue()
    answer.close()
    return answer


@pytest.mark.django_db
@pytest.mark.parametrize("which", PAGES)
def test_every_answer_carries_the_headers(client: Client, which: str) -> None:
    address, status = PAGES[which]
    answer = opened(client, address)
    assert answer.status_code == status
    assert {name: answer[name] for name in NEEDED} == NEEDED
    assert "camera=()" in answer["Permissions-Policy"]
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize("which", [w for w in PAGES if w != "a shared file"])
def test_nothing_but_shared_files_is_stored(client: Client, which: str) -> None:
    assert opened(client, PAGES[which][0])["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_shared_files_may_be_stored(client: Client) -> None:
    assert "no-store" not in opened(client, "/static/css/tokens.css").get("Cache-Control", "")


@pytest.mark.parametrize("status", [200, 302, 400, 403, 404, 405, 500, 503])
def test_an_answer_that_no_policy_reached_gets_the_closed_one(status: int) -> None:
    wrapped = EveryResponseHeaders(lambda request: HttpResponse(status=status))
    answer = wrapped(RequestFactory().get("/anything/"))
    assert answer["Content-Security-Policy"] == CLOSED_POLICY
    assert answer["Cache-Control"] == "no-store"


def test_a_view_may_be_stricter_about_where_people_came_from() -> None:
    wrapped = EveryResponseHeaders(
        lambda request: HttpResponse(headers={"Referrer-Policy": "no-referrer"})
    )
    assert wrapped(RequestFactory().get("/shared/"))["Referrer-Policy"] == "no-referrer"


def test_the_headers_stand_outermost() -> None:
    assert settings.MIDDLEWARE[0] == "isp_portal.headers.EveryResponseHeaders"


def test_passkeys_stay_allowed() -> None:
    wrapped = EveryResponseHeaders(lambda request: HttpResponse())
    policy = wrapped(RequestFactory().get("/"))["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in policy


def test_a_form_without_its_token_is_answered_in_plain_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/demo/gallery/")
    assert answer.status_code == 403
    words = answer.content.decode()
    assert "This was not sent" in words
    assert "CSRF" not in words


def test_error_pages_read_no_database(client: Client) -> None:
    """No database mark on this test: a query would fail it."""
    from django.core.exceptions import PermissionDenied

    from isp_portal import errors

    request = RequestFactory().get("/")
    said = errors.forbidden(request, PermissionDenied("Your role here may not finalise plans."))
    assert "Your role here may not finalise plans." in said.content.decode()
    assert errors.bad_request(request, ValueError()).status_code == 400
    assert errors.not_found(request, ValueError()).status_code == 404
    assert errors.server_error(request).status_code == 500
