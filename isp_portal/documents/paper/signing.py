"""Sign-off columns: who, in which capacity, with which of the four answers."""

from typing import Any

from django.utils.translation import gettext_noop

from isp_portal.documents.facts import SignOff

ANSWERS = {
    "agreed": (gettext_noop("Agree"), gettext_noop("Agreed.")),
    "with_comments": (gettext_noop("Agree, with comments"), gettext_noop("Agreed, with comments.")),
    "not_agreed": (gettext_noop("Do not agree"), gettext_noop("Not agreed.")),
    "not_reached": (gettext_noop("Not reached"), gettext_noop("Not reached.")),
}

CAPACITIES = (gettext_noop("Key person"), gettext_noop("SENCO"), gettext_noop("Parent"))
"""As the facts name them."""


def sign_off(sign: SignOff) -> dict[str, Any]:
    """What _signing.html places in one column: all four answers, whichever was given."""
    return {
        "capacity": sign.capacity,
        "who": sign.name,
        "relationship": sign.relationship,
        "answers": [
            {"words": label, "chosen": code == sign.answer} for code, (label, _) in ANSWERS.items()
        ],
        "given": ANSWERS[sign.answer][1] if sign.answer else "",
        "method": sign.method_words,
        "answered_at": sign.answered_at,
        "answered_on": sign.answered_on,
        "comments": sign.comments,
    }
