"""Gunicorn for the demo: one process of threads that says where it is once it answers.

The worker that sends mail and does other background work starts with it and stops with it.
"""

import os
import subprocess
import sys
from typing import Any

worker_class = "gthread"
threads = 8
loglevel = "warning"
timeout = 60
db_worker: "subprocess.Popen[bytes] | None" = None


def when_ready(server: Any) -> None:
    """Printed last, when the address works."""
    global db_worker
    db_worker = subprocess.Popen([sys.executable, "manage.py", "db_worker", "--verbosity=0"])
    print(
        f"\nISP Portal: {os.environ['SITE_ADDRESS']}\n"
        "Sign in with one click on the first page. Everybody there is made up:\n"
        "  Kemi  key person     Sam  SENCO     Mo  childminder, who does everything alone\n"
        "Mails are put into var/mail. Stop with Ctrl-C. The data stays in var/; delete that folder to begin again.\n",
        flush=True,
    )


def on_exit(server: Any) -> None:
    """Its worker finishes the mail in hand and ends too."""
    if db_worker is not None and db_worker.poll() is None:
        db_worker.terminate()
        db_worker.wait(timeout=30)
