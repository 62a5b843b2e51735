"""How each state looks: its words, its icon, its colour. The one table; pages name a kind and a
state and may give exacter words ("3 weeks overdue")."""

from typing import Any, NamedTuple


class Look(NamedTuple):
    """The words used when none are given, the icon of the sprite, the colour of the ground."""

    words: str
    icon: str
    colour: str


LEAF, AMBER, CORAL, STONE, MULBERRY = "leaf", "amber", "coral", "stone", "mulberry"

STATES: dict[str, dict[str, Look]] = {
    "review": {
        "running": Look("Running", "running", LEAF),
        "minutes": Look("Minutes to finish", "pencil", AMBER),
        "in_window": Look("In the window", "window", AMBER),
        "overdue": Look("Overdue", "overdue", CORAL),
        "none": Look("No date at all", "no-date", STONE),
        "booked": Look("Booked", "calendar", LEAF),
        "to_confirm": Look("To confirm", "calendar", AMBER),
    },
    "decision": {
        "required": Look("ISP required", "page-plus", CORAL),
        "in_place": Look("Required, in place", "ticked-circle", LEAF),
        "awaiting_report": Look("Not decided yet", "fork", AMBER),
        "not_asked": Look("Not asked yet", "fork", AMBER),
        "not_required": Look("Not required", "dash", STONE),
        "changed": Look("Answer changed", "triangle", AMBER),
    },
    "report": {
        "needs_consent": Look("Needs consent first", "hourglass", STONE),
        "ready": Look("Ready to ask", "envelope", AMBER),
        "asked": Look("Asked", "hourglass", STONE),
        "chase": Look("Chase", "envelope-ringing", AMBER),
        "received": Look("Received", "page-bars", LEAF),
        "awaits_look": Look("Came in: look at it", "envelope-ringing", AMBER),
        "parents_copy": Look("Parent's copy", "house", MULBERRY),
        "out_of_date": Look("Out of date", "triangle", AMBER),
    },
    "plan": {
        "draft": Look("Draft", "pencil", STONE),
        "ready": Look("Ready to agree", "signature", AMBER),
        "finalised": Look("Finalised", "ticked-circle", LEAF),
        "finished": Look("Finished", "ticked-circle", LEAF),
        "superseded": Look("Superseded", "two-arrows", STONE),
        "closed": Look("Closed", "dash", STONE),
    },
    "signature": {
        "waits_for_you": Look("Waits for you", "signature", AMBER),
        "waits": Look("Waiting", "hourglass", STONE),
        "agreed": Look("Agreed", "ticked-circle", LEAF),
        "agreed_with_comments": Look("Agreed with comments", "speech", AMBER),
        "not_agreed": Look("Not agreed", "crossed-circle", CORAL),
        "not_reached": Look("Not reached", "dashed-circle", STONE),
    },
    "copy": {
        "none": Look("No copy given", "sheets", AMBER),
        "not_opened": Look("Not opened", "sheets", AMBER),
        "part": Look("One of two", "sheets", AMBER),
        "given": Look("Copy given", "sheets", LEAF),
    },
    "reply": {
        "view": Look("For the review", "speech", AMBER),
        "from_home": Look("From home", "house", AMBER),
        "question": Look("A question", "speech", AMBER),
        "agreed": Look("Agrees", "ticked-circle", LEAF),
        "with_comments": Look("Agrees, with comments", "speech", AMBER),
        "not_agreed": Look("Does not agree", "crossed-circle", CORAL),
        "coming": Look("Can come", "calendar", LEAF),
        "other_time": Look("Another time", "calendar", AMBER),
        "call": Look("Asks to be rung", "phone", AMBER),
    },
    "consent": {
        "given": Look("Consent given", "ticked-circle", LEAF),
        "refused": Look("Consent refused", "crossed-circle", CORAL),
        "withdrawn": Look("Consent withdrawn", "crossed-circle", STONE),
        "none": Look("No consent yet", "hourglass", STONE),
        "paused": Look("Paused: an objection", "pause-circle", AMBER),
        "ended": Look("Consent ended", "triangle", AMBER),
        "ending": Look("About to end", "hourglass", AMBER),
    },
    "help": {
        "full": Look("Full help", "help-full", STONE),
        "some": Look("Some help", "help-some", STONE),
        "prompted": Look("Prompted", "help-prompted", STONE),
        "alone": Look("Alone", "help-alone", STONE),
        "not_tried": Look("Not tried", "help-not-tried", STONE),
        "not_delivered": Look("Not delivered", "not-delivered", STONE),
    },
    "verdict": {
        "achieved": Look("Achieved", "ticked-circle", LEAF),
        "keep": Look("Keep", "ticked-circle", LEAF),
        "partly": Look("Partly", "half-circle", AMBER),
        "not_yet": Look("Not yet", "dashed-circle", STONE),
        "change": Look("Change", "two-arrows", STONE),
        "stop": Look("Stop", "crossed-circle", STONE),
        "stopped": Look("Stopped", "crossed-circle", STONE),
    },
    "group": {
        "to_come": Look("To come", "calendar", STONE),
        "running": Look("Running", "running", LEAF),
        "minutes": Look("Minutes to finish", "pencil", AMBER),
        "quiet": Look("No session for two weeks", "triangle", AMBER),
        "to_measure": Look("Ended, not measured", "overdue", CORAL),
        "done": Look("Ended", "ticked-circle", LEAF),
    },
    "invited": {
        "not_invited": Look("Not invited yet", "dashed-circle", STONE),
        "waiting": Look("Waiting to go", "clock", STONE),
        "failed": Look("Did not go", "triangle", CORAL),
        "invited": Look("Invited", "ticked-circle", LEAF),
        "old_date": Look("Told of the old date", "triangle", AMBER),
        "closed": Look("Not to be invited", "lock", STONE),
    },
    "mail": {
        "waiting": Look("Waiting to go", "clock", STONE),
        "sent": Look("Sent", "ticked-circle", LEAF),
        "failed": Look("Did not go", "triangle", CORAL),
        "stopped": Look("Stopped", "dash", STONE),
    },
    "presence": {
        "unsaid": Look("Not said yet", "dashed-circle", STONE),
        "came": Look("Came", "ticked-circle", LEAF),
        "absent": Look("Could not come", "dash", STONE),
    },
    "child": {
        "area": Look("Area of need", "speech", MULBERRY),
        "restricted": Look("Contact restriction on record", "lock", STONE),
        "flag": Look("Restricted", "lock", STONE),
        "language": Look("Language", "globe", MULBERRY),
        "left": Look("Has left", "dash", STONE),
    },
    "words": {
        "kept": Look("Cannot be changed", "lock", STONE),
        "shows": Look("Shows “we will know when”", "target", LEAF),
        "from_report": Look("From the report", "page-bars", MULBERRY),
        "in_plan": Look("In this plan", "tick", LEAF),
        "new": Look("New", "plus", MULBERRY),
        "changed": Look("Changed", "two-arrows", AMBER),
        "quiet": Look("Quiet", "eye", AMBER),
        "nobody": Look("Nobody yet", "person", AMBER),
    },
}


def look_of(kind: str, state: Any) -> Look:
    """The look of a state. `state` is its name or an enum member; `LookupError` when unknown."""
    name = str(getattr(state, "name", state)).lower()
    if kind == "decision" and name.startswith("not_required"):
        name = "not_required"
    try:
        return STATES[kind][name]
    except KeyError:
        raise LookupError(
            f"No pill for {kind} {name}: add it to accounts/templatetags/states.py"
        ) from None
