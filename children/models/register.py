"""Registers that came in as files: what stood in them, how their columns are read, what they made."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from accounts.models import EarlyYearsSetting, TrackedModel

from .child import Child

if TYPE_CHECKING:
    from accounts.models import Membership


UNDO_REGISTER = "undo_register"
"""The kind of work in steps that takes the children of an import back."""


class ImportState(models.TextChoices):
    STAGED = "staged", "Not added yet"
    ADDING = "adding", "Being added"
    ADDED = "added", "Added"
    UNDOING = "undoing", "Being undone"
    UNDONE = "undone", "Undone"
    GIVEN_UP = "given_up", "Given up"


class RegisterImportQuerySet(models.QuerySet["RegisterImport"]):
    def visible_to(self, membership: "Membership") -> "RegisterImportQuerySet":
        return self.filter(setting=membership.setting_id)


class RegisterImport(TrackedModel):
    """One file: from the moment it was read to the children it made, or until it was given up."""

    setting = models.ForeignKey(EarlyYearsSetting, models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    notes = models.JSONField(default=list)
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    """What each column holds: codes of `children.rules.register.columns.Column`."""
    date_order = models.CharField(max_length=12, blank=True)
    """Said by a person where the dates do not say it: day_first or month_first."""
    first_line = models.PositiveIntegerField(default=2)
    row_count = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=10, choices=ImportState.choices, default=ImportState.STAGED.value
    )
    read_at = models.DateTimeField(default=timezone.now)
    read_by = models.CharField(max_length=200)
    added_count = models.PositiveIntegerField(default=0)
    left_out_count = models.PositiveIntegerField(default=0)
    rooms_made = models.JSONField(default=list)
    added_at = models.DateTimeField(null=True, blank=True)
    added_by = models.CharField(max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=200, blank=True)

    objects = RegisterImportQuerySet.as_manager()

    class Meta:
        ordering = ["-read_at"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_staged(self) -> bool:
        return self.state == ImportState.STAGED

    @property
    def is_in_steps(self) -> bool:
        """The worker brings its children in, or takes them back."""
        return self.state in (ImportState.ADDING, ImportState.UNDOING)

    @property
    def is_being_undone(self) -> bool:
        return self.state == ImportState.UNDOING

    @property
    def is_added(self) -> bool:
        return self.state == ImportState.ADDED


class StagedRowsQuerySet(models.QuerySet["StagedRows"]):
    def older_than(self, moment: datetime) -> "StagedRowsQuerySet":
        return self.filter(register_import__read_at__lt=moment)


class StagedRows(models.Model):
    """The cells of a file until its children are added. Without a history, which would keep them."""

    register_import = models.OneToOneField(
        RegisterImport, models.CASCADE, primary_key=True, related_name="staged"
    )
    rows = models.JSONField()

    objects = StagedRowsQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.register_import_id)


class ImportedChild(models.Model):
    """From which line of which file a child came. Written once with the child, never changed."""

    register_import = models.ForeignKey(
        RegisterImport, models.PROTECT, related_name="imported_children"
    )
    child = models.OneToOneField(Child, models.PROTECT, related_name="came_in")
    line = models.PositiveIntegerField()
    came_at = models.DateTimeField(null=True, blank=True)
    """After everything that the file said of the child was written; empty for older imports."""

    class Meta:
        ordering = ["line"]

    def __str__(self) -> str:
        return f"Line {self.line}"


class RegisterColumns(TrackedModel):
    """What the columns of a setting's exports hold, by their headings, for the next file."""

    setting = models.OneToOneField(
        EarlyYearsSetting, models.PROTECT, related_name="register_columns"
    )
    means = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"Columns of {self.setting}"
