"""A file of a report: looked through while the form is read, so that what is wrong stands beside it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from accounts.forms.base import OnceForm
from accounts.rules.refusal import Refused
from agencies.intake.examiner import examine
from agencies.intake.findings import CHOOSE_AGAIN, WORDS, Finding
from agencies.intake.kinds import BY_ENDING, MB, MOST_BYTES, MOST_PAGES
from children.forms.fields import Words

ACCEPTED = ",".join(f".{ending}" for ending in BY_ENDING)
NOTHING_CHOSEN = "Choose the file"


class DocumentField(forms.FileField):
    """Cleans to an `Examined` file. Its name may be long: only the one that is shown is short."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})
    default_error_messages = {
        "required": NOTHING_CHOSEN,
        "invalid": NOTHING_CHOSEN,
        "missing": NOTHING_CHOSEN,
        "empty": f"{WORDS[Finding.EMPTY]} {CHOOSE_AGAIN}",
    }

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent: UploadedFile | None = super().clean(data, initial)
        if sent is None:
            return None  # none was asked for
        try:
            return examine(sent.read(), sent.name or "")
        except Refused as refused:
            raise forms.ValidationError(refused.sentence) from None


HELP = (
    f"PDF, Word (.docx), JPEG or PNG, up to {MOST_BYTES // MB} MB and {MOST_PAGES} pages. "
    "A picture is kept without where and when it was taken."
)


class FileForm(OnceForm):
    """A file, and the box that appears when the portal asks whether it is the right one."""

    checked = forms.BooleanField(
        label="I have looked: this file is about the child named above",
        required=False,
        widget=forms.HiddenInput,
    )

    def saves(self, action: Callable[[], Any]) -> bool:
        done = super().saves(action)
        if self.has_error("checked"):
            self.fields["checked"].widget = forms.CheckboxInput()
        return done


class ReportFileForm(FileForm):
    what_it_is = Words("What it is", 100, help_text="For example the report, or the letter with it")
    file = DocumentField(label="File", help_text=HELP)


class ConsentFileForm(OnceForm):
    """The signed form, the mail or a photo of the note that shows an answer."""

    file = DocumentField(label="File", help_text=HELP)
