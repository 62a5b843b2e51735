"""Bringing in a register: the file, what its columns hold, and which rows come in."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.files.uploadedfile import UploadedFile

from accounts.forms.base import OnceForm, PortalForm
from accounts.rules.refusal import Refused
from children.intake.kinds import CHOOSE_AGAIN, LETTER_NAMES, MB, MOST_BYTES, Letters
from children.intake.reader import read_sheet
from children.models import RegisterImport
from children.queries.register import dates_seen, staged_rows
from children.rules.register.columns import DATES, LABELS, Column, missing
from children.rules.register.dates import Order, Seen
from children.rules.register.row import ChildToBe

from .fields import one_of

NOTHING_CHOSEN = "Choose the file that your nursery system exported"
EXAMPLES = 3
ORDER_NEEDED = "Say whether the day or the month comes first"
ORDER_WORDS = (
    (Order.DAY_FIRST.value, "The day comes first, as in Britain: 3/4/2023 is 3 April"),
    (Order.MONTH_FIRST.value, "The month comes first, as in America: 3/4/2023 is 4 March"),
)


class RegisterFileForm(OnceForm):
    letters = forms.ChoiceField(
        label="How its letters were saved",
        choices=[(letters.value, LETTER_NAMES[letters]) for letters in Letters],
        initial=Letters.AUTOMATIC.value,
        help_text="Leave this to the portal, unless names came out wrongly spelled",
        error_messages={"required": "Choose one", "invalid_choice": "Choose one of the list"},
    )
    file = forms.FileField(
        label="File",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
        help_text=f"CSV or Excel (.xlsx), up to {MOST_BYTES // MB} MB",
        error_messages={
            "required": NOTHING_CHOSEN,
            "invalid": NOTHING_CHOSEN,
            "missing": NOTHING_CHOSEN,
            "empty": f"There is nothing in this file. {CHOOSE_AGAIN}",
        },
    )
    field_order = ("file", "letters")

    def clean(self) -> dict[str, Any]:
        """Reads the file once both answers are there; what is wrong with it stands beside it."""
        sent: UploadedFile | None = self.cleaned_data.pop("file", None)
        if sent and "letters" in self.cleaned_data:
            letters = Letters(self.cleaned_data.pop("letters"))
            try:
                self.cleaned_data["sheet"] = read_sheet(sent.read(), sent.name or "", letters)
            except Refused as refused:
                self.add_error("file", refused.sentence)
        return super().clean()


class ColumnsForm(PortalForm):
    """One list per column; and the order of day and month, where the dates themselves leave it open."""

    date_order = one_of("Which comes first in these dates", ORDER_WORDS)

    def __init__(self, *args: Any, register_import: RegisterImport, **kwargs: Any) -> None:
        self.rows = staged_rows(register_import)
        self.headings = register_import.headings
        kwargs["initial"] = {"date_order": register_import.date_order} | {
            f"column_{at}": code for at, code in enumerate(register_import.columns)
        }
        super().__init__(*args, **kwargs)
        for at, heading in enumerate(self.headings):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=heading or f"Column {at + 1}, without a heading",
                choices=[(column.value, LABELS[column]) for column in Column],
                widget=forms.Select(attrs={"class": "form-select"}),
                error_messages={
                    "required": "Say what this column holds",
                    "invalid_choice": "Choose one of the list",
                },
            )
        if self.asks_order():
            self.fields["date_order"].required = True
            self.fields["date_order"].error_messages["required"] = ORDER_NEEDED
        else:
            del self.fields["date_order"]

    def lines(self) -> list[tuple[Any, list[str]]]:
        """Each column's field, and the first things that stand in it."""
        return [(self[f"column_{at}"], self._examples(at)) for at in range(len(self.headings))]

    def _examples(self, at: int) -> list[str]:
        said = dict.fromkeys(row[at] for row in self.rows[:200] if row[at])
        return list(said)[:EXAMPLES]

    def _chosen(self) -> list[Column]:
        said = [self[f"column_{at}"].value() for at in range(len(self.headings))]
        return [Column(code) if code in LABEL_CODES else Column.LEAVE_OUT for code in said]

    def asks_order(self) -> bool:
        """Do dates in the file make sense with the month first alone?"""
        columns = self._chosen()
        seen = {dates_seen(self.rows, columns, wanted) for wanted in DATES}
        return bool(seen & {Seen.MONTH_FIRST, Seen.BOTH})

    def american(self) -> list[str]:
        """Some of the dates that only make sense with the month first."""
        columns = self._chosen()
        at = [columns.index(wanted) for wanted in DATES if wanted in columns]
        cells = dict.fromkeys(row[n] for n in at for row in self.rows)
        odd = [
            cell for cell in cells if dates_seen([[cell]], [DATES[0]], DATES[0]) is Seen.MONTH_FIRST
        ]
        return odd[:EXAMPLES]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.errors:
            return values
        columns = [Column(values[f"column_{at}"]) for at in range(len(self.headings))]
        if lacking := missing(columns):
            self.add_error(None, lacking)
        order = values.get("date_order", "")
        return {"columns": columns, "date_order": order}


LABEL_CODES = frozenset(column.value for column in Column)


class AddRegisterForm(PortalForm):
    """Whether rows with mistakes stay out, and which doubles come in all the same."""

    leave_out_wrong = forms.BooleanField(required=False)
    anyway = forms.TypedMultipleChoiceField(
        label="Rows that repeat a child",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose rows of this file"},
    )

    def __init__(self, *args: Any, rows: list[ChildToBe], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["anyway"].choices = [  # type: ignore[attr-defined]
            (row.line, f"Line {row.line}: {row.name}") for row in rows if row.double
        ]
        wrong = sum(bool(row.problems) for row in rows)
        if wrong:
            self.fields["leave_out_wrong"].label = (
                "Leave the row with a mistake out"
                if wrong == 1
                else f"Leave the {wrong} rows with mistakes out"
            )
        else:
            del self.fields["leave_out_wrong"]
        if not self.fields["anyway"].choices:  # type: ignore[attr-defined]
            del self.fields["anyway"]
        self.helper.layout = Layout(*self.fields)

    def said(self) -> dict[str, Any]:
        """What the action asks; nothing is left out and nothing doubled where nobody was asked."""
        return {
            "leave_out_wrong": self.cleaned_data.get("leave_out_wrong", False),
            "anyway": self.cleaned_data.get("anyway", []),
        }
