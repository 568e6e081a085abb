# Two commands for a fresh machine with Python 3.11 or later:
#   make edition   sets up and builds the sample edition into output/
#   make test      sets up and runs the tests
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: edition test check conformance pictures benchmarks clean

edition: $(VENV)/installed
	$(BIN)/edition build examples/workers-vanguard-1144.txt

test: $(VENV)/installed check
	$(BIN)/pytest -n auto

# Types, style and form.
check: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What needs more than Python: browser, Nu checker, veraPDF's code, jing. See .ci/conformance-tools.
conformance: $(VENV)/installed
	bash .ci/conformance-tools
	$(BIN)/pytest tests/conformance

# What pages look like: all into output/pictures/, those of the README into docs/.
pictures: $(VENV)/installed
	bash .ci/conformance-tools
	$(BIN)/python -m tests.pictures

benchmarks: $(VENV)/installed
	$(BIN)/python -m benchmarks

$(VENV)/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

clean:
	rm -rf $(VENV) .tools .mypy_cache .pytest_cache .ruff_cache .hypothesis
