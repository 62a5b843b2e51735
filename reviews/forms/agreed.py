"""Actions: what, who and by when; and what became of those of last time."""

from typing import Any

from django import forms

from accounts.forms.base import DayField, OnceForm, VersionedForm
from children.forms.fields import Words, one_of
from reviews.models import ActionLookedAt, ActionOutcome, AgreedAction


def _what() -> Words:
    return Words("What", 300, needed="Say what is to be done")


def _who() -> Words:
    return Words("Who", 150, needed="Say who does it", help_text="Choose or type a name")


def _by_on() -> DayField:
    return DayField(label="By when", error_messages={"required": "Say by when"})


class AgreeActionForm(OnceForm):
    what = _what()
    who = _who()
    by_on = _by_on()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].widget.attrs["list"] = "staff-names"


class ChangeActionForm(VersionedForm):
    what = _what()
    who = _who()
    by_on = _by_on()

    def __init__(self, *args: Any, record: AgreedAction, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.fields["who"].widget.attrs["list"] = "staff-names"


class LookedAtForm(VersionedForm):
    """What became of one action. `seen_version` is 0 while nobody has said."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    outcome = one_of("What became of it?", ActionOutcome.choices)
    words = Words("In a few words", 300)

    def __init__(self, *args: Any, record: ActionLookedAt, **kwargs: Any) -> None:
        initial = {"seen_version": 0 if record._state.adding else record.row_version}
        prefix = str(record.action_id)
        super().__init__(*args, record=record, initial=initial, prefix=prefix, **kwargs)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("words") and not values.get("outcome"):
            self.add_error("outcome", "Say whether it is done, carried on or no longer needed")
        return values

    @property
    def is_answered(self) -> bool:
        return bool(self.cleaned_data["outcome"])

    def answer(self) -> dict[str, Any]:
        """What `look_at_action` takes beside the review and the person."""
        values = self.values()
        return {
            "action": self.record.action,  # type: ignore[attr-defined]
            "outcome": ActionOutcome(values["outcome"]),
            "words": values["words"],
            "seen_version": self.cleaned_data["seen_version"],
        }
