# Everything a person needs. `make` alone says what there is.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$name; break; }; done)
BIN := .venv/bin
export CARTWRIGHT_ENV ?= development

.DEFAULT_GOAL := help
.PHONY: help up test check lint types test-sqlite test-postgresql test-browser test-faults programs audit sbom image deploy \
	outdated upgrade bench budget load assets format faults mutants clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z -]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

up: .venv/runs ## set up and run the shop on port 5566 until Ctrl-C
	@exec $(BIN)/python -m cli up

test: .venv/tests ## run every test this machine can run, on SQLite, RabbitMQ and Redis
	@CARTWRIGHT_ENV= $(BIN)/python tests/run.py

check: lint types test ## format, lint, types, floors and tests: what CI runs

lint: .venv/tests ## format, lint, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: .venv/tests ## strict types
	$(BIN)/mypy

test-sqlite test-postgresql test-browser test-faults: test-%: .venv/tests ## one part of the tests, as CI runs them beside each other
	@CARTWRIGHT_ENV= $(BIN)/python tests/run.py --part=$*

programs: ## the Debian packages that the tests want (as root)
	.ci/programs

audit: .tools/ready ## ask the advisory databases about every locked package; red also when nothing could be looked at
	@.tools/bin/python -m tools.audit

sbom: ## print what the shop is made of, as CycloneDX
	@$(PYTHON) -m tools.sbom

image: ## build the image for all roles (needs a container engine)
	docker build --tag cartwright:dev .

deploy: .venv/runs ## bring the tag TAG to Azure Container Apps, and back if it is not whole
	deploy/container-apps.sh

outdated: .venv/tests .tools/ready ## list what has newer versions: Python, NuGet, npm
	-$(BIN)/pip list --outdated --disable-pip-version-check
	-dotnet list aspire/Cartwright.slnx package --outdated
	-@for folder in assets tests/browser tests/fuzz; do echo "== $$folder"; (cd $$folder && npm outdated --package-lock-only); done; true

upgrade: ## write the newest versions into all locks (needs uv, Node and .NET), then audit and check
	tools/upgrade.sh
	$(MAKE) audit check

faults: .venv/tests ## prove the shop and run every fault test, on every stack
	@CARTWRIGHT_ENV= $(BIN)/python tests/faults/prove_on_stacks.py
	@for stack in sqlite rabbitmq redis; do \
		CARTWRIGHT_ENV= FAULTS=everywhere TEST_STACK=$$stack $(BIN)/python -m pytest tests/faults || exit 1; done

load: .tools/ready ## shoppers who browse, buy and poll at URL, with p50, p95, p99: make load URL=http://localhost:5566
	.tools/bin/python -m benchmarks.load $(URL)

mutants: .venv/tests ## change the code that carries the promise, and see whether a test fails (20 minutes)
	@CARTWRIGHT_ENV= $(BIN)/python -m tests.mutants

bench: .venv/tests ## measure, next to the hand-written limit; on each engine that is installed
	@CARTWRIGHT_ENV= $(BIN)/python -m benchmarks

budget: .venv/tests ## measure the first view of a page on a slow telephone (needs Chromium)
	@CARTWRIGHT_ENV= $(BIN)/python -m benchmarks first

assets: .venv/tests ## build styles and vendored scripts anew (needs node)
	$(BIN)/python assets/build.py

format: .venv/tests ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## delete the environment and the development shop
	rm -rf .venv .tools var

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Cartwright needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(PYTHON) -c 'import sys; v = "python%d.%d-venv" % sys.version_info[:2]; \
		print("%s lacks the module ensurepip. On Debian and Ubuntu: sudo apt install %s" % (sys.executable, v))'; exit 1; }
	@echo "Setting up with $(PYTHON)…"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/runs: requirements.lock pyproject.toml | .venv/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tests: requirements-dev.lock .venv/runs
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.tools/ready: tools/requirements.lock | .venv/bin/python
	@$(PYTHON) -m venv .tools
	@.tools/bin/pip install --quiet --disable-pip-version-check --require-hashes -r tools/requirements.lock
	@touch $@
