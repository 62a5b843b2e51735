# ISP Portal. `make run` to try it, `make test` to check it. Everything else is below.
# PORT=8080 make run    another port          PYTHON=/path/to/python3 make run    another Python

.DEFAULT_GOAL := help
.PHONY: help run test quick lint coverage mutation lock clean

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

run:  ## the portal with made-up children, at http://localhost:8000
	@deploy/run.sh

test:  ## everything: style, types, imports, both databases, the browser journeys
	@deploy/prepare.sh test
	@.venv/bin/python deploy/check.py all

quick:  ## the suite on SQLite only
	@deploy/prepare.sh test
	@.venv/bin/python deploy/check.py quick

lint:  ## style, types, imports, migrations, deployment settings
	@deploy/prepare.sh test
	@.venv/bin/python deploy/check.py lint

coverage:  ## which lines the suite runs, on SQLite
	@deploy/prepare.sh test
	@.venv/bin/python deploy/check.py coverage

mutation:  ## how many small errors in the rules the tests would notice
	@deploy/prepare.sh test
	@deploy/mutation.sh

lock:  ## new lock files after a change to the dependencies in pyproject.toml
	@deploy/lock.sh

clean:  ## remove what was built; the demo's data in var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis mutants .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
