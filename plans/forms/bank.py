"""The strategy bank: looking for a strategy, and keeping the setting's own."""

from typing import Any

from django import forms

from accounts.forms.base import OnceForm, VersionedForm
from children.forms.fields import Words
from children.models import AreaOfNeed
from plans.rules.bank import OLDEST_MONTHS, holds
from plans.rules.content import TEXT_CAPS

from .fields import NOT_IN_LIST, AreaField, CountField

AREA_WORDS = {
    AreaOfNeed.COMMUNICATION: "Communication",
    AreaOfNeed.COGNITION: "Learning",
    AreaOfNeed.SEMH: "Social",
    AreaOfNeed.SENSORY_PHYSICAL: "Physical",
}
ANY_AREA, ANY_AGE = "any", "any"
LONGEST_SEARCH = 80


class BankSearchForm(forms.Form):
    """A few words, an area, an age. What cannot be read asks for nothing: a search never fails."""

    find = forms.CharField(
        label="Search the strategy bank", max_length=LONGEST_SEARCH, required=False
    )
    area = forms.ChoiceField(
        label="Area of need",
        choices=[*((area.value, words) for area, words in AREA_WORDS.items()), (ANY_AREA, "All")],
        required=False,
        widget=forms.RadioSelect,
        error_messages=NOT_IN_LIST,
    )
    ages = forms.ChoiceField(
        choices=[(ANY_AGE, "Any age")], required=False, error_messages=NOT_IN_LIST
    )

    def __init__(self, data: Any, *, area: str = "", months: int | None = None) -> None:
        super().__init__({"area": area or ANY_AREA, **data.dict()}, auto_id="bank-%s")
        self.full_clean()
        self.months = months
        self.chosen_area = self.cleaned_data.get("area") or ANY_AREA
        self.text = self.cleaned_data.get("find", "")

    @property
    def is_any_age(self) -> bool:
        return self.cleaned_data.get("ages") == ANY_AGE

    def names(self, words: str) -> bool:
        """Do these words hold every word that is looked for?"""
        return holds(words, self.text)

    def wanted(self) -> dict[str, Any]:
        """What `find_strategies` is asked."""
        return {
            "text": self.text,
            "area": "" if self.chosen_area == ANY_AREA else self.chosen_area,
            "months": None if self.is_any_age else self.months,
        }


def _months(label: str, needed: str, **kwargs: Any) -> CountField:
    return CountField(
        label=label,
        needed=needed,
        too_few="From birth is 0 months",
        unit="months",
        min_value=0,
        max_value=OLDEST_MONTHS,
        **kwargs,
    )


class BankStrategyForm(OnceForm):
    area = AreaField()
    what_adults_do = Words(
        "What adults do",
        TEXT_CAPS["what_adults_do"],
        needed="Say what adults do",
        long=True,
        help_text="Begin with a verb: say, show, wait, offer. Name no child",
    )
    when_and_where = Words("When and where", TEXT_CAPS["when_and_where"], long=True)
    at_home = Words(
        "At home", TEXT_CAPS["at_home"], long=True, help_text="What could a family try?"
    )
    from_months = _months("From, in months", "Say from which age", help_text="0 is from birth")
    to_months = _months("To, in months", "Say up to which age", help_text="60 is five years")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        youngest, oldest = values.get("from_months"), values.get("to_months")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("to_months", "This is younger than the age before it")
        return values


class BankStrategyEditForm(VersionedForm, BankStrategyForm):
    """The same fields over a strategy that the bank holds."""
