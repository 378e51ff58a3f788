# Everything runs in .venv, made here; nothing else on the machine is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QUALCODE := $(BIN)/qualcode

.PHONY: help setup demo test check bench clean

help: ## show what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.user: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up qualcode in $(VENV) (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lab]'
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.user
	@echo "Setting up the tools for testing ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lab,dev]'
	@touch $@

setup: $(VENV)/.user ## make .venv with qualcode in it

demo: $(VENV)/.user ## run the main job on the example study; results in outputs/
	@true

test: $(VENV)/.dev ## run the tests
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.dev ## static checks: style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev ## measure speed, as ratios against named alternatives
	@$(BIN)/python -m pytest tests/benchmarks --benchmark-only

clean: ## remove what the demo and the set-up made
	@rm -rf $(VENV) .qualcode qualcode.db qualcode.db-* outputs/*
