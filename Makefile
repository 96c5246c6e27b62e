# Everything a fresh machine needs: `make run` and `make test`; `make check` is for developers.
PYTHON ?= python3
VENV := .venv
WHEEL_VENV := .venv-wheel
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)

# Two recipes a step: uv where it is there, plain pip otherwise.
ifdef UV
make-venv = $(UV) venv --quiet --allow-existing --python $(PYTHON) $(1)
install = $(UV) pip install --quiet --python $(1)/bin/python
else
make-venv = $(PYTHON) -m venv $(1)
install = $(1)/bin/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: run test check clean python

run: $(VENV)/.run
	@$(BIN)/wiredesk --sample

test: $(VENV)/.test
	$(BIN)/python -m pytest -q -n auto
	rm -rf dist $(WHEEL_VENV)
	$(BIN)/python -m build --wheel --outdir dist .
	$(call make-venv,$(WHEEL_VENV))
	$(call install,$(WHEEL_VENV)) "$$(ls dist/*.whl)[test]"
	$(WHEEL_VENV)/bin/python -P -m pytest -q -n auto -o pythonpath=

check: $(VENV)/.check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) $(WHEEL_VENV) dist build .pytest_cache .ruff_cache .hypothesis

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "wiredesk needs Python 3.11 or newer; say where it is: make PYTHON=python3.12 run" >&2; exit 1; }

# A stamp for each set of packages, made anew when the project's own list of them changes.
$(VENV)/.run: pyproject.toml | python
	@echo "setting up $(VENV): the first time this fetches packages and takes some minutes" >&2
	$(call make-venv,$(VENV))
	$(call install,$(VENV)) -e '.[careful]'
	@touch $@

$(VENV)/.test: pyproject.toml | python
	$(call make-venv,$(VENV))
	$(call install,$(VENV)) -e '.[test]'
	@touch $@

$(VENV)/.check: pyproject.toml | python
	$(call make-venv,$(VENV))
	$(call install,$(VENV)) -e '.[test,check]'
	@touch $@
