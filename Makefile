# What one does with this project. `make` alone lists it.
# Without make (on Windows, say): README.md has the plain Python commands.

SEEDS ?=
PORT ?= 8050
WORKERS ?= 2
PIP := pip==26.3
VENV_PYTHON := .venv/bin/python

# The first Python that is 3.11 or later; looked for only when .venv has to be made.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$python; break; fi; done)

.PHONY: help install run serve test lint table gold benchmark pictures clean

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

install: .venv/installed  ## make .venv with all that requirements.txt names (done again only when that file changes)
	@:

.venv/installed: requirements.txt
	@if ! $(VENV_PYTHON) -m pip --version >/dev/null 2>&1; then \
		if [ -z "$(PYTHON)" ]; then echo "需要 Python 3.11 或更新的版本，没有找到。Python 3.11 or later is needed and was not found." >&2; exit 1; fi; \
		echo "正在建立 .venv 并安装依赖，约需一两分钟……"; \
		$(PYTHON) -m venv --clear .venv; \
	fi
	@$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check --upgrade $(PIP)
	@$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

run: install  ## serve the archive, seeds/ while it is empty, or a folder (make run SEEDS=folder PORT=9000)
	@$(VENV_PYTHON) -m dashboard $(if $(SEEDS),"$(SEEDS)") --port $(PORT)

serve: install  ## the same for many readers at once: WORKERS processes (make serve WORKERS=4)
	@$(VENV_PYTHON) -m dashboard $(if $(SEEDS),"$(SEEDS)") --port $(PORT) --workers $(WORKERS)

test: install  ## run all tests, in parallel; browser tests are skipped where there is no Chromium
	@$(VENV_PYTHON) -m pytest -n auto --dist worksteal

lint: install  ## check style, format and types
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m mypy

pictures: install  ## take a picture of every page of the dashboard at PORT, into the folder pictures/
	@$(VENV_PYTHON) -m tests.dashboard.pictures http://127.0.0.1:$(PORT) pictures

table: install  ## write the table of seeds/, or of the folder SEEDS, to observations.csv
	@$(VENV_PYTHON) -m indicators extract "$(or $(SEEDS),seeds)" -o observations.csv

gold: install  ## score the table against the gold tables; fails where a score is below its floor
	@$(VENV_PYTHON) -m tests.score --check

benchmark: install  ## measure how fast texts are read (make benchmark TEXTS=folder)
	@$(VENV_PYTHON) -m benchmarks.reading $(TEXTS)

clean:  ## remove all that the targets above have made, .venv too
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results observations.csv
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
