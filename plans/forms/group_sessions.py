"""A session of a group, and how the group went: forms for whoever ran it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Q
from django.utils import timezone

from accounts.forms.base import Difference, OnceForm, VersionedForm
from accounts.models import Membership, TrackedModel
from children.forms.fields import NOT_IN_LIST, DayThatHasBeen, Words, one_of, row_of
from plans.models import GroupProvisionChild, GroupProvisionRow, GroupSession

from .fields import want_later

CAME = "came"
MARKS = [("", "Not said"), (CAME, "Came"), ("away", "Did not come")]


class SessionForm(OnceForm):
    """Day, who came, a note. Everybody is ticked to begin with: one takes off who was away."""

    held_on = DayThatHasBeen(
        label="Day",
        help_text="For example today, yesterday or 19 Nov",
        error_messages={"required": "Say on which day the group met"},
    )
    came = forms.MultipleChoiceField(
        label="Who came",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_IN_LIST},
    )
    held_by = row_of("Who ran it", needed="Say who ran it", nothing="")
    note = Words("What you saw", 600, long=True, help_text="A few words, if there is something.")

    def __init__(
        self,
        *args: Any,
        membership: Membership,
        offered: Sequence[GroupProvisionChild],
        **kwargs: Any,
    ) -> None:
        today = timezone.localdate()
        given = {
            "held_on": today,
            "held_by": membership.pk,
            "came": [str(named.pk) for named in offered],
        }
        super().__init__(*args, initial={**given, **kwargs.pop("initial", {})}, **kwargs)
        self.offered = offered
        came: Any = self.fields["came"]
        came.choices = [(str(named.pk), named.child.legal_name) for named in offered]
        held_by: Any = self.fields["held_by"]
        held_by.queryset = Membership.objects.visible_to(membership).active(today)
        held_by.empty_label = None
        want_later(self, "came")

    def session(self) -> dict[str, Any]:
        """What the action takes: a mark for each child that the page named."""
        values = {name: self.cleaned_data[name] for name in ("held_on", "held_by", "note")}
        came = set(self.cleaned_data.get("came", []))
        marks = {named.pk: str(named.pk) in came for named in self.offered}
        return {**values, "marks": marks}


class SessionChangeForm(VersionedForm, SessionForm):
    """A session on record. Of a child whom nobody has marked in it yet it is asked, never guessed."""

    def __init__(
        self,
        *args: Any,
        record: GroupSession,
        membership: Membership,
        offered: Sequence[GroupProvisionChild],
        **kwargs: Any,
    ) -> None:
        marked = {mark.named_id for mark in record.marks.all()}
        self.unmarked = [named for named in offered if named.pk not in marked]
        initial = {"held_by": record.held_by_id, "came": [str(key) for key in _came(record)]}
        super().__init__(
            *args,
            record=record,
            membership=membership,
            offered=[named for named in offered if named.pk in marked],
            initial=initial,
            **kwargs,
        )
        for named in self.unmarked:
            label = f"Did {named.child.legal_name} come?"
            self.fields[f"mark_{named.pk}"] = one_of(label, MARKS)
        marks = (f"mark_{named.pk}" for named in self.unmarked)
        self.order_fields(["seen_version", "held_on", "came", *marks])
        self.helper.layout = None
        if not self.offered:
            del self.fields["came"]
        self._offer_who_ran_it(membership, record)

    def _offer_who_ran_it(self, membership: Membership, record: GroupSession) -> None:
        here = Membership.objects.active(timezone.localdate())
        everyone = Membership.objects.visible_to(membership)
        held_by: Any = self.fields["held_by"]
        held_by.queryset = everyone.filter(Q(pk__in=here) | Q(pk=record.held_by_id))

    def session(self) -> dict[str, Any]:
        values = super().session()
        for named in self.unmarked:
            if said := self.cleaned_data[f"mark_{named.pk}"]:
                values["marks"][named.pk] = said == CAME
        return {**values, "seen_version": self.cleaned_data["seen_version"]}

    def meet(self, current: TrackedModel) -> None:
        super().meet(current)
        assert isinstance(current, GroupSession)
        stored = _came(current)
        names = [n.child.called for n in (*self.offered, *self.unmarked) if n.pk in stored]
        self.differences.append(Difference("Who came", ", ".join(names) or "Nobody"))


def _came(session: GroupSession) -> set[UUID]:
    return {mark.named_id for mark in session.marks.all() if mark.has_come}


class HowItWentForm(VersionedForm):
    """Where the group got to, and what changed for each child that the page names."""

    exit_measure = Words(
        "Where they are at the end",
        300,
        long=True,
        help_text="Measured in the same way as at the start.",
    )

    def __init__(
        self,
        *args: Any,
        record: GroupProvisionRow,
        offered: Sequence[GroupProvisionChild],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.offered = offered
        for named in offered:
            name = f"effect_{named.pk}"
            label = f"What changed for {named.child.called}"
            self.fields[name] = Words(label, 400, long=True)
            self.initial[name] = named.effect
            want_later(self, name)
        want_later(self, "exit_measure")
        self.helper.layout = None

    def went(self) -> dict[str, Any]:
        """What the action takes."""
        return {
            "exit_measure": self.cleaned_data["exit_measure"],
            "effects": {n.pk: self.cleaned_data[f"effect_{n.pk}"] for n in self.offered},
            "seen_version": self.cleaned_data["seen_version"],
        }

    def meet(self, current: TrackedModel) -> None:
        super().meet(current)
        for named in self.offered:
            named.refresh_from_db(fields=["effect"])
            if named.effect != self.cleaned_data[f"effect_{named.pk}"]:
                label = str(self.fields[f"effect_{named.pk}"].label)
                self.differences.append(Difference(label, named.effect or "(nothing)"))
