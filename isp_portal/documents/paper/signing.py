"""Sign-off columns: who, in which capacity, with which of the four answers."""

from typing import Any

from isp_portal.documents.facts import SignOff

ANSWERS = {
    "agreed": ("Agree", "Agreed."),
    "with_comments": ("Agree, with comments", "Agreed, with comments."),
    "not_agreed": ("Do not agree", "Not agreed."),
    "not_reached": ("Not reached", "Not reached."),
}


def sign_off(sign: SignOff) -> dict[str, Any]:
    """What _signing.html places in one column: all four answers, whichever was given."""
    return {
        "capacity": sign.capacity,
        "who": ", ".join(filter(None, [sign.name, sign.relationship])),
        "answers": [
            {"words": label, "chosen": code == sign.answer} for code, (label, _) in ANSWERS.items()
        ],
        "given": ANSWERS[sign.answer][1] if sign.answer else "",
        "method": sign.method_words,
        "answered_at": sign.answered_at,
        "answered_on": sign.answered_on,
        "comments": sign.comments,
    }
