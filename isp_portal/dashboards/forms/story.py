"""Which part of a child's story to show: a kind, and from when until when."""

from typing import Any

from django import forms
from django.utils.http import urlencode

from accounts.forms.base import DayField, PortalForm
from isp_portal.dashboards.queries.story import Kind

NO_SENSE = {
    "kind": "That is no part of the story that you may read, so everything is shown.",
    "since": "The first day is not a date, so the story is shown from its beginning.",
    "until": "The last day is not a date, so the story is shown to today.",
}


class StoryForm(PortalForm):
    """What makes no sense is said, and shows everything."""

    kind = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": NO_SENSE["kind"]},
    )
    since = DayField(label="From", required=False, help_text="")
    until = DayField(label="Until", required=False, help_text="")

    def __init__(self, *args: Any, kinds: tuple[Kind, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("since", "until"):
            self.fields[name].widget.attrs["class"] = "form-control day"
        box = self.fields["kind"]
        assert isinstance(box, forms.ChoiceField)
        box.choices = [(kind.value, kind.words) for kind in kinds]

    def wanted(self) -> dict[str, Any]:
        """Kind and days, as far as they make sense."""
        self.is_valid()
        kind = self.cleaned_data.get("kind")
        return {
            "kind": Kind(kind) if kind else None,
            "since": self.cleaned_data.get("since"),
            "until": self.cleaned_data.get("until"),
        }

    def query(self, *names: str) -> str:
        """What was asked and makes sense, as an address holds it."""
        return urlencode({n: self.data[n] for n in names if self.cleaned_data.get(n)})

    @property
    def said(self) -> list[str]:
        return [NO_SENSE[name] for name in self.errors]
