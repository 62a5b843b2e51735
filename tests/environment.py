"""Puts the process in test mode before Django reads its settings.

Loaded by `-p tests.environment` in pyproject.toml, so that a bare `pytest tests/plans` is as safe
as `make test`: whatever mode or files the shell points to, the tests use their own.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["ISP_MODE"] = "test"

if "ISP_TEST_VAR_DIR" not in os.environ:  # the first process; xdist's workers inherit it
    _folder = tempfile.mkdtemp(prefix="isp-portal-tests-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    os.environ["ISP_TEST_VAR_DIR"] = _folder

# Each of xdist's workers keeps files of its own, so that no test counts another's.
_mine = Path(os.environ["ISP_TEST_VAR_DIR"], os.environ.get("PYTEST_XDIST_WORKER", "alone"))
Path(_mine, "static").mkdir(parents=True, exist_ok=True)
os.environ["ISP_VAR_DIR"] = str(_mine)
