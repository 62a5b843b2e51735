"""A report that has come: what it says about itself, and whether it holds strategies or targets."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm, VersionedForm
from accounts.models import Membership
from agencies.forms.choices import agency_field, offer_agencies, yes_or_no
from agencies.models import ReceivedFrom, Report
from agencies.rules import Lifetime, report_problems
from children.forms.fields import Words
from children.models import Child


class ReportForm(PortalForm):
    agency = agency_field()
    title = Words("Title", 150)
    written_by = Words("Written by", 150)
    dated_on = DayField(
        label="Date on the report", error_messages={"required": "Write the date on the report"}
    )
    assessed_on = DayField(label="Assessed the child on", required=False)
    received_on = DayField(
        label="Reached us on", error_messages={"required": "Say when the report reached us"}
    )
    received_from = forms.ChoiceField(
        label="Who gave it to us",
        choices=ReceivedFrom.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say who gave us the report",
            "invalid_choice": "Choose one of the three",
        },
    )
    holds_strategies = yes_or_no(
        "Does it hold strategies?",
        "Say whether the report holds strategies",
        help_text="What adults can do to help",
    )
    holds_targets = yes_or_no(
        "Does it hold targets?",
        "Say whether the report holds targets",
        help_text="Small steps for the child to reach",
    )

    def __init__(self, *args: Any, membership: Membership, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child = child
        offer_agencies(self, membership)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        life = Lifetime(self.child.date_of_birth, timezone.localdate())
        days = (values.get(name) for name in ("dated_on", "assessed_on", "received_on"))
        for field, sentence in report_problems(life, *days):
            self.add_error(field, sentence)
        return values


class ReportEditForm(VersionedForm, ReportForm):
    """The same fields over a report on record, but for what it holds: see `ReportHoldsForm`."""

    holds_strategies: Any = None
    holds_targets: Any = None

    def __init__(self, *args: Any, record: Report, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        offer_agencies(self, kwargs["membership"], record.agency)


class ReportHoldsForm(VersionedForm):
    """What a report holds, when the lines that were written down do not say it."""

    holds_strategies = yes_or_no(
        "Does it hold strategies?", "Say whether the report holds strategies"
    )
    holds_targets = yes_or_no("Does it hold targets?", "Say whether the report holds targets")
    holds_because = Words("Why", 300, needed="Say why: the reason stays on the record", long=True)


class BecauseForm(PortalForm):
    """Why something is withdrawn."""

    because = Words("Why", 300, needed="Say why: the reason stays on the record", long=True)
