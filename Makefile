# Everything a person needs. `make` alone says what there is.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
BIN := .venv/bin
export CARTWRIGHT_ENV ?= development

.DEFAULT_GOAL := help
.PHONY: help up test check bench assets format faults clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

up: .venv/runs ## set up and run the shop on port 5566 until Ctrl-C
	@exec $(BIN)/python -m cli up

test: .venv/tests ## run every test this machine can run, on SQLite, RabbitMQ and Redis
	@CARTWRIGHT_ENV= $(BIN)/python tests/run.py

check: .venv/tests ## format, lint, types, floors and tests: what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	@CARTWRIGHT_ENV= $(BIN)/python tests/run.py

faults: .venv/tests ## prove the shop and run every fault test, on every stack
	@CARTWRIGHT_ENV= $(BIN)/python tests/faults/prove_on_stacks.py
	@for stack in sqlite rabbitmq redis; do \
		CARTWRIGHT_ENV= FAULTS=everywhere TEST_STACK=$$stack $(BIN)/python -m pytest tests/faults || exit 1; done

bench: .venv/tests ## measure, next to the hand-written limit; on each engine that is installed
	@CARTWRIGHT_ENV= $(BIN)/python -m benchmarks

assets: .venv/tests ## build styles and vendored scripts anew (needs node)
	$(BIN)/python assets/build.py

format: .venv/tests ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## delete the environment and the development shop
	rm -rf .venv var

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Cartwright needs Python 3.11 or newer."; exit 1; }
	@echo "Setting up with $(PYTHON)…"
	@$(PYTHON) -m venv .venv

.venv/runs: requirements.lock pyproject.toml | .venv/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tests: requirements-dev.lock .venv/runs
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
