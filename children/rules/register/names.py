"""Names as an export writes them."""


def first_names_first(words: str) -> str:
    """ "Adeyemi-Blackwood, Seyi" as "Seyi Adeyemi-Blackwood"; without a comma as it stands."""
    surname, comma, first = words.partition(",")
    return f"{first.strip()} {surname.strip()}".strip() if comma else words.strip()
