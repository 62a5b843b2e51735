#!/bin/sh
# `make run`: the portal in demo mode, with made-up children, on this machine only: one process that
# serves, and beside it the worker that sends mail, which deploy/gunicorn_demo.py starts and stops.
set -eu
cd "$(dirname "$0")/.."
deploy/prepare.sh run

port=${PORT:-8000}
export ISP_MODE=demo SITE_ADDRESS="http://localhost:$port"
python=.venv/bin/python

if ! $python -c "import socket; socket.create_server(('127.0.0.1', $port)).close()" 2>/dev/null; then
    echo "Port $port is taken. Choose another: PORT=$((port + 1)) make run" >&2
    exit 1
fi
mkdir -p "${ISP_VAR_DIR:-var}/static"
$python manage.py migrate --noinput --verbosity 0
$python manage.py createcachetable
$python manage.py seed_demo

# Threads, not processes: browsers hold connections open.
exec .venv/bin/gunicorn isp_portal.wsgi --config deploy/gunicorn_demo.py --bind "127.0.0.1:$port"
