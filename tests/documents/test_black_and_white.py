"""A copy of a copy, grey, blurred, hard and crooked, still shows what carries meaning."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

MM = 150 / 25.4  # dots


@pytest.fixture(scope="module")
def copy_of_a_copy(plan_paper: bytes, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    folder: Path = tmp_path_factory.mktemp("copies")
    (folder / "plan.pdf").write_bytes(plan_paper)
    subprocess.run(
        ["pdftoppm", "-r", "150", "-gray", "-png", "-f", "1", "-l", "1", "plan.pdf", "plan"],
        cwd=folder,
        check=True,
    )
    (picture,) = folder.glob("plan*.png")
    page: Image.Image = Image.open(picture).convert("L")
    for _ in range(2):
        page = page.filter(ImageFilter.GaussianBlur(0.8)).point(lambda grey: 255 * (grey > 168))
        page = page.rotate(0.25, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return page


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
