# Two words do all the set-up: `make run` checks the shipped claim base, `make test` runs all tests.
PYTHON ?= python3
BIN := .venv/bin
# Also where Python is told to write no bytecode; otherwise every start costs twice the time.
COMPILE = $(BIN)/python -m compileall -q src

.PHONY: run test browser lint types docs ci clean

run: .venv/run
	$(BIN)/claimcheck check --locked

test: .venv/dev browser
	$(BIN)/pytest -q -n 4

# The report is tested in a real browser: the system's, else Debian's package, else Playwright's.
browser: .venv/dev
	@command -v chromium || command -v chromium-browser || command -v google-chrome \
	|| (apt-get update -q && apt-get install -yq --no-install-recommends chromium) \
	|| $(BIN)/playwright install chromium

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

docs: .venv/dev
	$(BIN)/python -m claimcheck rule --all --format markdown > docs/rules.md.new
	printf '# Rules\n\nWritten by `make docs` from the rules themselves.\n\n' | cat - docs/rules.md.new > docs/rules.md
	rm docs/rules.md.new

ci: test lint types run

.venv/run: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e .
	$(COMPILE)
	touch $@

.venv/dev: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[all,dev]'
	$(COMPILE)
	touch $@ .venv/run

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
