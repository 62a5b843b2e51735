"""A ruleset's stored form: to a plain dictionary, and back with every fault named in a sentence."""

from collections.abc import Mapping
from datetime import date

from agencies.rules.chase import ChaseRules
from children.rules import Stage
from plans.rules.rulesets import DOCUMENT_TITLES, Level, RuleSetData
from plans.rules.window import ReviewRules

WHOLE_NUMBERS = {
    "due_after_days": (14, 365),
    "window_days": (0, 90),
    "minimum_open_weeks": (1, 52),
    "report_out_of_date_months": (1, 60),
    "first_after_days": (7, 182),
    "then_every_days": (7, 182),
}
REVIEW_NUMBERS = ("due_after_days", "window_days", "minimum_open_weeks")
CHASE_NUMBERS = ("first_after_days", "then_every_days")
SENTENCES = {
    "not_a_mapping": "A ruleset is a set of named values.",
    "unknown": "A ruleset has no value called “{}”.",
    "code": "The ruleset needs a code.",
    "version": "The ruleset needs a version.",
    "from_on": "The day from which the ruleset holds is written like 2026-09-01.",
    "no_levels": "The ruleset needs at least one level, in order.",
    "level": "Level {} has a code, a label, yes or no to “agency expected”, and nothing else.",
    "level_twice": "Two levels have the code “{}”.",
    "oldest_stage": "The oldest stage is one of: {}.",
    "number": "“{}” is a whole number from {} to {}.",
    "window": "The review window is longer than the cycle.",
    "open_weeks": "The cycle is too short for {} open weeks.",
    "titles": "The titles are a set of names and titles.",
    "title": "There is no document called “{}”.",
    "title_empty": "The title of “{}” is empty.",
}
KEYS = (
    "code",
    "version",
    "from_on",
    "levels",
    "oldest_stage",
    "review",
    "report_out_of_date_months",
    "chase",
    "titles",
)


class RuleSetRefused(ValueError):
    """Stored data that is no ruleset; `problems` are the sentences that say why."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def to_data(ruleset: RuleSetData) -> dict[str, object]:
    """The ruleset as a plain dictionary of strings, numbers, lists and dictionaries."""
    return {
        "code": ruleset.code,
        "version": ruleset.version,
        "from_on": ruleset.from_on.isoformat(),
        "levels": [
            {"code": level.code, "label": level.label, "agency_expected": level.agency_expected}
            for level in ruleset.levels
        ],
        "oldest_stage": ruleset.oldest_stage.value,
        "review": {
            "due_after_days": ruleset.review.due_after_days,
            "window_days": ruleset.review.window_days,
            "minimum_open_weeks": ruleset.review.minimum_open_weeks,
        },
        "report_out_of_date_months": ruleset.report_out_of_date_months,
        "chase": {name: getattr(ruleset.chase, name) for name in CHASE_NUMBERS},
        "titles": dict(ruleset.titles),
    }


def _say(key: str, *values: object) -> str:
    return SENTENCES[key].format(*values)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _number_problems(values: Mapping[str, object], names: tuple[str, ...]) -> list[str]:
    problems = []
    for name in names:
        least, most = WHOLE_NUMBERS[name]
        value = values.get(name)
        if type(value) is not int or not least <= value <= most:
            problems.append(_say("number", name.replace("_", " "), least, most))
    return problems


def _is_level(given: Mapping[str, object]) -> bool:
    if set(given) != {"code", "label", "agency_expected"}:
        return False
    texts = _is_text(given["code"]) and _is_text(given["label"])
    return texts and isinstance(given["agency_expected"], bool)


def _level_problems(levels: object) -> list[str]:
    if not isinstance(levels, list) or not levels:
        return [_say("no_levels")]
    problems, seen = [], set()
    for number, level in enumerate(levels, start=1):
        given = level if isinstance(level, Mapping) else {}
        if not _is_level(given):
            problems.append(_say("level", number))
            continue
        if given["code"] in seen:
            problems.append(_say("level_twice", given["code"]))
        seen.add(given["code"])
    return problems


def _only_numbers(values: object, names: tuple[str, ...]) -> list[str]:
    """What is wrong with a set of whole numbers that has exactly these names."""
    given: Mapping[str, object] = values if isinstance(values, Mapping) else {}
    problems = [_say("unknown", name) for name in given if name not in names]
    return problems + _number_problems(given, names)


def _review_problems(review: object) -> list[str]:
    given: Mapping[str, object] = review if isinstance(review, Mapping) else {}
    problems = _only_numbers(review, REVIEW_NUMBERS)
    if problems:
        return problems
    rules = _review(given)
    if rules.window_days > rules.due_after_days:
        problems.append(_say("window"))
    if rules.minimum_open_weeks * 7 > rules.due_after_days:
        problems.append(_say("open_weeks", rules.minimum_open_weeks))
    return problems


def _title_problems(titles: object) -> list[str]:
    if not isinstance(titles, Mapping):
        return [_say("titles")]
    problems = [_say("title", name) for name in titles if name not in DOCUMENT_TITLES]
    empty = (name for name, title in titles.items() if not _is_text(title))
    return problems + [_say("title_empty", name) for name in empty]


def problems(data: object) -> tuple[str, ...]:
    """Everything that keeps this stored data from being a ruleset, in sentences; none is well."""
    if not isinstance(data, Mapping):
        return (_say("not_a_mapping"),)
    found = [_say("unknown", key) for key in data if key not in KEYS]
    found += [_say(key) for key in ("code", "version") if not _is_text(data.get(key))]
    if not _is_day(data.get("from_on")):
        found.append(_say("from_on"))
    found += _level_problems(data.get("levels"))
    stages = [stage.value for stage in Stage]
    if data.get("oldest_stage") not in stages:
        found.append(_say("oldest_stage", ", ".join(stages)))
    found += _review_problems(data.get("review"))
    found += _number_problems(data, ("report_out_of_date_months",))
    found += _only_numbers(data["chase"], CHASE_NUMBERS) if "chase" in data else []
    return tuple(found + _title_problems(data.get("titles", {})))


def _review(values: Mapping[str, object]) -> ReviewRules:
    return ReviewRules(**values)  # type: ignore[arg-type]


def from_data(data: Mapping[str, object]) -> RuleSetData:
    """The ruleset that this dictionary holds. Raises RuleSetRefused with every problem it has."""
    found = problems(data)
    if found:
        raise RuleSetRefused(found)
    stored: dict[str, object] = {**data, "titles": tuple(_titles(data).items())}
    stored["from_on"] = date.fromisoformat(str(data["from_on"]))
    stored["levels"] = tuple(Level(**level) for level in data["levels"])  # type: ignore[attr-defined]
    stored["oldest_stage"] = Stage(data["oldest_stage"])
    stored["review"] = _review(data["review"])  # type: ignore[arg-type]
    stored["chase"] = ChaseRules(**data.get("chase", {}))  # type: ignore[arg-type]
    return RuleSetData(**stored)  # type: ignore[arg-type]


def _titles(data: Mapping[str, object]) -> dict[str, str]:
    """Every document's title: the usual one where the ruleset gives none."""
    given: dict[str, str] = dict(data.get("titles", {}))  # type: ignore[call-overload]
    return {**DOCUMENT_TITLES, **given}
