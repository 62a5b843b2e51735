#!/bin/sh
# The mutation score of the rules: each rule is broken in every small way, and its tests must notice.
# Runs in a copy of the rules and their tests alone, without Django. Fails below 95 %.
#
#   deploy/mutation.sh            run it and print killed/total and the percentage
#   deploy/mutation.sh --keep     also keep the copy, to look at survivors with `mutmut show NAME`
set -eu

least=95
home=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-$home/.venv/bin/python}
copy=$(mktemp -d)
[ "${1:-}" = "--keep" ] || trap 'rm -rf "$copy"' EXIT

mkdir -p "$copy/accounts" "$copy/children" "$copy/agencies" "$copy/plans" "$copy/reviews" "$copy/tests"
for room in accounts children agencies plans reviews; do
    cp "$home/$room/__init__.py" "$copy/$room/"
    cp -R "$home/$room"/rules* "$copy/$room/"
done
cp -R "$home/tests/rules" "$copy/tests/"
cp "$home/pyproject.toml" "$copy/"

cd "$copy"
"$python" -m mutmut run >mutmut.log 2>&1 || { tail -n 60 mutmut.log; exit 1; }
"$python" -m mutmut export-cicd-stats >/dev/null
"$python" -m mutmut results
[ "${1:-}" = "--keep" ] && echo "copy kept in $copy"

"$python" - "$least" <<'PYTHON'
import json
import sys
from pathlib import Path

least = float(sys.argv[1])
stats = json.loads(Path("mutants/mutmut-cicd-stats.json").read_text())
total = stats["total"] - stats["skipped"]
killed = stats["killed"] + stats["timeout"]
score = 100 * killed / total if total else 0.0
print(f"Mutation of the rules: {killed}/{total} killed, {score:.1f} % (at least {least:.0f} %)")
sys.exit(score < least)
PYTHON
