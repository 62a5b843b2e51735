"""Tells Django about this floor."""

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    name = "children"

    def ready(self) -> None:
        from accounts.actions.batches import register_batch
        from children.actions.key_people_several import KIND as CHOOSE_KEY_PERSON
        from children.actions.register.in_steps import KIND as ADD_REGISTER
        from children.actions.register.undoing_in_steps import KIND as UNDO_REGISTER

        register_batch(CHOOSE_KEY_PERSON)
        register_batch(ADD_REGISTER)
        register_batch(UNDO_REGISTER)
