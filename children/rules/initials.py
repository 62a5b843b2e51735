"""A child's initials, for a mail that must not name the child."""


def initials(name: str) -> str:
    """ "O. A. B.": the first letter of each part of a name, double names included."""
    parts = name.replace("-", " ").split()
    return " ".join(f"{part[0].upper()}." for part in parts if part[0].isalpha())
