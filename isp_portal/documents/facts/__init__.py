"""Everything a paper says, as plain frozen values: no models, no Django, no clock.

A paper is drawn from its facts alone, so the same facts always give the same paper, and the
facts can be kept, hashed and compared. They are gathered for ONE recipient: they never hold
another person's contact details, and never a restriction.
"""

from isp_portal.documents.facts.canonical import fingerprint, from_json, texts, to_json
from isp_portal.documents.facts.group_map import GroupMapPaper, MapChild, MapRow
from isp_portal.documents.facts.parents_page import PageLine, ParentsPage
from isp_portal.documents.facts.people import Child, Recipient, Setting, SignOff
from isp_portal.documents.facts.plan import (
    Change,
    ChangedPart,
    ChangedSince,
    FamilySay,
    PlanPaper,
    Source,
    Strategy,
    Target,
    WhyThisPlan,
)
from isp_portal.documents.facts.record import (
    ClosedDays,
    HelpGiven,
    InterventionRecord,
    OldLine,
    Seen,
)
from isp_portal.documents.facts.sheet import RecordSheet, SheetDay, SheetLine

__all__ = [
    "Change",
    "ChangedPart",
    "ChangedSince",
    "Child",
    "ClosedDays",
    "FamilySay",
    "GroupMapPaper",
    "HelpGiven",
    "InterventionRecord",
    "MapChild",
    "MapRow",
    "OldLine",
    "PageLine",
    "ParentsPage",
    "PlanPaper",
    "Recipient",
    "RecordSheet",
    "Seen",
    "Setting",
    "SheetDay",
    "SheetLine",
    "SignOff",
    "Source",
    "Strategy",
    "Target",
    "WhyThisPlan",
    "fingerprint",
    "from_json",
    "texts",
    "to_json",
]
