"""A file that waits to be brought in, a group of settings, and a print that is done, for the doors."""

from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import Batch
from tests.children.registers import staged
from tests.dashboards.managed_groups import managed_by_everybody
from tests.dashboards.packs import asked_for
from tests.people import Cast


def printed(people: Cast) -> Any:
    """A print of Seyi that Sam asked for, as the worker leaves it."""
    batch = asked_for(people.sam, people.seyi)
    stored_as = default_storage.save(f"packs/{batch.pk.hex}/all.pdf", ContentFile(b"%PDF-1.7"))
    Batch.objects.filter(pk=batch.pk).update(
        state="done", done_count=1, ended_at=timezone.now(), stored_as=stored_as
    )
    return batch.pk


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "import_id": lambda people: staged(people).pk,
    "batch_id": printed,
    "group_id": lambda people: managed_by_everybody(people).pk,
}
