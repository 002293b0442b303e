# The one list of tasks. Everything runs in .venv, made from requirements.lock.

PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: help install run test test-browser check bench soak lock clean

help: ## list the tasks
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 16

install: .venv/installed ## install into .venv

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

run: install ## index documents/ and serve on http://127.0.0.1:8000
	$(BIN)/kuvend index
	$(BIN)/kuvend serve

test: install ## all fast tests
	$(BIN)/pytest

test-browser: install ## tests in headless Chromium; they skip where there is none
	$(BIN)/pytest -m browser

check: install ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install ## speed and size, as ratios in one run
	$(BIN)/kuvend bench

soak: install ## slow and heavy checks: kills, load
	$(BIN)/pytest -m soak

lock: ## resolve requirements.lock from pyproject.toml
	$(BIN)/pip install --quiet pip-tools==7.6.2
	$(BIN)/pip-compile --quiet --extra dev --strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	@# The CPU build's local label is no part of the version that a registry is asked for.
	sed -i 's/+cpu$$//' requirements.lock

clean: ## remove what can be made again, documents aside
	rm -rf .venv .kuvend .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
