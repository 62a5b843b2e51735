"""Registers the documents room with Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "isp_portal.documents"
    label = "documents"
    verbose_name = "Issued papers"
