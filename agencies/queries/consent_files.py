"""The evidence of an answer about consent, what was taken off included."""

from agencies.models import Consent, ConsentFile


def evidence_of(consent: Consent) -> tuple[list[ConsentFile], list[ConsentFile]]:
    """What shows the answer, in the order in which it came, and what was taken off."""
    rows = list(ConsentFile.objects.filter(consent=consent))
    return [r for r in rows if r.removed_on is None], [r for r in rows if r.removed_on]
