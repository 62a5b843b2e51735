"""Who knocks, and what they should be answered."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.models import Membership
from accounts.rules.roles import ROLE_PERMISSIONS, Permission, Role
from tests.people import Cast

from .table import Door, Owner

VISITORS = ("nobody", "ruth", "sam", "kemi", "dele", "hannah", "lee", "olga", "mo")
"""Nobody is signed out; Lee has left; Olga and Mo belong to other settings."""

ROLES: dict[str, tuple[Role, ...]] = {
    "ruth": (Role.MANAGER,),
    "sam": (Role.SENCO,),
    "kemi": (Role.KEY_PERSON,),
    "dele": (Role.KEY_PERSON,),
    "hannah": (Role.PRACTITIONER,),
    "olga": (Role.SENCO, Role.KEY_PERSON),
    "mo": (Role.MANAGER, Role.SENCO, Role.KEY_PERSON),
}
AT_ACORNS = {"ruth", "sam", "kemi", "dele", "hannah"}
SEES_SEYI = {"ruth", "sam", "kemi", "hannah"}
"""Ruth and Sam see every child; Seyi is Kemi's key child and in Hannah's room, not Dele's."""


class Answer(StrEnum):
    COMES_IN = "comes in"
    SIGN_IN = "is sent to sign in"
    FORBIDDEN = "403"
    NOT_FOUND = "404"
    OTHER_METHOD = "405"


@dataclass(frozen=True, slots=True)
class Probe:
    visitor: str
    door: Door

    def expected(self) -> Answer:
        """What this visitor must be answered at this door, on Seyi's or Acorns' things."""
        if self.door.permission in ("open", "feed_link"):
            return Answer.COMES_IN
        if self.door.permission.endswith("_link"):
            return Answer.NOT_FOUND
        if self.visitor == "nobody":
            return Answer.SIGN_IN
        if self.door.permission == "signed_in":
            return Answer.COMES_IN
        if self.visitor == "lee":
            return Answer.FORBIDDEN
        if not self._permitted(Permission[self.door.permission]):
            return Answer.FORBIDDEN
        return Answer.COMES_IN if self._is_theirs() else Answer.NOT_FOUND

    def _permitted(self, permission: Permission) -> bool:
        return any(permission in ROLE_PERMISSIONS[role] for role in ROLES[self.visitor])

    def _is_theirs(self) -> bool:
        match self.door.owner:
            case Owner.NOBODY:
                return True
            case Owner.SETTING:
                return self.visitor in AT_ACORNS
            case Owner.CHILD:
                return self.visitor in SEES_SEYI


def membership_of(people: Cast, visitor: str) -> Membership:
    found: Membership = getattr(people, visitor)
    return found


def answered(status: int, location: str) -> Answer:
    """Reads a response as one of the four answers. Anything else is a broken page."""
    if status == 302 and location.startswith("/sign-in/login/"):
        return Answer.SIGN_IN
    if status == 403:
        return Answer.FORBIDDEN
    if status == 404:
        return Answer.NOT_FOUND
    if status == 405:
        return Answer.OTHER_METHOD
    if status in (200, 302, 400, 409, 422):
        return Answer.COMES_IN
    raise AssertionError(f"A page answered {status}.")
