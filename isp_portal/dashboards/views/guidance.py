"""The guidance in plain words. It holds nothing about anybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import open_to_all
from accounts.templatetags.clauses import CLAUSES, TITLES


@open_to_all
def guidance(request: HttpRequest) -> HttpResponse:
    """`guidance/`: every clause, each with its own address (`#C1`)."""
    clauses = [{"id": key, "title": TITLES[key], "words": words} for key, words in CLAUSES.items()]
    return render(request, "dashboards/guidance.html", {"clauses": clauses})
