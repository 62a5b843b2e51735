"""The first page of a door behind a secret link, the same for every kind: ask for a code, show it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.access import LinkDoor, LinkRequest
from accounts.actions.links import check_code, leave_door, send_code
from accounts.forms.base import PortalForm
from accounts.forms.link import CodeForm
from accounts.rules.link import CodeAnswer


@dataclass(frozen=True, slots=True)
class DoorWords:
    """What a kind of door says of itself before the code: nothing about a child."""

    title: str
    lead: str
    code_goes_to: str
    first_page: str
    send_page: str
    inside_page: str
    template: str = "accounts/link_code.html"


SAID: dict[CodeAnswer, str] = {
    CodeAnswer.RIGHT: "",
    CodeAnswer.WRONG: gettext_noop(
        "That is not the code. Look at the newest email, or ask for a new code."
    ),
    CodeAnswer.NO_CODE: gettext_noop(
        "There is no code at present: it was used or ran out. Ask for a new one."
    ),
    CodeAnswer.PAUSED: gettext_noop(
        "Too many wrong codes were typed. Wait an hour, then ask for a new code."
    ),
    CodeAnswer.SHUT: gettext_noop("This link does not open any more."),
}


def code_page(request: LinkRequest, token: str, door: LinkDoor, words: DoorWords) -> HttpResponse:
    """GET shows the page and does nothing; POST shows the code, and leads in when it is right."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer, secret = check_code(
            link=request.link, typed=form.cleaned_data["code"], by=request.actor
        )
        if answer is CodeAnswer.RIGHT:
            return door.come_in(redirect(words.inside_page, token=token), token, secret)
        form.add_error("code", SAID[answer])
    return _page(request, token, words, form)


def send_code_page(request: LinkRequest, token: str, words: DoorWords) -> HttpResponse:
    """POST: a code goes to the address on file. A refusal says what to do instead."""
    pressed = PortalForm({})
    if pressed.is_valid() and pressed.saves(lambda: send_code(link=request.link, by=request.actor)):
        return redirect(words.first_page, token=token)
    return _page(request, token, words, CodeForm(), pressed)


def leave_page(request: LinkRequest, token: str, door: LinkDoor) -> HttpResponse:
    """POST: the code is asked for again."""
    leave_door(link=request.link, by=request.actor)
    return door.go_out(redirect(door.first_page, token=token), token)


def _page(
    request: LinkRequest, token: str, words: DoorWords, form: CodeForm, pressed: Any = None
) -> HttpResponse:
    facts = request.link.facts()
    context = {
        "form": form,
        "pressed": pressed,
        "token": token,
        "words": words,
        "setting": request.link.setting,
        "code_waits": facts.has_code(timezone.now()),
        "paused": facts.is_paused(timezone.now()),
    }
    return render(request, words.template, context)
