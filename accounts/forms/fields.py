"""Values that come with a button rather than from a field."""

from uuid import UUID


def read_uuid(text: str | None) -> UUID | None:
    """The id that a button carried; None for anything that is not one."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
