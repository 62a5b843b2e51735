"""Tells Django about this floor."""

from django.apps import AppConfig
from django.core import checks


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts.actions import batches, outbox
        from accounts.actions.digest import DUE_DIGEST
        from accounts.actions.invitations import TEAM_INVITATION
        from accounts.actions.links import LINK_CODE
        from accounts.actions.second_step import SECOND_STEP_FORGOTTEN
        from accounts.checks import every_view_has_a_mark
        from accounts.tasks import look_at_batches, look_at_mail

        checks.register(every_view_has_a_mark, checks.Tags.urls)
        outbox.register_kind(DUE_DIGEST)
        outbox.register_kind(TEAM_INVITATION)
        outbox.register_kind(LINK_CODE)
        outbox.register_kind(SECOND_STEP_FORGOTTEN)
        outbox.on_mail_waiting(look_at_mail)
        batches.on_batch_waiting(look_at_batches)
