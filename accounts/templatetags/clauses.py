"""The guidance, clause by clause, in plain words of our own. Shown wherever a page cites one."""

CLAUSES: dict[str, str] = {
    "C1": "Up to the end of the preschool year, when outside specialists have sent strategies and "
    "no targets, the paper to use is an ISP. The inclusion team or an involved professional may "
    "advise otherwise.",
    "C2": "Up to the end of the preschool year, when no outside agency is involved yet and the "
    "setting must show what it does beyond the ordinary, the paper to use is an ISP. The "
    "inclusion team may advise otherwise.",
    "C2.1": "Where a group provision map already covers the child, that ISP is not needed. One may "
    "still be made.",
    "C3": "At any age, when the adults around a child need strategies for behaviour, an ISP is used.",
    "C3.1": "Strategies for behaviour are written on the support plan.",
    "C3.2": "Those strategies are then shared with the parents.",
    "C4": "A plan is reviewed every six to eight weeks, about once each half term.",
    "C4.1": "The key person, the SENCO and the parents review it together.",
    "C5": "A target that was not reached is looked at again and adapted until it can be reached.",
    "C5.1": "The next step comes from the Early Support tracker or from the agency's report.",
    "C6": "When a target is achieved, the specialist report gives the next one.",
    "C6.1": "When every target is achieved, the specialist agency is asked to see the child again "
    "and send a new report.",
    "C7": "When an agency has sent no report, we ask it for a copy, once the parents consent.",
    "C7.1": "Parents may bring a copy themselves instead.",
    "C8": "Through the six to eight weeks, what adults did and saw goes on the record of "
    "intervention.",
    "C8.1": "At the end of them, the minutes of the review of intervention are written.",
}

TITLES: dict[str, str] = {
    "C1": "Strategies from outside specialists",
    "C2": "Additional provision, and no agency yet",
    "C2.1": "Unless a group provision map covers it",
    "C3": "Strategies for behaviour, at any age",
    "C3.1": "Written on the plan",
    "C3.2": "Shared with the parents",
    "C4": "A review every six to eight weeks",
    "C4.1": "Who reviews it",
    "C5": "A target not reached",
    "C5.1": "Where its next step comes from",
    "C6": "A target achieved",
    "C6.1": "Every target achieved",
    "C7": "No report received",
    "C7.1": "A copy from the parents",
    "C8": "The record of intervention",
    "C8.1": "The minutes of the review",
}


def clause_words(clause: str) -> str:
    """The clause in our words; `LookupError` for an id that the guidance does not have."""
    try:
        return CLAUSES[clause]
    except KeyError:
        raise LookupError(f"The guidance has no clause {clause}") from None
