"""Group provision maps: the map and its rows."""

from typing import Any

from django import forms
from django.db.models import Q

from accounts.forms.base import DayField, OnceForm, VersionedForm
from accounts.models import Membership
from children.forms.fields import Words
from children.models import Child
from plans.models import GroupProvisionMap, GroupProvisionRow

from .fields import AreaField, CountField


class PeriodForm(OnceForm):
    """Two days, the second not before the first."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "This is before the first day")
        return values


class GroupMapForm(PeriodForm):
    title = Words("Title", 120, needed="Give the map a title, such as Autumn term 2026")
    starts_on = DayField(label="First day", error_messages={"required": "Say when it begins"})
    ends_on = DayField(label="Last day", error_messages={"required": "Say when it ends"})


class GroupMapEditForm(VersionedForm, GroupMapForm):
    """The same fields over a map on record."""


def _count(label: str, needed: str, most: int) -> CountField:
    return CountField(label=label, needed=needed, too_few="At least 1", min_value=1, max_value=most)


class GroupRowForm(PeriodForm):
    area = AreaField()
    intervention = Words("Intervention", 200, needed="Say what is provided")
    aim = Words("Aim", 400, needed="Say what it aims at", long=True)
    children = forms.ModelMultipleChoiceField(
        label="Children",
        queryset=Child.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one child",
            "invalid_choice": "Choose children from the list",
            "invalid_pk_value": "Choose children from the list",
        },
    )
    lead = Words("Led by", 150, needed="Say who leads it")
    delivered_by = Words("Delivered by", 200, needed="Say who delivers it")
    group_size = _count("Children in the group", "Say how many are in the group", 60)
    times_a_week = _count("Times a week", "Say how many times a week", 20)
    minutes = _count("Minutes each time", "Say how many minutes", 240)
    weeks = _count("Weeks", "Say for how many weeks", 52)
    starts_on = DayField(label="First day", error_messages={"required": "Say when it begins"})
    ends_on = DayField(label="Last day", error_messages={"required": "Say when it ends"})
    entry_measure = Words(
        "Where they are at the start", 300, needed="Say how the start is measured", long=True
    )
    cost = Words("Cost or funding", 120)

    def __init__(
        self, *args: Any, membership: Membership, group_map: GroupProvisionMap, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {
            "starts_on": group_map.starts_on,
            "ends_on": group_map.ends_on,
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, **kwargs)
        children = self.fields["children"]
        assert isinstance(children, forms.ModelMultipleChoiceField)
        children.queryset = Child.objects.visible_to(membership).active()

    def offered(self) -> list[Child]:
        """The children whose names the form shows."""
        children = self.fields["children"]
        assert isinstance(children, forms.ModelMultipleChoiceField)
        return list(children.queryset or [])

    def parts(self) -> dict[str, Any]:
        """The row's own values, and the children apart."""
        values = {k: v for k, v in self.cleaned_data.items() if k != "seen_version"}
        children = list(values.pop("children"))
        return {"values": values, "children": children}


class GroupRowEditForm(VersionedForm, GroupRowForm):
    """The same fields over a row on record, with the children it names, archived since or not."""

    def __init__(self, *args: Any, record: GroupProvisionRow, **kwargs: Any) -> None:
        named = record.named_children.filter(removed_on__isnull=True)
        kwargs["initial"] = {
            "children": list(named.values_list("child_id", flat=True)),
            "starts_on": record.starts_on,
            "ends_on": record.ends_on,
        }
        super().__init__(*args, record=record, **kwargs)
        children = self.fields["children"]
        assert isinstance(children, forms.ModelMultipleChoiceField)
        visible = Child.objects.visible_to(kwargs["membership"])
        here = Q(archived_on__isnull=True) | Q(pk__in=named.values("child"))
        children.queryset = visible.filter(here)
