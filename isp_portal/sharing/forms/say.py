"""What a parent types behind their link. Every fixed word is said in their language.

Nothing is cut: words that are too many come back whole, with the limit and their number.
"""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.forms.base import OnceForm
from isp_portal.sharing.rules import (
    MOST_ANSWER,
    MOST_WORDS,
    NEEDS_WORDS,
    PARTS,
    Agreement,
    ReplyKind,
)

TOO_LONG = _(
    "Up to %(limit_value)d letters. Yours has %(show_value)d. Make it shorter, or send it in parts"
)
MOST_FROM_HOME = 440


class Said(forms.CharField):
    """Some words of theirs, at most `most`."""

    def __init__(self, most: int, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(most, message=TOO_LONG))


class SayForm(OnceForm):
    """What every reply has: words, and the name it is signed with."""

    words = Said(MOST_WORDS, label=_("In your own words, in any language"))
    typed_name = Said(
        150,
        label=_("Your name"),
        required=True,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name")},
    )

    def said(self) -> dict[str, Any]:
        """The fields of a reply."""
        return dict(self.cleaned_data)

    def need(self, name: str, sentence: Any) -> None:
        if not self.errors.get(name):
            self.add_error(name, sentence)


class AnswerForm(SayForm):
    answer = forms.ChoiceField(
        label=_("What do you think of it?"),
        widget=forms.RadioSelect,
        choices=[
            (Agreement.AGREED.value, _("I agree")),
            (Agreement.WITH_COMMENTS.value, _("I agree, and I have something to add")),
            (Agreement.NOT_AGREED.value, _("I do not agree")),
        ],
        error_messages={
            "required": _("Choose one of the answers"),
            "invalid_choice": _("Choose one of the answers"),
        },
    )
    field_order = ["answer", "words", "typed_name"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("answer") in NEEDS_WORDS and values.get("words") == "":
            self.need("words", _("Write what you would like to say about it"))
        return values


class ViewForm(SayForm):
    """Three plain questions, or words, or "call me"."""

    going_well = Said(MOST_ANSWER, rows=3, label=_("What is going well at home?"))
    is_hard = Said(MOST_ANSWER, rows=3, label=_("What is hard just now?"))
    to_talk_about = Said(MOST_ANSWER, rows=3, label=_("What shall we talk about?"))
    wants_call = forms.BooleanField(label=_("Call me. I would rather talk"), required=False)
    call_times = Said(
        200, label=_("When is a good time to call?"), widget=forms.TextInput(), required=False
    )
    field_order = [*PARTS, "words", "wants_call", "call_times", "typed_name"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        asked = [*PARTS, "words", "wants_call"]
        if not any(values.get(name) for name in asked) and not self.errors:
            self.need("words", _("Answer one question, write a few words, or ask us to call"))
        return values


class FromHomeForm(SayForm):
    words = Said(MOST_FROM_HOME, label=_("What did you see at home?"))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("words") == "":
            self.need("words", _("Write a few words"))
        return values


class QuestionForm(FromHomeForm):
    words = Said(MOST_WORDS, label=_("What would you like to ask?"))


class ComingForm(SayForm):
    answer = forms.ChoiceField(
        label=_("Can you come?"),
        widget=forms.RadioSelect,
        choices=[
            (Agreement.CAN_COME.value, _("I can come")),
            (Agreement.OTHER_TIME.value, _("Another time would be better")),
        ],
        error_messages={
            "required": _("Choose one of the answers"),
            "invalid_choice": _("Choose one of the answers"),
        },
    )
    words = Said(MOST_WORDS, rows=3, label=_("Which times would suit you?"))
    field_order = ["answer", "words", "typed_name"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("answer") == Agreement.OTHER_TIME and values.get("words") == "":
            self.need("words", _("Write which times would suit you"))
        return values


FORMS: dict[ReplyKind, type[SayForm]] = {
    ReplyKind.ANSWER: AnswerForm,
    ReplyKind.VIEW: ViewForm,
    ReplyKind.FROM_HOME: FromHomeForm,
    ReplyKind.QUESTION: QuestionForm,
    ReplyKind.COMING: ComingForm,
}
