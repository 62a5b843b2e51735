"""The name of a file as it is shown: what one sees and no more. It never names a stored file."""

import re
import unicodedata

from accounts.rules.plain_text import readable

LONGEST = 100
MARKS = re.compile("[\u061c\u200c-\u200f]")  # in a file's name they only mislead
SEPARATORS = re.compile(r"[/\\:\n\t]")


def shown_name(sent: str) -> str:
    """The last part of the path, without what nobody sees, cut in the middle when it is long."""
    last = SEPARATORS.split(MARKS.sub("", readable(unicodedata.normalize("NFC", sent))))[-1]
    name = " ".join(last.split()).strip(". ") or "file"
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    tail = dot + ending[:10]
    return f"{(stem or ending)[: LONGEST - len(tail) - 1]}…{tail}"
