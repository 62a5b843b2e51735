"""A report's files to be read on the page, beside the form in which recommendations are marked."""

from dataclasses import dataclass

from agencies.models import FileText, Recommendation, Report, ReportFile
from agencies.rules.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """One that can be chosen: by its place on the page, and whether it is written down already."""

    place: int
    words: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One page of one file. `number` counts from 1; `sentences` is empty for a scan."""

    files: tuple[ReportFile, ...]
    file: ReportFile
    number: int
    count: int
    sentences: tuple[Sentence, ...]

    @property
    def before(self) -> int:
        """The page before, 0 on the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after, 0 on the last."""
        return self.number + 1 if self.number < self.count else 0

    def taken(self, place: str) -> str:
        """The words of the sentence in this place; "" where there is none."""
        found = {str(sentence.place): sentence.words for sentence in self.sentences}
        return found.get(place, "")


def reading_of(report: Report, file_id: str, number: str) -> Reading | None:
    """The page asked for, or the first page of the first file; None for a report without a file."""
    files = tuple(ReportFile.objects.standing().filter(report=report))
    if not files:
        return None
    file = next((one for one in files if str(one.pk) == file_id), files[0])
    text = FileText.objects.filter(file=file).first()
    pages = (text.pages if text else []) or [""]
    at = min(max(int(number), 1), len(pages)) if number.isascii() and number.isdecimal() else 1
    marked = set(
        Recommendation.objects.filter(report=report, removed_on__isnull=True).values_list(
            "words", flat=True
        )
    )
    found = enumerate(sentences(pages[at - 1]), 1)
    listed = tuple(Sentence(place, words, words in marked) for place, words in found)
    return Reading(files, file, at, len(pages), listed)
