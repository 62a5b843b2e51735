"""Which style sheets draw which kind of paper, in the order in which later rules win.

The files stand in static/css/paper/. The worker loads all of them once, before its first job.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "static" / "css" / "paper"
STYLES: dict[str, tuple[str, ...]] = {
    "group_map": ("base.css", "wide.css", "group_map.css"),
    "plan": ("base.css", "signing.css", "plan.css", "changed.css", "record.css"),
    "sheet": ("base.css", "wide.css", "sheet.css"),
    "minutes": ("base.css", "signing.css", "minutes.css"),
    "letter": ("base.css", "signing.css", "letter.css"),
}


def style_files(kind: str) -> list[Path]:
    """The style sheets of one kind of paper. `KeyError` for a kind that nobody draws."""
    return [FOLDER / name for name in STYLES[kind]]
