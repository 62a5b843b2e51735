"""What people read when something cannot be answered: what is true, and what to do.

None of these pages reads the database, so that they still come when it is the database that failed.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def _page(template: str, status: int, **words: str) -> HttpResponse:
    return HttpResponse(render_to_string(template, words), status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what came did not make sense."""
    return _page("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: right setting, wrong role. A refusal's own sentence is shown when it has one."""
    return _page("403.html", 403, sentence=str(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not here, or not theirs. The page does not say which."""
    return _page("404.html", 404)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more than any page takes; it was not even read."""
    return _page("413.html", 413)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the portal failed; nothing of why is shown."""
    return _page("500.html", 500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page that sent a form had been open too long, or cookies are switched off.

    `reason` is Django's, for developers; people are not shown it.
    """
    return _page("403_csrf.html", 403)
