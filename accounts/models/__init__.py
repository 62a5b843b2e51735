"""People, settings, memberships, and the base of every record that remembers."""

from .membership import ROLE_CHOICES, Invitation, Membership, clean_roles
from .outbox import OutboxMail
from .sent_form import SentForm
from .setting import Closure, EarlyYearsSetting, RuleSet
from .tracked import MissingActor, StaleVersion, TrackedModel
from .user import User

__all__ = [
    "ROLE_CHOICES",
    "Closure",
    "EarlyYearsSetting",
    "Invitation",
    "Membership",
    "MissingActor",
    "OutboxMail",
    "RuleSet",
    "SentForm",
    "StaleVersion",
    "TrackedModel",
    "User",
    "clean_roles",
]
