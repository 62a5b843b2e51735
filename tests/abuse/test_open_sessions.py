"""A session left open, copied, or outlived by the rights that it had."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.rules.roles import Role
from children.models import Child
from plans.models import SupportPlan
from tests.accounts.steps import LOGIN, SECOND, code
from tests.doors.table import Door
from tests.people import PASSWORD, STORY, Cast, second_factor_of, signed_in_as
from tests.plans import stories

from .nonsense import send
from .page_forms import forms_on
from .story import HOLDS_FORMS, ada, address_of, forms_behind

Browse = Callable[..., Client]
UNUSUAL = ["head", "put", "patch", "delete", "options", "trace"]


@pytest.mark.parametrize("door", HOLDS_FORMS, ids=lambda d: d.name)
def test_no_method_gets_past_the_lock(people: Cast, door: Door) -> None:
    member = ada(people)
    client = signed_in_as(member)
    address = address_of(people, door)
    client.post("/account/lock/")
    open_to_all = door.permission == "open" or door.permission.endswith("_link")  # no door of staff
    for method in ("get", "post", *UNUSUAL):
        answer = getattr(client, method)(address)
        assert open_to_all or answer.status_code == 423, method
        assert b"Seyi" not in answer.content


def test_a_script_meets_the_lock_as_well(people: Cast, browse: Browse) -> None:
    plan = stories.draft(people)
    client = browse(people.kemi)
    client.post("/account/lock/")
    address = reverse("plans:section", args=[plan.pk, "strengths"])
    answer = client.post(
        address, {"strengths": "New", "seen_version": 1}, headers={"X-Autosave": "yes"}
    )
    assert answer.status_code == 423
    plan.refresh_from_db()
    assert plan.strengths == ""


def test_signing_in_gives_a_new_session(people: Cast) -> None:
    cache.clear()
    second_factor_of(people.sam.user)
    planted = Client()
    planted.get(LOGIN)
    planted.session.save()
    fixed = planted.session.session_key
    planted.post(LOGIN, {"login": people.sam.user.email, "password": PASSWORD})
    planted.post(SECOND, {"code": code()})
    assert planted.get(reverse("accounts:team")).status_code == 200
    assert planted.session.session_key != fixed


def test_a_session_that_was_signed_out_is_dead(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    copied = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-in/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = copied
    assert thief.get(reverse("accounts:team")).status_code == 302


def test_a_role_that_was_lowered_counts_at_the_next_click(people: Cast, browse: Browse) -> None:
    plan = stories.draft(people)
    client = browse(people.kemi)
    desk = reverse("plans:edit", args=[plan.pk])
    form = next(f for f in forms_on(client, desk) if "strengths" in f.boxes)
    people.kemi.roles = [Role.PRACTITIONER.value]
    people.kemi.record(by=STORY)
    assert client.get(desk).status_code == 403
    assert send(client, form.action, {**form.filled(), "strengths": "New"}).status_code == 403
    plan.refresh_from_db()
    assert plan.strengths == ""


def test_somebody_who_left_in_mid_session_saves_nothing(people: Cast, browse: Browse) -> None:
    client = browse(people.sam)
    (form,) = forms_on(client, reverse("children:add"))
    people.sam.left_on = people.sam.joined_on
    people.sam.record(by=STORY)
    assert send(client, form.action, form.filled()).status_code == 403
    assert Child.objects.count() == 3


def test_somebody_who_belongs_elsewhere_cannot_act_here(people: Cast, browse: Browse) -> None:
    client = browse(people.olga)
    answer = client.post(reverse("accounts:switch"), {"setting": str(people.acorns.pk)})
    assert answer.status_code == 404
    session = client.session
    session["acting_for_setting"] = str(people.acorns.pk)
    session.save()
    assert client.get(reverse("dashboards:child", args=[people.seyi.pk])).status_code == 404


def test_nothing_of_a_finalised_plan_changes_through_any_address(people: Cast) -> None:
    """Forms that were opened while it was a draft are sent after it was finalised."""
    member = ada(people)
    client = signed_in_as(member)
    door = next(d for d in HOLDS_FORMS if d.name == "plans:edit")
    forms = forms_behind(client, people, door)
    plan = SupportPlan.objects.get()
    stories.agreed(people, plan)
    send(client, reverse("plans:finalise", args=[plan.pk]), {})
    before = _everything(plan)
    tried = [*forms]
    for line in (*plan.strategy_lines.all(), *plan.target_lines.all()):
        for name in ("line_move/up", "line_move/down", "line_remove", "line_put_back"):
            view, _, way = name.partition("/")
            ids = [line.kind, line.pk, *([way] if way else [])]
            answer = send(client, reverse(f"plans:{view}", args=ids), {})
            assert answer.status_code == 200
    for form in tried:
        changed = {**form.filled(), **{name: ["Changed"] for name in form.typed()}}
        assert send(client, form.action, changed).status_code == 200, form.action
        by_script = send(client, form.action, changed, headers={"X-Autosave": "yes"})
        assert by_script.status_code in (200, 409, 422), form.action
    for name in ("mark_ready", "back_to_draft", "finalise"):
        send(client, reverse(f"plans:{name}", args=[plan.pk]), {})
    assert _everything(plan) == before
    assert before[0]["status"] == "finalised"


def _everything(plan: SupportPlan) -> list[dict[str, Any]]:
    rows = SupportPlan.objects.filter(pk=plan.pk).values()
    lines = [*plan.strategy_lines.values(), *plan.target_lines.values()]
    return [*rows, *lines, *type(plan.cycle).objects.filter(pk=plan.cycle_id).values()]
