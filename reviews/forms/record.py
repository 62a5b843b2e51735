"""Which cycle's record to show."""

from typing import Any

from django import forms

from accounts.forms.base import PortalForm
from plans.models import Cycle


class WhichCycleForm(PortalForm):
    """`?cycle=2`; what cannot be read is the newest."""

    cycle = forms.IntegerField(required=False)

    def __init__(self, *args: Any, cycles: list[Cycle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cycles = cycles

    def chosen(self) -> Cycle | None:
        self.full_clean()
        number = self.cleaned_data.get("cycle")
        newest = next(iter(self.cycles), None)
        return next((cycle for cycle in self.cycles if cycle.number == number), newest)
