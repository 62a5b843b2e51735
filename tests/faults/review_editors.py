"""One of several people at work on one review: run by `test_review_editors.py`.

`write` adds a mark to the verdict of a target and to the child's view, again and again, starting
from the stored words when somebody saved first. `careless` writes both without looking: the
negative control. `finalise` presses Finish so many times.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

import django
import time_machine


def until_kept(write: Callable[[], Any]) -> None:
    """Again from the stored words, as often as somebody else was first."""
    from accounts.models import StaleVersion

    while True:
        try:
            write()
        except StaleVersion:
            continue
        return


def write(review_id: str, editor: str, times: int, careful: bool) -> None:
    from accounts.models import Membership
    from reviews.actions.holding import write_review
    from reviews.actions.verdicts import give_verdict
    from reviews.models import LineVerdict, Review
    from reviews.rules.verdicts import TargetVerdict, WhatNext

    by = Membership.objects.first().as_actor()

    def verdict(mark: str) -> None:
        row = LineVerdict.objects.get(review=review_id, target__isnull=False)
        seen = row.row_version if careful else None
        give_verdict(
            review=Review.objects.get(pk=review_id),
            line_key=row.line_key,
            verdict=TargetVerdict.NOT_YET,
            what_next=WhatNext.HOLD,
            why=row.why + mark,
            seen_version=seen,
            by=by,
        )

    def view(mark: str) -> None:
        review = Review.objects.get(pk=review_id)
        seen = review.row_version if careful else None
        values = {"child_view": review.child_view + mark}
        write_review(review=review, values=values, seen_version=seen, by=by)

    for turn in range(times):
        mark = f" {editor}.{turn}"
        until_kept(lambda mark=mark: verdict(mark))
        until_kept(lambda mark=mark: view(mark))


def finalise(review_id: str, times: int) -> None:
    from accounts.models import Membership
    from reviews.actions.finalise import finalise_review
    from reviews.models import Review

    review = Review.objects.get(pk=review_id)
    for _ in range(times):
        finalise_review(review=review, by=Membership.objects.first().as_actor())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    review, editor, times, way = sys.argv[1:5]
    with time_machine.travel("2026-11-23T10:00:00Z"):
        if way == "finalise":
            finalise(review, int(times))
        else:
            write(review, editor, int(times), way == "careful")
