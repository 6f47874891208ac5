# `make run` and `make test` are all a newcomer needs; both make .venv first.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test coverage bench heavy oldest clients frames browser fuzz lint types lock docs clean help
.DEFAULT_GOAL := help

help:            ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/	/'

$(VENV)/ready: pyproject.toml requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "laceventlog needs Python 3.11 or newer; say which: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(VENV)/ready   ## check events/, say what is overdue, draw the timeline, write the calendar
	@PATH="$(abspath $(BIN)):$$PATH" sh examples/main_job.sh

test: $(VENV)/ready  ## run every test
	$(BIN)/python -m pytest -n auto $(ARGS)

coverage: $(VENV)/ready ## the same, counting the branches they reach: more than twice as slow
	$(BIN)/python -m pytest -n auto --cov --cov-branch --cov-report=term $(ARGS)

fuzz: $(VENV)/ready  ## look for new counterexamples to the laws, for a while
	HYPOTHESIS_PROFILE=explore $(BIN)/python -m pytest -n auto -q -k "test_any or test_every or law or round" $(ARGS)

bench: $(VENV)/ready ## measure everything beside its peers, and write benchmarks/RESULTS.md; takes an hour or more
	$(BIN)/python benchmarks/all.py $(ARGS)

heavy: $(VENV)/ready  ## run the tests that are too heavy for every day
	$(BIN)/python -m pytest -q -n auto -m slow tests $(ARGS)

oldest: $(VENV)/ready ## run the tests on the oldest allowed dependencies, in a .venv of their own
	$(PYTHON) -m venv $(VENV)-oldest
	$(VENV)-oldest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	$(VENV)-oldest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements-oldest.txt
	$(VENV)-oldest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(VENV)-oldest/bin/python -m pytest -q -n auto tests $(ARGS)

clients: build/clients/ready ## hand the calendar to real readers and clients, installed under build/clients
	build/clients/venv/bin/python -m pytest -q -n auto -m clients tests/clients $(ARGS)

build/clients/ready: requirements-dev.lock tests/clients/requirements.txt
	$(PYTHON) -m venv build/clients/venv
	build/clients/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	build/clients/venv/bin/python -m pip install --quiet --disable-pip-version-check -r tests/clients/requirements.txt
	build/clients/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	if command -v npm >/dev/null; then npm install --silent --no-fund --no-audit --prefix build/clients ical.js@2.2.1; else echo "no npm: ical.js is left out"; fi
	@touch $@

frames: build/frames/ready ## compare the tables in all engines with the model on 100,000 events, under build/frames
	build/frames/venv/bin/python -m pytest -q -m frames tests/frames $(ARGS)

build/frames/ready: requirements-dev.lock tests/frames/requirements.txt
	$(PYTHON) -m venv build/frames/venv
	build/frames/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	build/frames/venv/bin/python -m pip install --quiet --disable-pip-version-check -r tests/frames/requirements.txt
	build/frames/venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

browser: $(VENV)/ready build/browser/ready ## open the timeline in the system's Chromium; the tools for that stand under build/browser
	$(BIN)/python -m pytest -q -n auto -m browser tests/web $(ARGS)

build/browser/ready: Makefile
	mkdir -p build/browser
	if command -v npm >/dev/null; then npm install --silent --no-fund --no-audit --prefix build/browser playwright-core@1.65.1 axe-core@4.14.1; else echo "no npm: the tests in a browser are skipped"; fi
	@touch $@

lint: $(VENV)/ready  ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready ## mypy, strict, on src, tests, examples and tools
	$(BIN)/mypy

docs: $(VENV)/ready  ## regenerate docs/errors.md, the manual page, the JSON Schema and the snapshots
	LACEVENTLOG_UPDATE=1 $(BIN)/python -m pytest -q -p no:cacheprovider tests

lock:            ## choose the newest allowed versions anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-header -o requirements-dev.lock pyproject.toml

clean:           ## remove what the other targets made
	rm -rf $(VENV) build .coverage .pytest_cache .mypy_cache .ruff_cache
