"""When minutes may be corrected, and why not (C8.1)."""

from accounts.rules.refusal import Refused
from reviews.models import Review


def check_can_correct_minutes(review: Review, words: str) -> None:
    """Only finalised minutes need a note beside them; until then the review itself changes."""
    if not review.is_finalised:
        raise Refused("The minutes are not finalised yet. Change the review itself.")
    if not words.strip():
        raise Refused("Say what is wrong, and how it should read.", "words")
