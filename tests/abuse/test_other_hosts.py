"""Another host in an address or a header leads nobody away and gets into no mail and no log."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.actions.outbox import deliver_due
from tests.accounts.steps import LOGIN, SECOND, code
from tests.people import PASSWORD, STORY, Cast, second_factor_of

Browse = Callable[..., Client]
ELSEWHERE = [
    "https://bad.example/",
    "//bad.example/",
    "/\\bad.example/",
    "\\\\bad.example",
    "https:bad.example",
    "javascript:alert(1)",
    "/\t/bad.example/",
    "http://testserver@bad.example/",
]


@pytest.mark.parametrize("where", ELSEWHERE)
def test_signing_in_leads_nowhere_else(people: Cast, where: str) -> None:
    cache.clear()
    second_factor_of(people.sam.user)
    client = Client()
    words = {"login": people.sam.user.email, "password": PASSWORD, "next": where}
    client.post(f"{LOGIN}?next={where}", words)
    answer = client.post(f"{SECOND}?next={where}", {"code": code(), "next": where})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")
    assert "bad.example" not in answer["Location"].split("?")[0]
    assert not answer["Location"].startswith(("//", "/\\"))


@pytest.mark.parametrize("where", ELSEWHERE)
def test_signing_out_leads_nowhere_else(people: Cast, browse: Browse, where: str) -> None:
    answer = browse(people.sam).post("/sign-in/logout/", {"next": where})
    assert answer.status_code == 302
    assert re.match(r"/(?![/\\])", answer["Location"])


@pytest.mark.parametrize("where", ["//bad.example/", "/\\bad.example/"])
def test_the_lock_sends_what_was_typed_nowhere_else(
    people: Cast, browse: Browse, where: str
) -> None:
    client = browse(people.sam)
    client.post("/account/lock/")
    page = client.get(reverse("children:add"), {"next": where}).content.decode()
    (action,) = set(re.findall(r'action="([^"]*)"', page)) - {"/sign-in/logout/"}
    assert action.startswith("/children/add/?next=")


@pytest.mark.parametrize("header", ["HTTP_HOST", "HTTP_X_FORWARDED_HOST"])
def test_another_host_is_named_in_no_mail(
    people: Cast,
    browse: Browse,
    header: str,
    django_capture_on_commit_callbacks: Any,
) -> None:
    cache.clear()
    bad = {header: "bad.example"}
    with django_capture_on_commit_callbacks(execute=True):
        words = {"full_name": "Ffion Rees", "email": "f@acorns.example", "roles": "practitioner"}
        browse(people.ruth).post(reverse("accounts:invite"), words, **bad)
        Client().post("/sign-in/password/reset/", {"email": people.sam.user.email}, **bad)
    deliver_due()
    sent = "".join(f"{m.subject} {m.body} {m.alternatives}" for m in mail.outbox)
    assert "bad.example" not in sent
    if header == "HTTP_HOST":
        assert mail.outbox == []
    else:
        assert sent.count(settings.SITE_ADDRESS) >= 2


def test_a_mail_has_no_head_but_ours(people: Cast, browse: Browse) -> None:
    people.acorns.name = "Acorns\nBcc: spy@bad.example"
    people.acorns.record(by=STORY)
    words = {
        "full_name": "Ffion\r\nBcc: spy@bad.example",
        "email": "f@acorns.example",
        "roles": "practitioner",
    }
    browse(people.ruth).post(reverse("accounts:invite"), words)
    deliver_due()
    (sent,) = mail.outbox
    assert sent.recipients() == ["f@acorns.example"]
    assert "\n" not in sent.subject


def test_a_forwarded_address_opens_no_new_count_of_tries(people: Cast) -> None:
    cache.clear()
    statuses = []
    for number in range(40):
        words = {"login": f"nobody{number}@acorns.example", "password": "wrong"}
        answer = Client().post(LOGIN, words, headers={"X-Forwarded-For": f"198.51.100.{number}"})
        statuses.append(answer.status_code == 429 or b"too often" in answer.content)
    assert any(statuses)


def test_who_looked_is_not_what_the_browser_says(people: Cast, browse: Browse) -> None:
    from children.models import AccessEvent

    address = reverse("dashboards:child", args=[people.seyi.pk])
    browse(people.sam).get(address, headers={"X-Forwarded-For": "198.51.100.7"})
    assert AccessEvent.objects.get().from_address == "127.0.0.1"
