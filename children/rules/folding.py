"""Names as they are looked for: without accents, capitals and marks, so that "zoe" finds "Zoë"."""

import unicodedata

PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ŧ": "t",
        "’": None,
        "‘": None,
        "'": None,
        "ʼ": None,
        "`": None,
    }
)
"""Letters that no accent was added to, and the marks within O’Brien."""


def fold(name: str) -> str:
    """The name in small letters without accents; hyphens and full stops part words.

    "Zoë O’Brien-Łukasiewicz" is "zoe obrien lukasiewicz".
    """
    small = unicodedata.normalize("NFKD", name).casefold()
    apart = unicodedata.normalize("NFKD", small)
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = letters.translate(PLAIN)
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
