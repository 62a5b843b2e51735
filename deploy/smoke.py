#!/usr/bin/env python3
"""Does `make run` serve? Starts it with a fresh database, opens the first page, stops it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
PATIENCE = 900  # seconds; a fresh machine installs its packages first


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for_page(process: subprocess.Popen[bytes], address: str) -> str:
    """What is wrong, or nothing once the first page comes."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            return f"make run ended with exit code {process.returncode}"
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
                page = answer.read().decode()
        except urllib.error.HTTPError as error:
            return f"the first page answered {error.code}"
        except OSError:
            time.sleep(0.2)
        else:
            return "" if "</html>" in page else "the first page is not a whole page"
    return f"nothing answered within {PATIENCE} seconds"


def main() -> int:
    port = free_port()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PORT": str(port), "ISP_VAR_DIR": folder}
        process = subprocess.Popen(["make", "run"], cwd=HOME, env=env, start_new_session=True)
        try:
            problem = wait_for_page(process, f"http://localhost:{port}/")
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)
    print(problem or f"make run: first page after {time.monotonic() - began:.1f} s")
    return 1 if problem else 0


if __name__ == "__main__":
    sys.exit(main())
