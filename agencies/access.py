"""The agency door: a link to one request, and inside it a code."""

from accounts.access import LinkDoor
from agencies.actions.request_link import REQUEST_LINK

DOOR = LinkDoor(REQUEST_LINK, "agencies:door")
at_request_link, by_request_link = DOOR.outside, DOOR.inside
