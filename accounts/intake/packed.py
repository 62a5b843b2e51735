"""Looks at the list of a zip before anything in it is unpacked. Known to the bounded process alone."""

import zipfile
from dataclasses import dataclass
from enum import StrEnum

from accounts.intake.bounds import MB

MOST_RATIO, SMALL = 200, 1 * MB
"""A part larger than `SMALL` may unpack to `MOST_RATIO` times its packed size."""


class PackedFault(StrEnum):
    SWELLS = "swells"
    LOCKED = "locked"
    TWO_IN_ONE = "two_in_one"
    DAMAGED = "damaged"


class PackedWrong(Exception):
    """The zip is not one to unpack."""

    def __init__(self, fault: PackedFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many parts, and how many bytes all of them may say they unpack to."""

    most_parts: int
    most_unpacked: int


def check_list(opened: zipfile.ZipFile, size: int, bounds: Bounds) -> None:
    """How many parts, how large they say they are, where they lie in the `size` bytes."""
    parts = opened.infolist()
    names = [part.filename.lower() for part in parts]
    if len(parts) > bounds.most_parts or sum(p.file_size for p in parts) > bounds.most_unpacked:
        raise PackedWrong(PackedFault.SWELLS)
    if len(set(names)) < len(names):
        raise PackedWrong(PackedFault.TWO_IN_ONE)
    for part in parts:
        if part.flag_bits & 0x1:
            raise PackedWrong(PackedFault.LOCKED)
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PackedWrong(PackedFault.SWELLS)
        if part.file_size > max(SMALL, MOST_RATIO * part.compress_size):
            raise PackedWrong(PackedFault.SWELLS)
    _check_places(parts, min(size, opened.start_dir))


def _check_places(parts: list[zipfile.ZipInfo], end: int) -> None:
    """Parts lie one after another from the very start, so that none is counted twice or hidden."""
    at = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < at or (at == 0 and part.header_offset):
            raise PackedWrong(PackedFault.TWO_IN_ONE)
        at = part.header_offset + 30 + part.compress_size
    if at > end:
        raise PackedWrong(PackedFault.DAMAGED)
