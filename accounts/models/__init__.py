"""People, settings, memberships, and the base of every record that remembers."""

from .batch import Batch
from .calendar_link import CalendarLink
from .digest import DigestOfWeek
from .group import GroupManager, GroupPlace, SettingGroup
from .link import CAME_IN, SOMEBODY, SecretLink, SecretLinkQuerySet
from .membership import ROLE_CHOICES, Invitation, Membership, clean_roles
from .outbox import OutboxMail
from .sent_form import SentForm
from .setting import Closure, EarlyYearsSetting, RuleSet
from .tracked import MissingActor, StaleVersion, TrackedModel
from .user import User

__all__ = [
    "CAME_IN",
    "ROLE_CHOICES",
    "SOMEBODY",
    "Batch",
    "CalendarLink",
    "Closure",
    "DigestOfWeek",
    "EarlyYearsSetting",
    "GroupManager",
    "GroupPlace",
    "Invitation",
    "Membership",
    "MissingActor",
    "OutboxMail",
    "RuleSet",
    "SecretLink",
    "SecretLinkQuerySet",
    "SentForm",
    "SettingGroup",
    "StaleVersion",
    "TrackedModel",
    "User",
    "clean_roles",
]
