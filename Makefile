# Everything runs in .venv, made here; nothing else on the machine is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QUALCODE := $(BIN)/qualcode

.PHONY: help setup demo lab test check bench clean

help: ## show what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# What the workbench's pages are made of: they are built while qualcode is installed.
PAGES := $(shell find qualcode/workbench/ui \( -name node_modules -o -name dist \) -prune -o -type f -print)

$(VENV)/.user: pyproject.toml $(PAGES)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up qualcode in $(VENV) (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lab]'
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.user
	@echo "Setting up the tools for testing ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[lab,dev]'
	@touch $@

setup: $(VENV)/.user ## make .venv with qualcode in it

CODED := W1-zul W2-herman W3-astuti W4-anda W5-lina W6-darmi O1-pelatihan D1-program

demo: export PATH := $(CURDIR)/$(BIN):$(PATH)
demo: export QUALCODE_CONFIG := .qualcode/demo.toml
demo: $(VENV)/.user ## run the main job on the example study; results in outputs/
	@mkdir -p .qualcode; for file in qualcode.db*; do test ! -e $$file || mv -f $$file .qualcode/before-demo.$$file; done
	qualcode init . --title "Pemberdayaan pelaku UMKM: contoh rekaan" --coder rani
	qualcode add transcripts/*.* --coder rani
	qualcode codebook check codebooks/empowerment.yaml
	qualcode codebook apply codebooks/empowerment.yaml --coder rani
	qualcode code --from transcripts/codings/rani.csv --coder rani
	qualcode code --from transcripts/codings/bayu.csv --coder bayu
	qualcode mark --read $(CODED) --coder rani
	qualcode mark --read $(CODED) --coder bayu
	qualcode mark --not-asked W1-zul payment --coder rani
	qualcode mark --not-asked W3-astuti licences --coder rani
	qualcode coders release rani --coder rani
	qualcode coders release bayu --coder bayu
	qualcode theme --from transcripts/codings/themes.csv --coder rani
	qualcode memo --case "Bu Darmi" --code awareness "Belum pernah diajak; merasa program bukan untuk orang seusianya." --coder rani
	qualcode mark --pinned W3-astuti.22 motivation --coder rani
	qualcode translate --from transcripts/codings/translations.csv --coder rani
	qualcode suggest --coder rani
	qualcode table --out outputs/coded.xlsx --by rani --coder rani
	qualcode table --out outputs/coded.docx --by rani --framework stage --lang id --coder rani
	qualcode table --out outputs/bilingual.docx --by rani --code awareness --words both --lang en --coder rani
	qualcode summary --out outputs/themes.docx --lang id --coder rani
	qualcode triangulation --out outputs/triangulation.docx --lang id --coder rani
	qualcode matrix --roll-up --out outputs/matrix.html --lang id --coder rani
	qualcode chart frameworks --out outputs/frameworks.svg --lang id --coder rani
	qualcode appendix --by rani --out outputs/appendix.docx --lang id --coder rani
	qualcode methods --out outputs/methods.docx --lang id --coder rani
	qualcode check --coder rani
	@echo "Open outputs/coded.xlsx, outputs/themes.docx, outputs/appendix.docx; go on with $(BIN)/qualcode review --coder rani"

# JupyterLab's own news and update checks would ask the network, and the reader first.
$(VENV)/share/jupyter/lab/settings/overrides.json: $(VENV)/.user
	@mkdir -p $(@D)
	@echo '{"@jupyterlab/apputils-extension:notification": {"checkForUpdates": false, "fetchNews": "false"}}' > $@

lab: $(VENV)/share/jupyter/lab/settings/overrides.json ## open the notebooks in JupyterLab
	@$(BIN)/jupyter lab notebooks

test: $(VENV)/.dev ## run the tests
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.dev ## static checks: style, types, layers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/.dev ## measure speed, as ratios against named alternatives
	@$(BIN)/python -m pytest -q -o addopts=--import-mode=importlib tests/benchmarks --benchmark-only

clean: ## remove what the demo and the set-up made
	@rm -rf $(VENV) .qualcode qualcode.db qualcode.db-* outputs/*
