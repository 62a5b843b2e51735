"""Registers the documents room with Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "isp_portal.documents"
    label = "documents"
    verbose_name = "Issued papers"

    def ready(self) -> None:
        from accounts.actions.batches import register_batch
        from isp_portal.documents.actions.pack import KIND

        register_batch(KIND)
