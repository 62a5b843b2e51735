"""Facts to text and back, always the same text for the same facts, so that it can be hashed."""

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, TypeVar

Facts = TypeVar("Facts")


def to_json(facts: Any) -> str:
    """The facts as canonical JSON: sorted keys, no spaces, dates in ISO form."""
    return json.dumps(
        dataclasses.asdict(facts),
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        default=lambda value: value.isoformat(),
    )


def from_json(kind: type[Facts], text: str) -> Facts:
    """The facts that `to_json` wrote. Unknown or missing keys raise `TypeError`."""
    facts: Facts = _build(kind, json.loads(text))
    return facts


def fingerprint(facts: Any) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(to_json(facts).encode()).hexdigest()


def texts(facts: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in the facts with the way to it, such as ("strategies.0.who", "Rhiannon")."""
    if isinstance(facts, str):
        yield path, facts
    elif isinstance(facts, tuple):
        for place, item in enumerate(facts):
            yield from texts(item, f"{path}.{place}")
    elif dataclasses.is_dataclass(facts):
        for field in dataclasses.fields(facts):
            yield from texts(getattr(facts, field.name), f"{path}.{field.name}".lstrip("."))


def _build(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if typing.get_origin(hint) is types.UnionType:
        (inner,) = [option for option in typing.get_args(hint) if option is not type(None)]
        return _build(inner, value)
    if typing.get_origin(hint) is tuple:
        return tuple(_build(typing.get_args(hint)[0], item) for item in value)
    if hint in (date, datetime, time):
        return hint.fromisoformat(value)
    if dataclasses.is_dataclass(hint):
        hints = typing.get_type_hints(hint)
        if unknown := set(value) - set(hints):
            raise TypeError(f"These facts hold keys that this paper does not know: {unknown}")
        return hint(**{name: _build(hints[name], item) for name, item in value.items()})  # type: ignore[operator]
    return value
