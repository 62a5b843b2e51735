"""What people read when a form came back without its token: plain words, and the way back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page that sent the form had been open too long, or cookies are switched off.

    `reason` is Django's, in English for developers; people are not shown it.
    """
    return render(request, "403_csrf.html", status=403)
