"""Tells Django about this floor."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "agencies"

    def ready(self) -> None:
        from accounts.actions.links import register_link_kind
        from accounts.actions.outbox import register_kind
        from agencies.actions.letter import AGENCY_LETTER
        from agencies.actions.request_link import REQUEST_LINK, REQUEST_LINK_MAIL

        register_kind(AGENCY_LETTER)
        register_link_kind(REQUEST_LINK)
        register_kind(REQUEST_LINK_MAIL)
