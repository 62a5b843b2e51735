"""Requests that no page of ours sends: other methods, huge bodies, files, and pages that broke."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from children.models import Child
from isp_portal.documents import actions as papers
from plans.models import SupportPlan
from tests.doors.table import Door
from tests.people import STORY, Cast, signed_in_as
from tests.plans import stories

from .nonsense import FORM
from .page_forms import forms_on
from .story import HOLDS_FORMS, ada, address_of

Browse = Callable[..., Client]
UNUSUAL = ["head", "put", "patch", "delete", "options", "trace"]
NEEDED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def check_headers(answer: Any) -> None:
    assert {name: answer.get(name) for name in NEEDED} == NEEDED
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "Permissions-Policy" in answer
    assert "Referrer-Policy" in answer


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_a_method_that_no_page_uses_changes_nothing(people: Cast, door: Door) -> None:
    client = signed_in_as(ada(people))
    address = address_of(people, door)
    for method in UNUSUAL:
        with transaction.atomic():
            before = Child.history.count(), SupportPlan.history.count()
            answer = getattr(client, method)(address)
            assert answer.status_code in (200, 302, 404, 405), method
            check_headers(answer)
            assert (Child.history.count(), SupportPlan.history.count()) == before
            transaction.set_rollback(True)


def test_an_unknown_host_is_answered_with_every_header() -> None:
    answer = Client().get("/sign-in/login/", headers={"host": "bad.example"})
    assert answer.status_code == 400
    check_headers(answer)


def test_a_body_too_large_is_answered_in_words(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    large = "legal_name=" + "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    many = "&".join(f"f{n}=1" for n in range(1200))
    for body in (large, many):
        answer = client.post(reverse("children:add"), body, content_type=FORM)
        assert answer.status_code in (400, 413)
        check_headers(answer)
        assert "<h1" in answer.content.decode()


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain", "multipart/form-data; boundary"]
)
def test_a_body_of_another_kind_changes_nothing(people: Cast, browse: Browse, kind: str) -> None:
    words = json.dumps({"legal_name": "Anouk", "date_of_birth": "14 3 23"})
    answer = browse(people.sam).post(reverse("children:add"), words, content_type=kind)
    assert answer.status_code in (200, 400)
    assert Child.objects.count() == 3


def test_a_file_where_words_belong_changes_nothing(people: Cast, browse: Browse) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = browse(people.sam)
    (form,) = forms_on(client, reverse("children:add"))
    attached = SimpleUploadedFile("name.html", b"<script>alert(1)</script>", "text/html")
    answer = client.post(form.action, {**form.filled(), "legal_name": attached})
    assert answer.status_code == 200
    assert Child.objects.count() == 3


def test_every_kind_of_answer_carries_the_headers(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    paper = papers.issue_plan(plan=stories.finalised(people), recipient=None, by=STORY)
    answers: dict[int, Any] = {}
    for address, status in (
        (reverse("documents:file", args=[paper.pk]), 200),
        (reverse("documents:print_view", args=[paper.plan_id]), 200),
        (reverse("dashboards:home"), 302),
        (reverse("children:bring_back", args=[people.seyi.pk]), 405),
        (reverse("dashboards:child", args=[uuid4()]), 404),
        (reverse("accounts:invite"), 403),
    ):
        answer = client.get(address)
        assert answer.status_code == status, address
        check_headers(answer)
        answers[status] = answer
    assert b"Seyi" not in answers[404].content


def test_a_page_that_broke_carries_the_headers_and_says_nothing(
    people: Cast, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browse(people.sam)
    client.raise_request_exception = False

    def breaks(*_: object, **__: object) -> HttpResponse:
        raise RuntimeError("Seyi Adeyemi")

    monkeypatch.setattr("isp_portal.dashboards.views.child.child_page", breaks)
    answer = client.get(reverse("dashboards:child", args=[people.seyi.pk]))
    assert answer.status_code == 500
    assert b"Seyi" not in answer.content
    check_headers(answer)
