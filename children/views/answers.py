"""How the pages about a child read what was posted and lead on after a save."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from accounts.rules.refusal import Refused
from children.models import Child


class NotDone(str):
    """A refusal's sentence, to be said with a warning's mark and without an undo."""


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, or None for somebody who opens the page. An empty POST is a POST."""
    return request.POST if request.method == "POST" else None


def today() -> Any:
    return timezone.localdate()


def to_child(request: HttpRequest, child: Child, words: str, undo: str = "") -> HttpResponse:
    """Back to the child's own page, with what happened and where to undo it."""
    say(request, words, undo)
    return redirect("dashboards:child", child_id=child.pk)


def to_page(
    request: HttpRequest, name: str, words: str, undo: str = "", **ids: Any
) -> HttpResponse:
    """On to a page of this room, with what happened and where to undo it."""
    say(request, words, undo)
    return redirect(name, **ids)


def said_or_refused(action: Callable[[], object], words: str) -> str:
    """Runs an action that has no form: what to say afterwards, the refusal's own words included."""
    try:
        action()
    except Refused as refusal:
        return NotDone(refusal.sentence)
    return words


def say(request: HttpRequest, words: str, undo: str = "") -> None:
    """On the next page: what happened, or with a warning's mark why it did not."""
    if isinstance(words, NotDone):
        messages.warning(request, words)
    else:
        messages.success(request, words, extra_tags=undo)
