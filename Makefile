# `make generate` and `make test` need nothing but Python 3.11 or newer, make and git.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
JOBS ?= auto

.DEFAULT_GOAL := help
.PHONY: help setup generate test check snapshots review demo bench soak fuzz release lock clean docs screenshots

help: ## Show what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV) || { echo "This Python has no venv; on Debian: apt install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(READY)

generate: setup ## Build every example project into build/
	@for project in fixtures/*/; do \
	  name=$$(basename $$project); \
	  [ $$name = problems ] || $(BIN)/dazzle build $$project --output build/$$name || exit 1; \
	done

test: setup browser ## Run all tests
	$(BIN)/pytest -n $(JOBS) --dist worksteal

.PHONY: browser
browser: setup # Playwright's own Chromium where the system has none; the tests say so if there is neither
	@command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null || $(BIN)/playwright install chromium || true

check: setup ## Check style, types and shape
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@$(MAKE) --no-print-directory precision
	$(BIN)/pytest -q tests/test_shape.py

.PHONY: precision
precision: setup ## Check types, and that nearly every expression has one
	$(BIN)/mypy --any-exprs-report build/precision
	$(BIN)/python -m tools.precision build/precision/any-exprs.txt

snapshots: setup ## Write the snapshots anew; read the diff
	$(BIN)/pytest -q tests/test_snapshots.py -k reviewed --snapshot-update --allow-snapshot-deletion || true
	git status --short tests/snapshots

review: setup ## Show what changes in the output since a commit (BASE=HEAD), each distinct hunk once
	@$(BIN)/python -m tools.review $(BASE) $(if $(ALL),--all)

docs: setup ## Write the pages that are made from schemas and tables
	$(BIN)/python -m tools.manifest_page
	$(BIN)/python -m tools.unbuilt_parts
	$(BIN)/python -m tools.wrong_lines

screenshots: setup browser ## Take pictures of every kind of page, into build/screenshots/
	$(BIN)/python -m tools.screenshots

.PHONY: catalogues
catalogues: setup ## Bring the translations up to date with what emitted apps say; needs GNU gettext
	$(BIN)/python -m tools.catalogues

demo: setup ## Build the demo and serve it on port 8000
	rm -rf micro-demo
	$(BIN)/dazzle demo
	cd micro-demo && ../$(BIN)/dazzle dev

bench: setup ## Measure speed and memory, into docs/performance.md
	$(BIN)/python bench/run.py

.PHONY: api-fuzz
api-fuzz: setup ## Ask an example's API all that its contract permits (EXAMPLE=support_tickets, COUNT=20)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz-api]'
	$(BIN)/python -m tools.fuzz_api $(or $(EXAMPLE),support_tickets) $(or $(COUNT),20)

.PHONY: bench-pages
bench-pages: setup ## Measure the speed of list pages, into docs/page-speed.md
	$(BIN)/python bench/list_pages.py
	$(BIN)/python bench/computed_lists.py

.PHONY: bench-scopes
bench-scopes: setup ## Measure lists with scopes alone, into docs/page-speed.md
	$(BIN)/python bench/scoped_lists.py

.PHONY: bench-computed
bench-computed: setup ## Measure lists with computed values alone, into docs/page-speed.md
	$(BIN)/python bench/computed_lists.py

.PHONY: bench-builds
bench-builds: setup ## Measure builds after edits beside a first one by COMMIT, into docs/build-speed.md (ROUNDS=5)
	ROUNDS=$(or $(ROUNDS),5) $(BIN)/python bench/builds.py $(or $(COMMIT),f943bf9)

.PHONY: bench-dev
bench-dev: setup browser ## Measure how soon a save is on an open page, into docs/dev-speed.md (SAVES=20)
	$(BIN)/python bench/dev.py

soak: setup ## Try many random projects, edits between builds, and odd requests
	RANDOM_EDITS=2000 $(BIN)/pytest -q tests/output/test_random_edits.py
	RANDOM_BUILDS=60 RANDOM_PARTS=60 $(BIN)/pytest -q -n $(JOBS) tests/output/test_last_build.py tests/output/test_partial_builds.py
	RANDOM_PROJECTS=300 $(BIN)/pytest -q tests/test_random_projects.py tests/test_random_larger.py
	ODD_REQUESTS=16 $(BIN)/pytest -q -n $(JOBS) tests/micro/test_walk.py
	$(BIN)/pytest -q -n $(JOBS) -m long

fuzz: setup ## Try broken, hostile and random input for long, into docs/robustness.md
	$(BIN)/python bench/robustness.py $(or $(SECONDS),600) $(or $(EXAMPLES),20000)

.PHONY: contention
contention: setup ## Let eight people change the same rows for a minute, on SQLite and PostgreSQL
	CONTENTION_SECONDS=$(or $(SECONDS),60) $(BIN)/pytest -q tests/micro/test_contention.py

.PHONY: expressions
expressions: setup ## Compare expressions in each dialect with an interpreter, into docs/expressions.md (COUNT=)
	$(BIN)/python bench/expressions.py $(or $(COUNT),10500)

.PHONY: rules
rules: setup ## Ask apps with random rules for everything, into docs/rules.md (COUNT= requests)
	$(BIN)/python bench/rules.py $(or $(COUNT),20000)

.PHONY: lives
lives: setup ## Live random lives of projects with rows and hand edits, into docs/lives.md (STEPS=, FOLDER= of one to go on with)
	$(BIN)/python bench/lives.py $(or $(STEPS),500) $(or $(FOLDER),build/lives)

.PHONY: mutants
mutants: setup ## Try whether tests notice changes of the code, into docs/mutants.md (COUNT= of each subject)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[mutants]'
	$(BIN)/python -m tools.mutants $(or $(COUNT),200)

.PHONY: mutants-of-rights
mutants-of-rights: setup ## Try whether tests notice changes of what decides upon rights in an app, into docs/mutants.md (COUNT= of each module)
	$(BIN)/python -m tools.emitted_mutants $(or $(COUNT),20)

.PHONY: contract
contract: setup ## Hold the examples' openapi.yaml to a linter and to generators of clients; needs Node.js (NAMES= of examples)
	$(BIN)/python -m tools.contract_checks $(NAMES)

.PHONY: matrix
matrix: setup ## Run the examples' own tests on each database and Django, into docs/compatibility.md
	$(BIN)/python bench/matrix.py

release: setup ## Test everything and build what would be uploaded
	@test -z "$$(git status --porcelain)" || { echo "There are changes that aren't committed."; exit 1; }
	$(MAKE) check test
	@test -z "$$(git status --porcelain)" || { echo "The tests changed files."; exit 1; }
	rm -rf dist $(VENV)-release
	$(BIN)/python -m build
	$(BIN)/twine check --strict dist/*
	$(PYTHON) -m venv $(VENV)-release
	$(VENV)-release/bin/pip install --quiet --disable-pip-version-check -c constraints.txt dist/*.whl
	rm -rf dist/demo && $(VENV)-release/bin/dazzle demo --into dist/demo
	$(BIN)/python dist/demo/manage.py check
	@echo "Ready to upload: $$(ls dist/*.whl dist/*.tar.gz)"

lock: ## Write constraints.txt anew from what pip finds today
	rm -rf $(VENV)-lock && $(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --disable-pip-version-check '.[dev,mutants]'
	{ echo "# The versions that development and tests use; written by \`make lock\`."; \
	  $(VENV)-lock/bin/pip freeze --exclude dazzle-micro; } > constraints.txt
	rm -rf $(VENV)-lock

clean: ## Remove what was built
	rm -rf build dist micro-demo $(VENV)-release $(VENV)-lock
