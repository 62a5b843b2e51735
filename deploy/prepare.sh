#!/bin/sh
# Makes this machine ready: `prepare.sh run` for the portal, `prepare.sh test` for its tests too.
# Finds a Python, installs the system packages that are missing (as root, or with a sudo that asks
# nothing; otherwise names them in one message), makes .venv, installs the locked packages.
# A second run has nothing to do and takes well under a second.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
venv=.venv

say() { printf '%s\n' "$@" >&2; }
stop() { say "" "$@"; exit 1; }

find_python() {
    for candidate in ${PYTHON:-} python3 /usr/bin/python3 python3.11 python3.12 python3.13 python3.14; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

has_package() { dpkg -s "$1" 2>/dev/null | grep -q '^Status: install ok installed'; }

# On Ubuntu `chromium-browser` can be a stub that only names a snap: ask each browser for its version.
has_browser() {
    for browser in chromium chromium-browser google-chrome google-chrome-stable; do
        if "$browser" --version 2>/dev/null </dev/null | grep -q '[0-9]'; then return 0; fi
    done
    return 1
}

has_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

missing_on_debian() {
    has_working_venv || "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; do
        has_package "$package" || echo "$package"
    done
    [ "$purpose" = test ] || return 0
    has_browser || echo chromium
    command -v pdftotext >/dev/null || echo poppler-utils
    command -v qpdf >/dev/null || echo qpdf
    has_postgres || echo postgresql
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
    command -v java >/dev/null || echo default-jre-headless
}

# Other systems have other package names: check for what is needed and name it.
missing_elsewhere() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo "Python's venv module;"
    [ "$purpose" = test ] || return 0
    has_browser || echo "Chromium or Chrome;"
    command -v pdftotext >/dev/null || echo "poppler;"
    command -v qpdf >/dev/null || echo "qpdf;"
    has_postgres || echo "PostgreSQL's server programs;"
    command -v npm >/dev/null || echo "Node.js with npm;"
    command -v java >/dev/null || echo "a Java runtime;"
}

install_system_packages() {
    if ! command -v dpkg >/dev/null; then
        missing=$(missing_elsewhere | tr '\n' ' ')
        [ -z "$missing" ] || stop "Install this first, then run make again: $missing" \
            "(The papers also need Pango and HarfBuzz.)"
        return 0
    fi
    missing=$(missing_on_debian | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        stop "System packages are missing. Install them, then run make again:" \
            "  sudo apt-get install $missing"
    fi
    say "Installing system packages: $missing"
    log=$(mktemp)
    if $as_root apt-get update -q </dev/null >"$log" 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -q -y --no-install-recommends $missing </dev/null >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 20 "$log" >&2
        stop "apt-get could not install: $missing" "The full log is $log."
    fi
    if [ "$purpose" = test ] && ! has_browser; then
        stop "No browser that runs was found (Ubuntu's chromium package is a snap)." \
            "Install Google Chrome, or run: sudo snap install chromium"
    fi
}

has_working_venv() {
    $venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# The stamp holds the hash of every lock file that is installed.
install_locked_packages() {
    lock=requirements.txt
    [ "$purpose" = run ] || lock=requirements-dev.txt
    hash=$(sha256sum $lock | cut -d' ' -f1)
    if has_working_venv && grep -q "$hash" $venv/installed 2>/dev/null; then return 0; fi
    if ! has_working_venv; then
        say "Making .venv with $("$python" --version)"
        "$python" -m venv --clear $venv
    fi
    say "Installing the packages of $lock"
    # The lock names every package, so nothing is to be resolved: with dependencies, pip meets
    # `coverage[toml]` before its pin, takes the newest release and refuses it for want of a hash.
    $venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --require-hashes --no-deps -r $lock </dev/null && $venv/bin/python -m pip check --quiet </dev/null ||
        stop "The packages of $lock could not be installed: see the message above."
    # The test lock holds every package of the portal's own lock, at the same versions.
    [ "$purpose" = run ] || sha256sum requirements.txt | cut -d' ' -f1 >>$venv/installed
    echo "$hash" >>$venv/installed
}

# html-validate and the Nu checker, for the tests alone. Their own scripts are not run.
install_page_checkers() {
    [ "$purpose" = test ] || return 0
    pages=deploy/pages
    hash=$(sha256sum $pages/package-lock.json | cut -d' ' -f1)
    if grep -q "$hash" $pages/node_modules/installed 2>/dev/null; then return 0; fi
    say "Installing the page checkers of $pages/package-lock.json"
    npm ci --prefix $pages --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2 ||
        stop "The page checkers could not be installed: see the message above."
    echo "$hash" >$pages/node_modules/installed
}

python=$(find_python)
[ -n "$python" ] || stop "Python 3.11 or newer was not found. Install it, or name it: PYTHON=/path/to/python3 make $purpose"
install_system_packages
install_locked_packages
install_page_checkers
