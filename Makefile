# Every target has a sentence; `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help install demo test lint types unit eval bench format docs clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(STAMP) ## Make the virtual environment and install the project with its developer tools.

$(STAMP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(STAMP)

demo: $(STAMP) ## Read the invented negotiation of examples/ into a fresh ledger and print the brief.
	@rm -rf demo-out && mkdir -p demo-out
	$(BIN)/reportedly --ledger demo-out/demo.db --dossier examples/dossier.yaml add examples/reports
	$(BIN)/reportedly --ledger demo-out/demo.db --dossier examples/dossier.yaml brief --format html --output demo-out/brief.html
	$(BIN)/reportedly --ledger demo-out/demo.db --dossier examples/dossier.yaml brief
	@echo; echo "The same brief as a page: demo-out/brief.html; the ledger: demo-out/demo.db"

test: lint types unit eval ## Run everything that must pass: lint, types, tests, quality gate.

lint: $(STAMP) ## Check style, formatting and the generated pages.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m reportedly.cli.pages --check docs

types: $(STAMP) ## Check the types.
	$(BIN)/mypy

unit: $(STAMP) ## Run the tests.
	$(BIN)/pytest -n 2

eval: $(STAMP) ## Measure quality against the pinned floors; says so where the data is absent.
	$(BIN)/python evals/gate.py

bench: ## Measure speed beside spaCy's small pipeline, in an environment of its own: DATA=reports.jsonl.
	@test -n "$(DATA)" || { echo "expected a file of reports; found none; run make bench DATA=reports.jsonl"; exit 2; }
	$(PYTHON) -m venv build/bench
	build/bench/bin/python -m pip install --quiet --no-deps --require-hashes -r benchmarks/requirements.txt
	build/bench/bin/python -m pip install --quiet spacy -e .
	build/bench/bin/python benchmarks/attribution_speed.py --data "$(DATA)"

format: $(STAMP) ## Format the code and mend what lint can mend.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(STAMP) ## Write the generated pages of docs/, and the sessions of README and tutorial, anew.
	$(BIN)/python -m reportedly.cli.pages --write docs
	$(BIN)/python tests/examples/test_readme.py
	$(BIN)/python tests/examples/test_tutorial.py

clean: ## Remove what make has made.
	rm -rf .venv build/bench demo-out .mypy_cache .ruff_cache .pytest_cache
