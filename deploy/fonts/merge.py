"""Joins the latin and latin-ext files of Atkinson Hyperlegible Next: one file for each weight.

A family split over two files prints wrong letters in Polish and Welsh, because the paper
renderer picks one file for a run of text. Run it after unpacking the font package:

    npm pack @fontsource/atkinson-hyperlegible-next
    tar xzf fontsource-atkinson-hyperlegible-next-*.tgz
    python deploy/fonts/merge.py package static/fonts

It writes WOFF2 for the web, TTF under `paper/`, and copies the licence beside them.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

STYLES = ("400-normal", "400-italic", "600-normal", "700-normal")
WORLDS = ("latin", "latin-ext")
MUST_HAVE = "ŵŷŴŶẁẃẅỳâêîôûłąęśćńóżźŁŚŻșțȘȚăâîßñáéíúüçğışœæøåäöāēīūķļņģčšžđőű’“”…·–—½°£"
STEM = "atkinson-hyperlegible-next"


def read_world(package: Path, world: str, style: str) -> TTFont:
    """One subset of one style, as the package ships it."""
    return TTFont(package / "files" / f"{STEM}-{world}-{style}.woff2")


def without(font: TTFont, taken: set[int]) -> TTFont:
    """The font less the letters another file already brings."""
    options = Options(layout_features=["*"], notdef_outline=True, name_IDs=["*"], glyph_names=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(font.getBestCmap()) - taken)
    subsetter.subset(font)
    return font


def merged(package: Path, style: str) -> TTFont:
    """One font holding both worlds; raises SystemExit when a needed letter is missing."""
    latin = read_world(package, "latin", style)
    extended = without(read_world(package, "latin-ext", style), set(latin.getBestCmap()))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, font in zip(WORLDS, (latin, extended), strict=True):
            font.flavor = None
            paths.append(str(Path(folder) / f"{name}.ttf"))
            font.save(paths[-1])
        whole = Merger().merge(paths)
    letters = whole.getBestCmap()
    missing = [letter for letter in MUST_HAVE if ord(letter) not in letters]
    if missing:
        raise SystemExit(f"{style} has no {' '.join(missing)}")
    return whole


def main(package: Path, into: Path) -> None:
    """Writes every style to `into` (WOFF2) and `into/paper` (TTF)."""
    (into / "paper").mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        font = merged(package, style)
        font.flavor = None
        font.save(into / "paper" / f"{STEM}-{style}.ttf")
        font.flavor = "woff2"
        font.save(into / f"{STEM}-{style}.woff2")
    shutil.copyfile(package / "LICENSE", into / "OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
