# make demo    the demo newsroom, from nothing, on port 8000
# make test    every test: SQLite, PostgreSQL, real browser, real processes
# make check   everything that reads the code without running it
# make fix     format, and mend what can be mended by itself
# make bench   every benchmark, with its results page
# make lock    the versions of all packages, anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
export UV_COMPILE_BYTECODE := 1

ifdef UV
  MAKE_VENV = $(UV) venv --quiet --python $(PYTHON) $(VENV)
  INSTALL = $(UV) pip install --quiet --python $(BIN)/python
else
  MAKE_VENV = $(PYTHON) -m venv $(VENV)
  INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: demo test check fix bench lock chromium

demo: $(VENV)/product
	$(BIN)/broadsheet demo

test: $(VENV)/development chromium
	$(BIN)/python -m pytest -n 2 -m "not browser and not processes"
	$(BIN)/python -m tests.postgres $(BIN)/python -m pytest -n 2 -m "not browser and not processes"
	$(BIN)/python -m pytest -m "browser or processes"

check: $(VENV)/development node_modules/.bin/tsc
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/architecture
	node_modules/.bin/tsc --project jsconfig.json
	$(BIN)/djlint --lint --quiet src
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml src

fix: $(VENV)/development
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/development
	$(BIN)/python benchmarks/all.py

# Without addresses of any package index.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-emit-index-url \
  --no-header --extra postgres pyproject.toml
lock: $(VENV)/product
	$(INSTALL) uv
	$(LOCK) -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o requirements-dev.lock

$(BIN)/python:
	$(MAKE_VENV)

$(VENV)/product: requirements.lock pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements.lock
	$(INSTALL) --no-deps -e .
	touch $@

$(VENV)/development: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(INSTALL) -r requirements-dev.lock
	$(INSTALL) --no-deps -e .
	touch $@

node_modules/.bin/tsc: package.json
	npm install --no-package-lock --no-fund --no-audit --loglevel=error
	touch $@

# The browser of the tests is Debian's; no build of a browser is downloaded.
chromium:
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
	else echo "No Chromium: browser tests will be left out. On Debian: apt install chromium"; fi
