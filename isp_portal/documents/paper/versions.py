"""Which version of what: "plan 3, version 2", as facts name it, and when it is looked at again."""

import re
from datetime import date

from isp_portal.documents import words
from isp_portal.documents.days import day
from isp_portal.languages.phrases import Moment, Value, Written, phrase

NAMED = re.compile(r"(?:plan (\d+), )?version (\d+)(?: of .*)?")


def version_named(said: str) -> Value:
    """The version that the facts name: "version 1", or "plan 3, version 2 of 16 Nov 2026"."""
    found = NAMED.fullmatch(said)
    if found is None:
        return Written(said)
    return plan_version(found[1], found[2]) if found[1] else phrase("version %(n)s", n=found[2])


def plan_version(number: int | str, version: int | str) -> Value:
    """plan 3, version 2"""
    return phrase("plan %(plan)s, version %(version)s", plan=str(number), version=str(version))


def window(opens_on: date | None, due_on: date | None) -> Value:
    """between 4 and 18 December 2026"""
    if due_on is None:
        return phrase("not set")
    last = day(due_on, words.full_day)
    if opens_on is None or opens_on >= due_on:
        return phrase("by %(day)s", day=last)
    first = Moment(opens_on, words.beginning(opens_on, due_on), "j E")
    return phrase("between %(first)s and %(last)s", first=first, last=last)
