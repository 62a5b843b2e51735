"""The links by which professionals open a request (C7)."""

from accounts.actions.links import LinkKind
from agencies.models import ReportRequestLink
from agencies.policies import check_may_open_request

REQUEST_LINK = LinkKind("request_link", ReportRequestLink, check_may_open_request)
