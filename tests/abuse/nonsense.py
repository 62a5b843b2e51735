"""What a keyboard smasher, a copier and a joker type. Bytes stand for what is no text at all."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from .page_forms import Attached

FORM = "application/x-www-form-urlencoded"
MARKUP = "{{ 7|add:1 }}{% now 'Y' %}<script>alert(1)</script>\"><img src=x onerror=alert(1)>"
TEXTS: dict[str, str | bytes] = {
    "a NUL byte": "Se\x00yi",
    "half a character": b"Se\xed\xa0\x80yi",
    "bytes that are no text": b"\xff\xfe\x00\xd8",
    "control characters": "Se\x01\x08\x0b\x0c\x1b\x7f\x85yi",
    "characters that turn the text round": "Seyi \u202ereh\u202c \u2066x\u2069",
    "nothing to see": "\u200b\u2060\ufeff",
    "spaces": " \u00a0\u2003\t",
    "emoji": "\U0001f469\u200d\U0001f467\U0001f3fd",
    "a pile of accents": "Z" + "\u0300" * 60,
    "a word without an end": "W" * 3000,
    "a novel": "word and " * 12_000,
    "markup and template text": MARKUP,
    "lines of a mail's head": "Kemi\r\nBcc: somebody@bad.example",
}
DAYS: dict[str, str | bytes] = {
    "a NUL byte": "2 11 \x0026",
    "a 29 February that was not": "29 2 23",
    "the first day of all": "0001-01-01",
    "the last day of all": "31 12 9999",
    "digits of another script": "\u0663 \u0663 \u0662\u0663",
    "minus one": "-1",
    "a row of nines": "9" * 30,
    "emoji": "\U0001f469",
}
NUMBERS: dict[str, str | bytes] = {
    "a NUL byte": "\x00",
    "minus one": "-1",
    "nought": "0",
    "too large for a small column": "32768",
    "too large for any column": "9" * 40,
    "more digits than are read": "9" * 5000,
    "no number": "NaN",
    "a huge power": "1e400",
}
CHOICES: dict[str, str | bytes] = {
    "a NUL byte": "\x00",
    "half a character": b"\xed\xa0\x80",
    "nothing": "",
    "an id of nothing": "00000000-0000-0000-0000-000000000000",
    "half an id": "5f0c7c1e-6a53",
    "a row of nines": "9" * 40,
    "emoji": "\U0001f469",
}
FILES: dict[str, str | Attached] = {
    "words instead of a file": "report.pdf",
    "nothing": "",
    "an empty file": Attached("report.pdf", b""),
    "a file of another kind": Attached("report.pdf", b"<script>alert(1)</script>"),
    "a file without a name": Attached("\u202e", b"%PDF-"),
}
FOR_KIND: dict[str, Mapping[str, Any]] = {
    **dict.fromkeys(("text", "textarea", "email", "password"), TEXTS),
    **dict.fromkeys(("select", "radio", "checkbox"), CHOICES),
    "day": DAYS,
    "time": {**DAYS, "a quarter past the last hour": "24:15", "only the hour": "10"},
    "number": NUMBERS,
    "file": FILES,
    "hidden": {**CHOICES, **NUMBERS},
}
EVERYTHING = {**TEXTS, **DAYS, **NUMBERS, **CHOICES}


def send(client: Client, address: str, words: Mapping[str, Any], **more: Any) -> Any:
    """Posts a form as a browser does, whatever bytes are in it."""
    if any(isinstance(value, Attached) for values in words.values() for value in values):
        return client.post(address, {name: _parts(said) for name, said in words.items()}, **more)
    return client.post(address, urlencode(words, doseq=True), content_type=FORM, **more)


def _parts(said: Any) -> list[Any]:
    """What a box says, its files as files."""
    return [
        SimpleUploadedFile(value.name, value.content) if isinstance(value, Attached) else value
        for value in (said if isinstance(said, list) else [said])
    ]
