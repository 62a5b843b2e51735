"""Gunicorn for the demo: one process of threads that says where it is once it answers."""

import os
from typing import Any

worker_class = "gthread"
threads = 8
loglevel = "warning"
timeout = 60


def when_ready(server: Any) -> None:
    """Printed last, when the address works."""
    print(
        f"\nISP Portal: {os.environ['SITE_ADDRESS']}\n"
        "Sign in with one click on the first page. Everybody there is made up:\n"
        "  Kemi  key person     Sam  SENCO     Mo  childminder, who does everything alone\n"
        "Stop with Ctrl-C. The data stays in var/; delete that folder to begin again.\n",
        flush=True,
    )
