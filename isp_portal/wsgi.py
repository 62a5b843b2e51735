"""The WSGI entry point for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  loads every page

# What is loaded now stays. Python would otherwise search all of it for garbage again and again, a
# fifth of a second each time, while somebody waits for a page.
gc.collect()
gc.freeze()
