# The commands of the work tree. Each works alone on a machine that has Python 3.11 or newer.
#
#   make build    build the example site into output/       make build OPTIONS="--base-url https://example.org/jobs/"
#   make serve    show it while you write                    make serve OPTIONS="--port 9000"
#   make test     all checks and all tests
#   make bench    measure it beside other generators         make bench OPTIONS="--postings 10000 --help"
#   make lint     the checks of the code alone
#   make docs     the documentation as a site, into .cache/docs/output/
#   make gallery  the pictures of docs/gallery.md, and the page
#   make screenshots    pictures of every kind of page, into screenshots/
#   make lighthouse     Lighthouse's scores of both themes' start, list and job page
#   make clean    remove what building and testing made; the virtual environment stays

PYTHON ?= python3
OPTIONS ?=
# What `make docs` says of where the documentation will be: --repository, --example.
ASSEMBLE ?=
# How many processes run tests: a number, or auto for one a core.
WORKERS ?= auto

BIN := .venv/bin
RUNTIME := .venv/installed-runtime
DEV := .venv/installed-dev
CHECKER := tests/node_modules/installed
PEERS := .bench/installed

.DELETE_ON_ERROR:
.PHONY: help build serve test bench lint docs screenshots gallery lighthouse clean test-tools

help:
	@sed -n 's/^#   //p' Makefile

build: $(RUNTIME)
	$(BIN)/site-builder build $(OPTIONS)

serve: $(RUNTIME)
	$(BIN)/site-builder serve $(OPTIONS)

test: lint test-tools $(CHECKER)
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(OPTIONS)

bench: $(DEV) $(PEERS)
	$(BIN)/python -m tests.benchmarks $(OPTIONS)

lint: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshots: $(DEV) test-tools
	$(BIN)/python -m tests.browser.screenshots $(OPTIONS)

gallery: $(DEV) test-tools $(CHECKER)
	$(BIN)/python -m tests.browser.gallery

docs: $(RUNTIME)
	$(BIN)/python docs/site/assemble.py .cache/docs $(ASSEMBLE)
	$(BIN)/site-builder build --site .cache/docs --strict $(OPTIONS)

lighthouse: $(DEV) test-tools $(CHECKER)
	$(BIN)/python -m tests.browser.lighthouse

# output/ and its .gitignore stay; so do .venv and tests/node_modules, which only cost time to make again.
clean:
	find output -mindepth 1 ! -path output/.gitignore -delete
	rm -rf screenshots .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

# ---- what the commands need ----

# Each file in .venv says what was installed when; a change of pyproject.toml installs anew.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "site-builder needs Python 3.11 or newer, and $(PYTHON) is not: make PYTHON=python3.13 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv

$(RUNTIME): pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(DEV): pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(RUNTIME) $@

# Chromium, Java and npm; asks the system's package manager only for what is missing.
test-tools:
	@sh tests/install-tools.sh

# The Nu HTML checker, axe-core, Lighthouse, what checks structured data, and the gallery's fonts. Where npm is missing, the tests that need them say so.
$(CHECKER): tests/package.json | test-tools
	@if command -v npm >/dev/null; then \
	  npm install --prefix tests --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@; \
	fi

# What `make bench` compares with. Where npm is missing, Eleventy is left out, and the report says so.
$(PEERS): tests/benchmarks/peers/python.txt tests/benchmarks/peers/npm.txt
	$(PYTHON) -m venv .bench/python
	.bench/python/bin/python -m pip install --quiet --requirement tests/benchmarks/peers/python.txt
	@if command -v npm >/dev/null; then \
	  npm install --prefix .bench --no-package-lock --no-audit --no-fund --loglevel=error $$(cat tests/benchmarks/peers/npm.txt); \
	fi
	@touch $@
