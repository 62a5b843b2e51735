"""The review of a group provision map, and the period of the map that follows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms

from accounts.forms.base import VersionedForm
from children.forms.fields import DayThatHasBeen, Words, one_of
from plans.actions.group_review import RowReview
from plans.models import GroupProvisionMap, GroupProvisionRow, RowDecision

from .fields import want_later
from .group_maps import GroupMapForm


@dataclass(frozen=True, slots=True)
class RowFields:
    """A row with the fields in which the review speaks of it."""

    row: GroupProvisionRow
    decision: forms.BoundField
    words: forms.BoundField


class GroupReviewForm(VersionedForm):
    """What the review says so far. Nothing is asked for before it is finished."""

    reviewed_on = DayThatHasBeen(label="Held on", required=False)
    reviewed_with = Words("Held by", 300, help_text="Everybody who took part.")
    review_words = Words("What we say about the map as a whole", 1000, long=True)

    def __init__(
        self,
        *args: Any,
        record: GroupProvisionMap,
        rows: Sequence[GroupProvisionRow],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields[f"decision_{row.pk}"] = one_of("What next", RowDecision.choices)
            self.fields[f"words_{row.pk}"] = Words("Why, and for whom", 400, long=True)
            self.initial[f"decision_{row.pk}"] = row.review_decision
            self.initial[f"words_{row.pk}"] = row.review_words
            want_later(self, f"decision_{row.pk}")
        want_later(self, "reviewed_on", "reviewed_with")

    @property
    def row_fields(self) -> Iterator[RowFields]:
        for row in self.rows:
            yield RowFields(row, self[f"decision_{row.pk}"], self[f"words_{row.pk}"])

    def review(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        names = ("reviewed_on", "reviewed_with", "review_words", "seen_version")
        rows = {
            row.pk: RowReview(said[f"decision_{row.pk}"], said[f"words_{row.pk}"])
            for row in self.rows
        }
        return {**{name: said[name] for name in names}, "rows": rows}


class NextMapForm(GroupMapForm):
    """Title and period of the next map. It begins, to start with, the day after the last one."""

    def __init__(self, *args: Any, group_map: GroupProvisionMap, **kwargs: Any) -> None:
        starts = group_map.ends_on + timedelta(days=1)
        length = group_map.ends_on - group_map.starts_on
        given = {"starts_on": starts, "ends_on": starts + length}
        super().__init__(*args, initial={**given, **kwargs.pop("initial", {})}, **kwargs)
