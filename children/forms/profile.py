"""The one-page profile."""

from typing import Any

from django import forms

from accounts.forms.base import VersionedForm
from children.models import ChildProfile

from .fields import Words

MOST = 1500


class ProfileForm(VersionedForm):
    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    what_people_like = Words("What people like about me", MOST, long=True)
    what_matters = Words("What matters to me", MOST, long=True)
    how_to_support = Words("How best to support me", MOST, long=True)
    what_i_enjoy = Words("What I enjoy", MOST, long=True)
    what_upsets = Words("What upsets me", MOST, long=True)

    def __init__(self, *args: Any, record: ChildProfile, **kwargs: Any) -> None:
        """`record` may be a profile that is not written yet: then the version seen is 0."""
        if record._state.adding:
            record.row_version = 0
        super().__init__(*args, record=record, **kwargs)
