"""A setting's own part of the strategy bank: what it wrote, changed or hid."""

from django.db import models

from accounts.models import EarlyYearsSetting, Membership, TrackedModel
from children.models import AreaOfNeed

from .lines import text


class BankStrategyQuerySet(models.QuerySet["BankStrategy"]):
    def visible_to(self, membership: Membership) -> "BankStrategyQuerySet":
        return self.filter(setting=membership.setting_id)


class BankStrategy(TrackedModel):
    """A strategy that a setting keeps. With a `code` it stands in the place of a shared one.

    The shared ones are kept in `plans/bank/`, not here.
    """

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="bank_strategies")
    code = models.SlugField(max_length=60, blank=True)
    area = models.CharField(max_length=20, choices=AreaOfNeed.choices)
    from_months = models.PositiveSmallIntegerField()
    to_months = models.PositiveSmallIntegerField()
    what_adults_do = text("what_adults_do")
    when_and_where = text("when_and_where")
    at_home = text("at_home")
    is_hidden = models.BooleanField(default=False)

    objects = BankStrategyQuerySet.as_manager()

    class Meta:
        ordering = ["area", "what_adults_do", "id"]
        verbose_name_plural = "bank strategies"
        constraints = [
            models.UniqueConstraint(
                fields=["setting", "code"],
                condition=~models.Q(code=""),
                name="one_in_the_place_of_a_shared_one",
            ),
            models.CheckConstraint(
                condition=models.Q(to_months__gte=models.F("from_months")),
                name="strategy_ages_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.what_adults_do

    @property
    def key(self) -> str:
        """Its name within the setting's bank."""
        return self.code or str(self.pk)
