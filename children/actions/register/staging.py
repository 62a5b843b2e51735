"""A file that was read waits, with a guess of what its columns hold, until somebody adds it."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import EarlyYearsSetting
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from children.intake.reader import ReadSheet
from children.models import ImportState, RegisterColumns, RegisterImport, StagedRows
from children.policies import check_is_staged
from children.rules.register.columns import (
    Column,
    guess_all,
    heading_key,
    heading_row,
    missing,
)

STAGED_DAYS = 14
"""How long the cells of a file wait. Afterwards they go, whether it was added or not."""


@transaction.atomic
def stage_register(*, setting: EarlyYearsSetting, sheet: ReadSheet, by: Actor) -> RegisterImport:
    """Keeps the rows of a file until they are added, and guesses its columns.

    The guess is what this setting said the last time, then the usual headings.
    """
    StagedRows.objects.older_than(timezone.now() - timedelta(days=STAGED_DAYS)).delete()
    means = remembered(setting)
    at = heading_row(sheet.rows, means)
    rows = sheet.rows[at + 1 :]
    if not rows:
        raise Refused("There are headings in this file, and no child below them.", "file")
    staged = RegisterImport(
        setting=setting,
        file_name=sheet.name,
        sha256=sheet.sha256,
        notes=[note.value for note in sheet.notes],
        headings=sheet.rows[at],
        columns=[column.value for column in guess_all(sheet.rows[at], means)],
        first_line=at + 2,
        row_count=len(rows),
        read_by=by.label,
    ).record(by=by, why="Read")
    StagedRows.objects.create(register_import=staged, rows=rows)
    return staged


def remembered(setting: EarlyYearsSetting) -> dict[str, str]:
    """What the setting said of each heading the last time."""
    row = RegisterColumns.objects.filter(setting=setting).first()
    means: dict[str, str] = row.means if row else {}
    return means


@transaction.atomic
def name_columns(
    *, register_import: RegisterImport, columns: Sequence[Column], date_order: str, by: Actor
) -> RegisterImport:
    """Says what each column holds, and which way round its dates are; remembers the columns."""
    held = RegisterImport.objects.select_for_update().get(pk=register_import.pk)
    check_is_staged(held)
    if lacking := missing(columns):
        raise Refused(lacking)
    held.columns, held.date_order = [column.value for column in columns], date_order
    held.record(by=by, why="Columns named")
    _remember(held, by)
    return held


def _remember(held: RegisterImport, by: Actor) -> None:
    row = RegisterColumns.objects.select_for_update().filter(setting=held.setting_id).first()
    row = row or RegisterColumns(setting=held.setting)
    keys = [heading_key(heading) for heading in held.headings]
    said = {key: code for key, code in zip(keys, held.columns, strict=True) if key}
    if row.means != row.means | said:
        row.means = row.means | said
        row.record(by=by, why="Said of a file")


@transaction.atomic
def give_up_register(*, register_import: RegisterImport, by: Actor) -> RegisterImport:
    """The file is not added; its cells go."""
    held = RegisterImport.objects.select_for_update().get(pk=register_import.pk)
    check_is_staged(held)
    StagedRows.objects.filter(register_import=held).delete()
    held.state = ImportState.GIVEN_UP.value
    return held.record(by=by, why="Given up")
