"""Every address says who may come in, or the portal does not start."""

import pytest
from allauth.urls import urlpatterns as allauth_addresses
from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern

from accounts import checks
from accounts.access.doors import ALLAUTH_DOORS, CLOSED


def unmarked(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_every_address_of_the_portal_has_a_door() -> None:
    assert checks.every_view_has_a_mark() == []


def test_a_view_without_an_access_mark_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Addresses:
        urlpatterns = (path("forgotten/", unmarked, name="forgotten"), path("nameless/", unmarked))

    resolver = URLResolver(RegexPattern(r"^/"), Addresses)
    monkeypatch.setattr(checks, "get_resolver", lambda: resolver)
    found = checks.every_view_has_a_mark()
    assert [error.id for error in found] == ["accounts.E001", "accounts.E001"]
    assert "forgotten" in found[0].msg


def test_the_table_of_allauths_doors_names_each_address_once() -> None:
    class Addresses:
        urlpatterns = allauth_addresses

    resolver = URLResolver(RegexPattern(r"^/"), Addresses)
    names = sorted(name for name, _ in checks.addresses(resolver))
    assert names == sorted(ALLAUTH_DOORS)
    assert CLOSED in ALLAUTH_DOORS.values()
