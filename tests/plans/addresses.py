"""Addresses of the editor, and a form sent as the page's script sends it."""

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from plans.models import Strategy, SupportPlan, Target


def path(name: str, plan: SupportPlan, *more: object) -> str:
    return reverse(f"plans:{name}", args=[plan.pk, *more])


def line_path(line: Strategy | Target, name: str = "line", *more: object) -> str:
    return reverse(f"plans:{name}", args=[line.kind, line.pk, *more])


def by_script(client: Client, url: str, words: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    answer = client.post(url, words, headers={"X-Autosave": "yes"})
    return answer.status_code, json.loads(answer.content)
