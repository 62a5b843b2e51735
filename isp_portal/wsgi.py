"""The WSGI entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from isp_portal.garbage import search_less

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  loads every page

search_less()
