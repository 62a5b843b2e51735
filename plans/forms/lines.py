"""The lines of a plan: one strategy or one target, with its source."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from accounts.forms.base import VersionedForm
from agencies.models import Recommendation
from plans.forms.fields import LaterChoiceField, OneOfField, SomeOfField, WordsField
from plans.models import PROVISION_CHOICES, SOURCE_CHOICES, Strategy, Target
from plans.queries.content import serving
from plans.queries.desk import Offered
from plans.rules.bank import BankEntry, bank_line_key
from plans.rules.content import SourceKind


class LineForm(VersionedForm):
    """What a strategy and a target share: where the line came from."""

    source_kind = LaterChoiceField(
        label="Where it came from",
        help_text="The paper or the person",
        choices=SOURCE_CHOICES,
        empty="Choose a source",
        wanted_later=True,
    )
    source_recommendation = OneOfField(
        label="Which recommendation", help_text="It brings its report and its page"
    )
    source_report = OneOfField(label="Which report")
    source_page = WordsField("source_page", label="Page", wanted_later=True)
    source_detail = WordsField("source_detail", label="Who, or what exactly")

    def __init__(self, *args: Any, record: Strategy | Target, offered: Offered, **kwargs: Any):
        kwargs.setdefault("auto_id", f"line-{record.line_key}-%s")
        super().__init__(*args, record=record, **kwargs)
        report = self.fields["source_report"]
        assert isinstance(report, OneOfField)
        report.wanted_later = True
        report.offer(offered.reports, "Choose a report" if offered.reports else "No report yet")
        self._offer_recommendations(record, offered)

    def _offer_recommendations(self, record: Strategy | Target, offered: Offered) -> None:
        """Those that remain, and the one that this line cites. Without any nothing is asked."""
        field = self.fields["source_recommendation"]
        assert isinstance(field, OneOfField)
        rows = list(offered.recommended(record.kind))
        if record.source_recommendation is not None:
            rows.insert(0, record.source_recommendation)
        field.offer(rows, "None of these", lambda row: f"{row.words} (p. {row.page})")
        if not rows:
            del self.fields["source_recommendation"]

    def clean(self) -> dict[str, Any]:
        """A recommendation says which report and which page; another source has none."""
        values = super().clean() or {}
        chosen = values.get("source_recommendation")
        if chosen is None or values.get("source_kind") is None:
            return values
        if values["source_kind"] in ("", SourceKind.REPORT.value):
            values["source_kind"] = SourceKind.REPORT.value
            values["source_report"], values["source_page"] = chosen.report, chosen.page
        else:
            values["source_recommendation"] = None
        return values


class StrategyForm(LineForm):
    what_adults_do = WordsField(
        "what_adults_do",
        label="What adults do",
        help_text="Begin with a verb: say, show, wait, offer",
        rows=1,
        wanted_later=True,
    )
    when_and_where = WordsField("when_and_where", label="When and where", rows=1, wanted_later=True)
    who = WordsField("who", label="Who", rows=1, wanted_later=True)
    how_often = WordsField("how_often", label="How often", rows=1)
    resources = WordsField("resources", label="What is needed", rows=1)
    at_home = WordsField(
        "at_home", label="At home", help_text="What could the family try, in one line?", rows=1
    )
    provision = LaterChoiceField(
        label="Compared with what all children get",
        choices=PROVISION_CHOICES,
        empty="Choose one",
        wanted_later=True,
    )
    different_from_what = WordsField(
        "different_from_what", label="From what", rows=1, wanted_later=True
    )

    def __init__(self, *args: Any, record: Strategy, offered: Offered, **kwargs: Any) -> None:
        super().__init__(*args, record=record, offered=offered, **kwargs)
        if not offered.needs_evidence:
            del self.fields["provision"], self.fields["different_from_what"]


class TargetForm(LineForm):
    small_step = WordsField("small_step", label="The small step", rows=1, wanted_later=True)
    starting_point = WordsField("starting_point", label="Starting point", rows=2, wanted_later=True)
    know_when = WordsField("know_when", label="We will know when", rows=2, wanted_later=True)
    fine_because = WordsField(
        "fine_because",
        label="Fine as it is, because",
        help_text="If you leave a part out on purpose: you are not asked for it again",
    )
    strategies = SomeOfField(label="Served by these strategies")
    adapts = OneOfField(
        label="Adapts an earlier target", help_text="When that one was not reached (C5)"
    )

    def __init__(self, *args: Any, record: Target, offered: Offered, **kwargs: Any) -> None:
        kwargs["initial"] = {"strategies": [str(line.pk) for line in serving(record)]}
        super().__init__(*args, record=record, offered=offered, **kwargs)
        served_by, adapts = self.fields["strategies"], self.fields["adapts"]
        assert isinstance(served_by, SomeOfField)
        assert isinstance(adapts, OneOfField)
        numbered = enumerate(offered.strategies, start=1)
        served_by.offer((line, f"{number}. {line}") for number, line in numbered)
        adapts.offer(offered.earlier_targets, "No earlier target")
        if not offered.earlier_targets:
            del self.fields["adapts"]

    def values(self) -> dict[str, Any]:
        """The fields of the line itself; an adapted target says which one it adapts."""
        values = {name: v for name, v in super().values().items() if name != "strategies"}
        if "adapts" in values:
            values["is_adapted"] = values["adapts"] is not None
        return values


class AddLineForm(forms.Form):
    """A new line: its key was given by the server, so that two presses add one."""

    line_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    carried_from = OneOfField(widget=forms.HiddenInput)
    from_bank = forms.ChoiceField(widget=forms.HiddenInput, required=False)
    from_recommendation = OneOfField(widget=forms.HiddenInput)

    def offer(
        self,
        child_id: UUID,
        strategies: Iterable[Strategy],
        entries: Iterable[BankEntry],
        recommendations: Iterable[Recommendation],
    ) -> None:
        """What may be taken over: strategies of this child's earlier plans, and of the bank, and
        what this child's reports recommend."""
        carried_from, from_bank = self.fields["carried_from"], self.fields["from_bank"]
        assert isinstance(carried_from, OneOfField)
        assert isinstance(from_bank, forms.ChoiceField)
        carried_from.offer(strategies, "None")
        recommended = self.fields["from_recommendation"]
        assert isinstance(recommended, OneOfField)
        recommended.offer(recommendations, "None")
        self.child_id, self.entries = child_id, {entry.key: entry for entry in entries}
        from_bank.choices = [("", "None"), *((key, key) for key in self.entries)]

    def clean(self) -> dict[str, Any]:
        """The key is that of what is taken over; without one there is nothing to add."""
        values = super().clean() or {}
        entry = self.entries.get(values.get("from_bank", ""))
        values["words"] = entry.words if entry else None
        if entry:
            values["line_key"] = bank_line_key(self.child_id, entry.key)
        elif chosen := values.get("from_recommendation"):
            values["line_key"] = bank_line_key(self.child_id, f"recommendation/{chosen.pk}")
        elif values.get("carried_from"):
            values["line_key"] = values["carried_from"].line_key
        if not values.get("line_key"):
            raise forms.ValidationError("Say which line is added")
        return values
