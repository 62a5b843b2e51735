"""Text without characters that nobody sees and that make it read as something else.

What a word processor leaves behind is taken out or turned into the line break that it was. Marks
that languages need stay: joiners, and the marks beside letters of right-to-left scripts.
"""

import re

LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters but tab and line break
    "\u200b\u2060\ufeff"  # spaces of no width
    "\u202a-\u202e\u2066-\u2069]"  # what turns the order of the letters round
)


def readable(text: str) -> str:
    """The text as people see it; every line break is one of ours."""
    return UNSEEN.sub("", LINE_BREAKS.sub("\n", text))
