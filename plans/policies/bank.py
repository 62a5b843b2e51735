"""What a strategy of the bank must say."""

from collections.abc import Mapping
from typing import Any

from accounts.rules.refusal import Refused
from plans.rules.bank import OLDEST_MONTHS


def check_can_keep_strategy(values: Mapping[str, Any]) -> None:
    """It says what adults do, and for ages that come in order, birth to five."""
    if not values["what_adults_do"].strip():
        raise Refused("Say what adults do.", "what_adults_do")
    if values["to_months"] < values["from_months"]:
        raise Refused("This is younger than the age before it.", "to_months")
    if values["to_months"] > OLDEST_MONTHS:
        raise Refused("The bank is for children up to 60 months.", "to_months")
