"""The door of a plan's pages, and how a form that saves by itself is answered."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.access import StaffRequest
from accounts.forms.base import PortalForm
from accounts.rules.day_words import say_clock
from plans.models import Strategy, SupportPlan, Target

NEEDED = ("cycle", "child__setting", "child__room", "ground", "corrects", "parents_view_by")
KINDS: dict[str, type[Strategy] | type[Target]] = {"strategies": Strategy, "targets": Target}


def plan_behind(request: StaffRequest, plan_id: UUID) -> SupportPlan:
    """The plan, when its child is theirs to see; else 404."""
    plans = SupportPlan.objects.visible_to(request.membership).select_related(*NEEDED)
    return get_object_or_404(plans, pk=plan_id)


def line_behind(request: StaffRequest, kind: str, line_id: UUID) -> Any:
    """The strategy or target, when its child is theirs to see; else 404."""
    if kind not in KINDS:
        raise Http404
    lines = KINDS[kind].objects.visible_to(request.membership)
    return get_object_or_404(lines.select_related("plan__child"), pk=line_id)


def back_to_desk(plan_id: UUID, anchor: str = "", opened: object = "") -> HttpResponse:
    """To the editor, where somebody left it."""
    return redirect(desk_url(plan_id, anchor, opened))


def desk_url(plan_id: UUID, anchor: str = "", opened: object = "") -> str:
    url = reverse("plans:edit", args=[plan_id])
    query = f"?open={opened}" if opened else ""
    return f"{url}{query}#{anchor}" if anchor else f"{url}{query}"


def saves_by_itself(request: HttpRequest) -> bool:
    """Did the page's script send this form while somebody was typing?"""
    return request.headers.get("X-Autosave") == "yes"


def saved_words() -> str:
    return f"Saved {say_clock(timezone.localtime().time())}"


def answer_saved(version: int, parts: dict[str, tuple[str, dict[str, Any]]]) -> JsonResponse:
    """What was saved when, the version that it made, and the parts of the page to draw again."""
    drawn = {place: render_to_string(template, told) for place, (template, told) in parts.items()}
    return JsonResponse({"words": saved_words(), "seen_version": version, "parts": drawn})


def answer_not_saved(form: PortalForm) -> JsonResponse:
    """Why it was not saved: 409 with what somebody else saved, or 422 with what to put right."""
    errors = {name: [str(e) for e in found] for name, found in form.errors.items()}
    if form.met is not None:
        differences = [[d.label, d.stored] for d in form.differences]
        told = {"errors": errors, "differences": differences, "seen_version": form.met}
        return JsonResponse(told, status=409)
    return JsonResponse({"errors": errors}, status=422)
