"""Joins the files of each paper font: one file for each weight, whatever letters it is split over.

A family split over several files prints wrong letters in Polish and Welsh, because the paper
renderer picks one file for a run of text. Run it after unpacking the font packages side by side:

    npm pack @fontsource/atkinson-hyperlegible-next   (also lexend and amiri)
    python deploy/fonts/merge.py FOLDER static/fonts

FOLDER holds `atkinson-hyperlegible-next/`, `lexend/` and `amiri/`, each a package as unpacked. It
writes TTF under `paper/`, WOFF2 of the face of the screens, and copies each licence beside them.
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LATIN = "ŵŷŴŶẁẃẅỳâêîôûłąęśćńóżźŁŚŻșțȘȚăâîßñáéíúüçğışœæøåäöāēīūķļņģčšžđőű’“”…·–—½°£"
VIETNAMESE = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưĂĐƠƯ"
ARABIC = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےۓأؤئآۂۃ۔،؟؛ةىكيإًٌٍَُِّْٰ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"

MULTIPLE = 2  # a lookup that puts several glyphs in place of one


@dataclass(frozen=True)
class Face:
    """One family: its package, what its files are split by, and the letters it must have."""

    stem: str
    worlds: tuple[str, ...]
    styles: tuple[str, ...]
    must_have: str
    licence: str
    is_on_screens: bool = False


FACES = (
    Face(
        stem="atkinson-hyperlegible-next",
        worlds=("latin", "latin-ext"),
        styles=("400-normal", "400-italic", "600-normal", "700-normal"),
        must_have=LATIN,
        licence="OFL.txt",
        is_on_screens=True,
    ),
    Face(
        stem="lexend",
        worlds=("latin", "latin-ext", "vietnamese"),
        styles=("400-normal", "600-normal", "700-normal"),
        must_have=LATIN + VIETNAMESE,
        licence="paper/lexend-OFL.txt",
    ),
    Face(
        stem="amiri",
        worlds=("arabic",),
        styles=("400-normal", "700-normal"),
        must_have=ARABIC,
        licence="paper/amiri-OFL.txt",
    ),
)


def without(font: TTFont, taken: set[int]) -> TTFont:
    """The font less the letters another file already brings."""
    options = Options(layout_features=["*"], notdef_outline=True, name_IDs=["*"], glyph_names=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(font.getBestCmap()) - taken)
    subsetter.subset(font)
    return font


def one_glyph_a_letter(font: TTFont) -> TTFont:
    """The font without the strokes that it slips in between two letters to make room.

    Amiri does so between lam and kaf. The stroke stands for no letter, so what was copied from such
    a paper, or read aloud, had a wrong or a doubled letter there.
    """
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for found in lookup.SubTable:
            table = getattr(found, "ExtSubTable", found)
            if table.LookupType == MULTIPLE:
                for glyph, becomes in table.mapping.items():
                    if becomes[0] == glyph:
                        table.mapping[glyph] = [glyph]
    return font


def merged(package: Path, face: Face, style: str) -> TTFont:
    """One font holding all worlds; raises SystemExit when a needed letter is missing."""
    taken: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for world in face.worlds:
            font = TTFont(package / "files" / f"{face.stem}-{world}-{style}.woff2")
            font = without(font, taken) if taken else font
            taken |= set(font.getBestCmap())
            font.flavor = None
            paths.append(str(Path(folder) / f"{world}.ttf"))
            font.save(paths[-1])
        whole = Merger().merge(paths) if len(paths) > 1 else TTFont(paths[0])
    whole = one_glyph_a_letter(whole) if face.stem == "amiri" else whole
    letters = whole.getBestCmap()
    missing = [letter for letter in face.must_have if ord(letter) not in letters]
    if missing:
        raise SystemExit(f"{face.stem} {style} has no {' '.join(missing)}")
    return whole


def main(packages: Path, into: Path) -> None:
    """Writes every style of every face to `into/paper` (TTF), and to `into` (WOFF2) for screens."""
    (into / "paper").mkdir(parents=True, exist_ok=True)
    for face in FACES:
        package = packages / face.stem
        for style in face.styles:
            font = merged(package, face, style)
            font.flavor = None
            font.save(into / "paper" / f"{face.stem}-{style}.ttf")
            if face.is_on_screens:
                font.flavor = "woff2"
                font.save(into / f"{face.stem}-{style}.woff2")
        shutil.copyfile(package / "LICENSE", into / face.licence)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
