"""Roles, permissions, and the one table that joins them (shown in words on the Team page)."""

from enum import StrEnum


class Role(StrEnum):
    MANAGER = "manager"
    SENCO = "senco"
    KEY_PERSON = "key_person"
    PRACTITIONER = "practitioner"


ROLE_NAMES: dict[Role, str] = {
    Role.MANAGER: "Manager",
    Role.SENCO: "SENCO",
    Role.KEY_PERSON: "Key person",
    Role.PRACTITIONER: "Practitioner",
}

ROLE_SENTENCES: dict[Role, str] = {
    Role.MANAGER: "Runs the setting: the team, rooms and opening days, and who may see whom. Sees every child.",
    Role.SENCO: "Leads support for every child: agencies, decisions, reviews, and finalising plans.",
    Role.KEY_PERSON: "Adds children, keeps the records of their own key children and writes their plans.",
    Role.PRACTITIONER: "Sees the children of the rooms they work in, and marks who is in.",
}


class Permission(StrEnum):
    """What somebody may do. The value is the end of the sentence "may …"."""

    VIEW_CHILDREN = "see the children in their care"
    VIEW_ALL_CHILDREN = "see every child of the setting"
    VIEW_ROOM_CHILDREN = "see the children of their rooms"
    ADD_CHILD = "add a child"
    IMPORT_REGISTER = "bring in children from a file"
    EDIT_CHILD = "change a child's record"
    ARCHIVE_CHILD = "archive a child's record"
    ASSIGN_KEY_PERSON = "choose key persons"
    SET_RESTRICTION = "restrict a contact"
    VIEW_RESTRICTED = "see social-care flags"
    ANSWER_SUPPORT_NEED = "answer the two support questions"
    MARK_ATTENDANCE = "mark attendance"
    VIEW_AGENCIES = "see agencies and their reports"
    MANAGE_AGENCIES = "keep agencies and involvements"
    RECORD_REPORT = "record a report"
    RECORD_ADVICE = "record advice on using an ISP"
    RECORD_CONSENT = "record consent to contact an agency"
    CONFIRM_ADVICE = "confirm a professional's advice"
    VIEW_GROUP_MAPS = "see group provision maps"
    MANAGE_GROUP_MAPS = "keep group provision maps"
    MANAGE_STRATEGY_BANK = "keep the strategy bank"
    ACKNOWLEDGE_DECISION = "acknowledge a changed answer"
    VIEW_PLANS = "read plans"
    WRITE_PLAN = "write plans"
    SIGN_PLAN = "agree a plan"
    FINALISE_PLAN = "finalise and close plans"
    ISSUE_DOCUMENT = "issue papers"
    RECORD_ENTRY = "record what they see"
    HOLD_REVIEW = "plan and hold reviews"
    FINALISE_REVIEW = "finalise reviews"
    VIEW_ACCESS_LOG = "see who looked at a child's record"
    VIEW_TEAM = "see the team"
    MANAGE_TEAM = "invite people and change roles"
    VIEW_MAILS = "see which mails went, and send them again"
    MANAGE_SETTING = "change the setting, its rooms and its opening days"


_P = Permission
_PRACTITIONER = frozenset(
    {_P.VIEW_CHILDREN, _P.VIEW_ROOM_CHILDREN, _P.MARK_ATTENDANCE, _P.RECORD_ENTRY, _P.VIEW_TEAM}
)
_KEY_PERSON = frozenset(
    {
        _P.VIEW_CHILDREN,
        _P.ADD_CHILD,
        _P.EDIT_CHILD,
        _P.ANSWER_SUPPORT_NEED,
        _P.MARK_ATTENDANCE,
        _P.VIEW_AGENCIES,
        _P.RECORD_REPORT,
        _P.RECORD_ADVICE,
        _P.RECORD_CONSENT,
        _P.VIEW_GROUP_MAPS,
        _P.VIEW_PLANS,
        _P.WRITE_PLAN,
        _P.RECORD_ENTRY,
        _P.HOLD_REVIEW,
        _P.SIGN_PLAN,
        _P.ISSUE_DOCUMENT,
        _P.VIEW_TEAM,
    }
)
_SENCO = _KEY_PERSON | {
    _P.VIEW_ALL_CHILDREN,
    _P.IMPORT_REGISTER,
    _P.ARCHIVE_CHILD,
    _P.ASSIGN_KEY_PERSON,
    _P.SET_RESTRICTION,
    _P.VIEW_RESTRICTED,
    _P.MANAGE_AGENCIES,
    _P.CONFIRM_ADVICE,
    _P.MANAGE_GROUP_MAPS,
    _P.MANAGE_STRATEGY_BANK,
    _P.ACKNOWLEDGE_DECISION,
    _P.FINALISE_PLAN,
    _P.FINALISE_REVIEW,
    _P.VIEW_ACCESS_LOG,
    _P.VIEW_MAILS,
}
_MANAGER = frozenset(
    {
        _P.VIEW_CHILDREN,
        _P.VIEW_ALL_CHILDREN,
        _P.ADD_CHILD,
        _P.IMPORT_REGISTER,
        _P.EDIT_CHILD,
        _P.ARCHIVE_CHILD,
        _P.ASSIGN_KEY_PERSON,
        _P.SET_RESTRICTION,
        _P.VIEW_RESTRICTED,
        _P.ANSWER_SUPPORT_NEED,
        _P.MARK_ATTENDANCE,
        _P.VIEW_AGENCIES,
        _P.VIEW_GROUP_MAPS,
        _P.VIEW_PLANS,
        _P.ISSUE_DOCUMENT,
        _P.VIEW_ACCESS_LOG,
        _P.VIEW_TEAM,
        _P.VIEW_MAILS,
        _P.MANAGE_TEAM,
        _P.MANAGE_SETTING,
    }
)

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.MANAGER: _MANAGER,
    Role.SENCO: _SENCO,
    Role.KEY_PERSON: _KEY_PERSON,
    Role.PRACTITIONER: _PRACTITIONER,
}


def permissions_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything that an adult holding these roles may do: the union."""
    return frozenset().union(*(ROLE_PERMISSIONS[role] for role in roles))


def words_for(roles: frozenset[Role]) -> str:
    """The roles as read on a page, in order: "Manager, SENCO"."""
    return ", ".join(ROLE_NAMES[role] for role in Role if role in roles)
