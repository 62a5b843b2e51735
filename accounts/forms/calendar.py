"""A whole year of the setting's calendar: which year, its half terms, and what is to be closed."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.forms.setting import ClosureForm
from accounts.rules.day_words import say_day
from accounts.rules.school_year import NamedDays, breaks_between

HALF_TERMS = (
    *("Autumn, first half", "Autumn, second half", "Spring, first half"),
    *("Spring, second half", "Summer, first half", "Summer, second half"),
)
MOST_CLOSURES = 60


class YearForm(PortalForm):
    """The school year that begins in September of `year`."""

    year = forms.IntegerField(min_value=2020, max_value=2100, widget=forms.HiddenInput)

    def chosen(self, this_year: int) -> int:
        """The year asked for; this one where none can be read."""
        return self.cleaned_data["year"] if self.is_valid() else this_year


class TermDatesForm(PortalForm):
    """The first and last open day of each half term; a setting may have fewer than six."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, label in enumerate(HALF_TERMS):
            self._day(f"first_{number}", f"{label}: first day")
            self._day(f"last_{number}", f"{label}: last day")
        self._day("back_on", "First day of the year after, if you know it")

    def _day(self, name: str, label: str) -> None:
        self.fields[name] = DayField(label=label, required=False, help_text="")

    @property
    def rows(self) -> list[tuple[str, Any, Any]]:
        """Each half term with its two boxes."""
        return [(word, self[f"first_{n}"], self[f"last_{n}"]) for n, word in enumerate(HALF_TERMS)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        self.terms = [
            NamedDays(label, first, last)
            for n, label in enumerate(HALF_TERMS)
            if (first := values.get(f"first_{n}")) and (last := values.get(f"last_{n}"))
        ]
        self._check_both_ends(values)
        if not self.errors:
            self.breaks = self._breaks(values.get("back_on"))
        return values

    def _check_both_ends(self, values: dict[str, Any]) -> None:
        for number in range(len(HALF_TERMS)):
            first, last = values.get(f"first_{number}"), values.get(f"last_{number}")
            if first and last and last < first:
                self.add_error(f"last_{number}", "The last day is before the first")
            for name, here, there in (("first", first, last), ("last", last, first)):
                if there and not here and f"{name}_{number}" not in self.errors:
                    self.add_error(f"{name}_{number}", f"Say the {name} day as well")
        if not self.terms and not self.errors:
            self.add_error(None, "Write down at least one half term")

    def _breaks(self, back_on: Any) -> tuple[NamedDays, ...]:
        try:
            return breaks_between(self.terms, back_on)
        except ValueError as error:
            self.add_error(None, str(error))
            return ()


class ProposedClosureForm(ClosureForm):
    """One proposed closure: taken over as it stands or changed, or left out."""

    once: Any = None  # a year added twice adds nothing the second time
    take = forms.BooleanField(label="Closed on these days", required=False)

    @property
    def proposed(self) -> str:
        """The proposed days with their weekdays, for an eye that looks for a Sunday."""
        first, last = self.initial.get("first_on"), self.initial.get("last_on")
        today = timezone.localdate()
        return f": {say_day(first, today)} to {say_day(last, today)}" if first and last else ""

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.cleaned_data.get("take"):
            self._errors = type(self.errors)()


ProposedClosures = forms.formset_factory(
    ProposedClosureForm, extra=0, max_num=MOST_CLOSURES, absolute_max=MOST_CLOSURES
)


def proposed(closures: Any) -> Any:
    """The form in which these closures are confirmed."""
    return ProposedClosures(
        initial=[
            {"take": True, "name": days.name, "first_on": days.first_on, "last_on": days.last_on}
            for days in closures
        ]
    )
