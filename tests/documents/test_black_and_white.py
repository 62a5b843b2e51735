"""A copy of a copy, grey, blurred, hard and crooked, still shows what carries meaning."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

MM = 150 / 25.4  # dots
FILLED = 60
"""How grey a box may be, blurred, to count as filled: words stay lighter than 90."""


def copied_twice(pdf: bytes, page: int, folder: Path) -> Image.Image:
    (folder / "paper.pdf").write_bytes(pdf)
    subprocess.run(
        [
            *("pdftoppm", "-r", "150", "-gray", "-png"),
            *("-f", str(page), "-l", str(page), "paper.pdf", "paper"),
        ],
        cwd=folder,
        check=True,
    )
    (picture,) = folder.glob("paper*.png")
    copy: Image.Image = Image.open(picture).convert("L")
    for _ in range(2):
        copy = copy.filter(ImageFilter.GaussianBlur(0.8)).point(lambda grey: 255 * (grey > 168))
        copy = copy.rotate(0.25, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return copy


@pytest.fixture(scope="module")
def copy_of_a_copy(plan_paper: bytes, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    return copied_twice(plan_paper, 1, tmp_path_factory.mktemp("plan"))


@pytest.fixture(scope="module")
def copied_record(written_paper: bytes, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    return copied_twice(written_paper, 2, tmp_path_factory.mktemp("record"))


def dark_runs(column: list[bool]) -> list[int]:
    """The lengths of unbroken runs of dark dots."""
    runs, length = [], 0
    for dark in [*column, False]:
        if dark:
            length += 1
        elif length:
            runs.append(length)
            length = 0
    return runs


def test_the_change_bars_survive(copy_of_a_copy: Image.Image) -> None:
    left = range(int(10 * MM), int(15 * MM))
    column = [
        any(copy_of_a_copy.getpixel((x, y)) < 128 for x in left)
        for y in range(copy_of_a_copy.height)
    ]
    bars = [run for run in dark_runs(column) if run > 7 * MM]
    assert len(bars) == 3  # the introduction, strategy 2, target B


def test_the_rules_between_sections_and_lines_survive(copy_of_a_copy: Image.Image) -> None:
    """Looked for in a narrow band, because the page is crooked by now."""
    band = range(int(186 * MM), int(190 * MM))
    column = [
        sum(copy_of_a_copy.getpixel((x, y)) < 128 for x in band) > 0.9 * len(band)
        for y in range(copy_of_a_copy.height)
    ]
    assert len(dark_runs(column)) >= 10


def test_the_paper_stays_white_between_the_words(copy_of_a_copy: Image.Image) -> None:
    dark = sum(copy_of_a_copy.histogram()[:128])
    assert dark / (copy_of_a_copy.width * copy_of_a_copy.height) < 0.12


def test_which_help_box_is_filled_survives(copied_record: Image.Image) -> None:
    """The darkest spot of each strip, as far from the strip's left edge as its letter stands."""
    left, box = 77.6 * MM, 3.2 * MM
    strips = copied_record.crop((int(left), int(50 * MM), int(left + 19 * MM), int(190 * MM)))
    blurred = strips.filter(ImageFilter.BoxBlur(int(box / 2)))
    rows = [
        min((blurred.getpixel((x, y)), x) for x in range(blurred.width))
        for y in range(blurred.height)
    ]
    letters, darkest = "", (255, 0)
    for grey, x in [*rows, (255, 0)]:
        if grey < FILLED:
            darkest = min(darkest, (grey, x))
        elif darkest[0] < FILLED:
            letters += "FSPAN"[min(4, round(darkest[1] / box - 0.5))]
            darkest = (255, 0)
    assert letters == "FFSSSNPPASA"
