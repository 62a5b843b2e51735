"""Which style sheets draw which kind of paper, in the order in which later rules win.

The files stand in static/css/paper/. The worker loads those of `STYLES` once, before its first job,
and those of `EXTRAS` when a paper first needs one: an English paper never pays for Arabic letters.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "static" / "css" / "paper"
STYLES: dict[str, tuple[str, ...]] = {
    "group_map": ("base.css", "wide.css", "group_map.css"),
    "plan": ("base.css", "signing.css", "plan.css", "changed.css", "record.css"),
    "sheet": ("base.css", "wide.css", "sheet.css"),
    "minutes": ("base.css", "signing.css", "minutes.css"),
    "letter": ("base.css", "signing.css", "letter.css"),
    "parents_page": ("base.css", "parents_page.css"),
}
EXTRAS: dict[str, tuple[str, ...]] = {
    "latin": ("lexend.css",),
    "arabic": ("arabic.css",),
    "bilingual": ("bilingual.css",),
    "clear": ("lexend.css", "clear.css"),
    "large": ("large.css",),
}
"""What a paper may need beside: letters of a script, a second language, the way somebody reads."""


def sheet_names(styles: str) -> list[str]:
    """The style sheets of "plan", or of "plan+arabic+large". `KeyError` for what nobody draws."""
    kind, *extras = styles.split("+")
    names = [*STYLES[kind], *(name for extra in extras for name in EXTRAS[extra])]
    return list(dict.fromkeys(names))


def style_files(styles: str) -> list[Path]:
    """The same as files."""
    return [FOLDER / name for name in sheet_names(styles)]
