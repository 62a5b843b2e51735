"""The strategy bank as plain values: what an entry says, whom it is for, and how it is found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, UUID, uuid5

OLDEST_MONTHS = 60
MONTHS_IN_WORDS = 36
"""Up to three years people count a child's age in months."""


@dataclass(frozen=True, slots=True)
class BankEntry:
    """One strategy: what the adult does, when, and what the family could try.

    `key` names it within a setting's bank. Ages are in months, both included. `is_shared` says
    that the portal wrote it, `is_changed` that the setting has put its own words in their place.
    """

    key: str
    area: str
    from_months: int
    to_months: int
    what_adults_do: str
    when_and_where: str = ""
    at_home: str = ""
    is_shared: bool = False
    is_changed: bool = False
    is_hidden: bool = False

    @property
    def words(self) -> dict[str, str]:
        """What a line of a plan takes over."""
        return {
            "what_adults_do": self.what_adults_do,
            "when_and_where": self.when_and_where,
            "at_home": self.at_home,
        }

    @property
    def ages(self) -> str:
        """ "18 months to 5 years" """
        return f"{say_months(self.from_months)} to {say_months(self.to_months)}"

    def fits(self, months: int) -> bool:
        """Is it for a child of this age? Older than the oldest counts as the oldest."""
        return self.from_months <= min(months, OLDEST_MONTHS) <= self.to_months

    def says(self, text: str) -> bool:
        """Does it hold every word of the text, in any order and case?"""
        return holds(" ".join(self.words.values()), text)


def holds(said: str, text: str) -> bool:
    """Is every word of the text, or the beginning of one, somewhere in what is said?"""
    everything = said.casefold()
    return all(word in everything for word in text.casefold().split())


def find_strategies(
    entries: Iterable[BankEntry], *, text: str = "", area: str = "", months: int | None = None
) -> tuple[BankEntry, ...]:
    """The entries that say the text, for this area and age; what is left out asks for nothing."""
    return tuple(
        entry
        for entry in entries
        if entry.says(text) and area in ("", entry.area) and (months is None or entry.fits(months))
    )


def overlay(shared: Iterable[BankEntry], own: Iterable[BankEntry]) -> tuple[BankEntry, ...]:
    """A setting's bank: the shared entries with its own words in their place, and its own after."""
    ours = {entry.key: entry for entry in own}
    bank = []
    for entry in shared:
        mine = ours.pop(entry.key, None)
        if mine is not None:
            changed = mine.words != entry.words or mine.ages != entry.ages
            entry = replace(mine, is_shared=True, is_changed=changed or mine.area != entry.area)
        bank.append(entry)
    return (*bank, *ours.values())


def bank_line_key(child_id: UUID, key: str) -> UUID:
    """The key of the line that this entry becomes in any plan of this child: added twice it is one."""
    return uuid5(NAMESPACE_URL, f"strategy-bank/{child_id}/{key}")


def say_months(months: int) -> str:
    """An age as people say it: "birth", "18 months", "3½ years"."""
    if months == 0:
        return "birth"
    years, over = divmod(months, 12)
    if over == 0:
        return "1 year" if years == 1 else f"{years} years"
    if months > MONTHS_IN_WORDS and over == 6:
        return f"{years}½ years"
    return "1 month" if months == 1 else f"{months} months"
