"""The child, the family, who looks after the child, and who looked at the record."""

from .access_event import AccessEvent, ChildSeen
from .assignments import (
    AttendanceMark,
    AttendedSession,
    KeyPersonAssignment,
    LevelRecord,
    RoomStaff,
    StageOverrideRecord,
)
from .child import ARCHIVED, BROUGHT_BACK, Child, ChildNeed, ChildProfile, Room
from .choices import (
    STAGE_CHOICES,
    AreaOfNeed,
    Channel,
    EhcPlan,
    Mark,
    Question,
    RestrictionKind,
    SenProvision,
    Session,
    Weekday,
    YesNoUnknown,
)
from .family import (
    BARS_CONTACT,
    ContactRestriction,
    ParentCarer,
    RestrictionOverride,
    SupportNeed,
)
from .register import (
    UNDO_REGISTER,
    ImportedChild,
    ImportState,
    RegisterColumns,
    RegisterImport,
    StagedRows,
)

__all__ = [
    "ARCHIVED",
    "BARS_CONTACT",
    "BROUGHT_BACK",
    "STAGE_CHOICES",
    "UNDO_REGISTER",
    "AccessEvent",
    "AreaOfNeed",
    "AttendanceMark",
    "AttendedSession",
    "Channel",
    "Child",
    "ChildNeed",
    "ChildProfile",
    "ChildSeen",
    "ContactRestriction",
    "EhcPlan",
    "ImportState",
    "ImportedChild",
    "KeyPersonAssignment",
    "LevelRecord",
    "Mark",
    "ParentCarer",
    "Question",
    "RegisterColumns",
    "RegisterImport",
    "RestrictionKind",
    "RestrictionOverride",
    "Room",
    "RoomStaff",
    "SenProvision",
    "Session",
    "StageOverrideRecord",
    "StagedRows",
    "SupportNeed",
    "Weekday",
    "YesNoUnknown",
]
