"""The verdict on each line of the plan, and the step that follows (C5, C5.1, C6)."""

from django.db import models

from agencies.models import Recommendation, Report
from plans.models import Strategy, Target
from reviews.rules.verdicts import NextStepSource, StrategyVerdict, TargetVerdict, WhatNext

from .review import PartOfReview, Review


class LineVerdict(PartOfReview):
    """What the review says of one line. It is kept by the line's key, as entries are.

    `next_words` is the changed strategy, the one in its place, or the next or adapted small step.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="verdicts")
    line_key = models.UUIDField()
    strategy = models.ForeignKey(
        Strategy, models.PROTECT, null=True, blank=True, related_name="verdicts"
    )
    target = models.ForeignKey(
        Target, models.PROTECT, null=True, blank=True, related_name="verdicts"
    )
    verdict = models.CharField(
        max_length=10,
        choices=[(v.value, v.label) for enum in (StrategyVerdict, TargetVerdict) for v in enum],
    )
    why = models.CharField(max_length=600, blank=True)
    what_next = models.CharField(
        max_length=14, choices=[(n.value, n.label) for n in WhatNext], blank=True
    )
    next_words = models.CharField(max_length=600, blank=True)
    next_know_when = models.CharField(max_length=600, blank=True)
    next_step_source = models.CharField(
        max_length=10, choices=[(s.value, s.label) for s in NextStepSource], blank=True
    )
    next_recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    next_report = models.ForeignKey(Report, models.PROTECT, null=True, blank=True, related_name="+")
    next_page = models.CharField(max_length=60, blank=True)
    next_detail = models.CharField(max_length=300, blank=True)
    """The tracker's band, the grounds of the judgement, or which parent said so and when."""

    class Meta:
        ordering = ["review", "id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "line_key"], name="one_verdict_per_line"),
            models.CheckConstraint(
                condition=models.Q(strategy__isnull=False, target__isnull=True)
                | models.Q(strategy__isnull=True, target__isnull=False),
                name="verdict_is_on_a_strategy_or_a_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.get_verdict_display()}"

    @property
    def about(self) -> Strategy | Target:
        row = self.strategy or self.target
        assert row is not None  # the constraint says so
        return row
