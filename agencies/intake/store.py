"""Where files that came in are kept: private storage, random names, told by their SHA-256."""

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from agencies.intake.examiner import Examined


class FileDamaged(Exception):
    """The stored file is gone or is not the one that was kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a file lies and what it was when it was laid there."""

    stored_as: str
    sha256: str
    size: int


def keep(file: Examined) -> Kept:
    """Lays the file down under a name that says nothing."""
    stored_as = default_storage.save(f"received/{uuid.uuid4().hex}", ContentFile(file.content))
    return Kept(stored_as, hashlib.sha256(file.content).hexdigest(), len(file.content))


@contextmanager
def keeping(file: Examined) -> Iterator[Kept]:
    """The bytes first, then the row that the caller writes within; without a row no bytes stay."""
    kept = keep(file)
    try:
        yield kept
    except BaseException:
        let_go(kept)
        raise


def let_go(kept: Kept) -> None:
    """Takes back what was laid down a moment ago, because its row could not be written."""
    default_storage.delete(kept.stored_as)


def read(kept: Kept) -> bytes:
    """The file, byte for byte as it was kept. Raises `FileDamaged`."""
    try:
        with default_storage.open(kept.stored_as) as stored:
            content: bytes = stored.read(kept.size + 1)
    except OSError as error:
        raise FileDamaged("The file is missing. Restore it from a backup.") from error
    if hashlib.sha256(content).hexdigest() != kept.sha256:
        raise FileDamaged("The file is not as it came in. Restore it from a backup.")
    return content
