"""The ladder of graduated response levels that a setting follows, and where a child stands on it.

The ladder is data of the setting's ruleset. A setting that follows no stored one climbs the
usual ladder, which is the same as that of the default ruleset on the floor above.
"""

from datetime import date

from accounts.models import EarlyYearsSetting
from accounts.queries import ruleset_data
from children.models import Child, LevelRecord

DEFAULT_LEVELS = (
    ("GR1", "Graduated response level 1"),
    ("GR2", "Graduated response level 2"),
    ("GR3", "Graduated response level 3"),
)


def levels_for(setting: EarlyYearsSetting, on: date) -> tuple[tuple[str, str], ...]:
    """(code, label) of each level, lowest first, of the ruleset version in force on the day."""
    levels = ruleset_data(setting, on).get("levels")
    if levels is None:
        return DEFAULT_LEVELS
    return tuple((level["code"], level["label"]) for level in levels)


def level_on(child: Child, on: date) -> LevelRecord | None:
    """The newest level record on or before the day."""
    return child.levels.filter(from_on__lte=on).order_by("-from_on").first()
