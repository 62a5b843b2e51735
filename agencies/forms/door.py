"""What a professional sends or answers behind the agency door."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm
from agencies.forms.report_file import DocumentField, FileForm
from agencies.intake.kinds import MB, MOST_BYTES, MOST_PAGES
from agencies.models import AnswerKind
from agencies.rules import Lifetime
from children.forms.fields import Words, one_of


class SendReportForm(FileForm):
    file = DocumentField(
        label="The report",
        help_text=f"PDF, Word (.docx), JPEG or PNG, up to {MOST_BYTES // MB} MB and {MOST_PAGES} pages",
    )
    dated_on = DayField(
        label="Date on the report", error_messages={"required": "Write the date on the report"}
    )

    field_order = ("file", "dated_on", "checked")

    def __init__(self, *args: Any, born: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.life = Lifetime(born, timezone.localdate())

    def clean_dated_on(self) -> date:
        on: date = self.cleaned_data["dated_on"]
        if problem := self.life.problem("dated_on", on):
            raise forms.ValidationError(problem[1])
        return on


class AnswerForm(OnceForm):
    kind = one_of("Your answer", AnswerKind.choices, needed="Choose one of the three answers")
    will_send_on = DayField(
        label="We will send it by", required=False, help_text="Only with the first answer"
    )
    words = Words("Anything we should know", 600, long=True)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        kind, on = values.get("kind"), values.get("will_send_on")
        if kind == AnswerKind.WILL_SEND and not on and "will_send_on" not in self.errors:
            self.add_error("will_send_on", "Say by when you will send it")
        if kind != AnswerKind.WILL_SEND:
            values["will_send_on"] = None
        elif on and on < timezone.localdate():
            self.add_error("will_send_on", "This day is over")
        return values
