"""What was read: rows of text, brought into one shape."""

from dataclasses import dataclass, field

from accounts.rules.plain_text import readable
from children.intake.kinds import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Finding,
    Found,
    Note,
)


@dataclass
class Sheet:
    """Rows as they were met. `add` keeps the bounds while they come."""

    letters: str
    rows: list[list[str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, cells: list[str]) -> None:
        """Keeps a row that holds anything. Raises `Found` when there are too many or too wide."""
        row = [self._cell(text) for text in cells]
        while row and not row[-1]:
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise Found(Finding.TOO_MANY_COLUMNS)
        if any(row):
            self.rows.append(row)
        if len(self.rows) > MOST_ROWS + 20:  # heads and titles stand above the children
            raise Found(Finding.TOO_MANY_ROWS)

    def note(self, note: Note) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def _cell(self, text: str) -> str:
        shown = readable(text).strip()
        if len(shown) > LONGEST_CELL:
            self.note(Note.CUT_CELLS)
        return shown[:LONGEST_CELL]

    def as_answer(self) -> dict[str, object]:
        """Every row as wide as the widest. Raises `Found` for a file without a table."""
        width = max((len(row) for row in self.rows), default=0)
        if not self.rows:
            raise Found(Finding.EMPTY)
        if width < 2:
            raise Found(Finding.ONE_COLUMN)
        rows = [row + [""] * (width - len(row)) for row in self.rows]
        return {"finding": "", "letters": self.letters, "rows": rows, "notes": self.notes}
