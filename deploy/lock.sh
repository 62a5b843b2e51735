#!/bin/sh
# Writes both lock files from pyproject.toml: every version and hash, for every system, no addresses.
set -eu
cd "$(dirname "$0")/.."
deploy/prepare.sh run
.venv/bin/python -c 'import uv' 2>/dev/null || .venv/bin/python -m pip install --quiet uv

lock() {
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-annotate "$@"
}
lock pyproject.toml -o requirements.txt
lock --extra dev pyproject.toml -o requirements-dev.txt
git diff --stat -- requirements.txt requirements-dev.txt
