"""Tells Django about this room, and the floors below what rests on them: links, mails, restrictions."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "isp_portal.sharing"
    label = "sharing"

    def ready(self) -> None:
        from accounts.actions.links import register_link_kind
        from accounts.actions.outbox import register_kind
        from children.actions import on_contact_changed
        from isp_portal.sharing.actions.attaching import ATTACHED_MAIL
        from isp_portal.sharing.actions.opening import SHARE_LINK
        from isp_portal.sharing.actions.sharing import SHARE_MAIL, end_links

        register_link_kind(SHARE_LINK)
        register_kind(SHARE_MAIL)
        register_kind(ATTACHED_MAIL)
        on_contact_changed(end_links)
