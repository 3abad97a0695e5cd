# The two commands: `make serve` shows the site, `make test` runs all tests.
# Both make what they need in .venv; PYTHON says which Python makes it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

.PHONY: serve test check endringer build lock browser clean

serve: $(VENV)/site
	$(BIN)/python -m mkdocs serve

test: $(VENV)/test browser
	$(BIN)/ruff check macros tests benchmarks
	$(BIN)/ruff format --check macros tests benchmarks
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -m tests.fram_i_tid

# VALG: more options, such as --fra main.
check: $(VENV)/site
	$(BIN)/python -m macros sjekk $(VALG)

# What has changed in the data since FRA, in plain words.
FRA ?= main
endringer: $(VENV)/site
	@$(BIN)/python -m macros endringer --fra $(FRA)

build: $(VENV)/site
	$(BIN)/python -m mkdocs build --strict

$(VENV)/site: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	touch $@

$(VENV)/test: requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	touch $@ $(VENV)/site

# The browser tests use the system's Chromium or Chrome; where there is none, Playwright's own is installed.
browser: $(VENV)/test
	@command -v chromium || command -v chromium-browser || command -v google-chrome \
		|| $(BIN)/python -m playwright install --with-deps chromium

# Pin anew after a change in pyproject.toml.
lock: $(VENV)/test
	$(BIN)/python -m piptools compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url \
		--no-emit-find-links --no-header --extra search --extra editors --output-file requirements.txt pyproject.toml
	$(BIN)/python -m piptools compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url \
		--no-emit-find-links --no-header --allow-unsafe --extra search --extra editors --extra test --output-file requirements-test.txt pyproject.toml

clean:
	rm -rf $(VENV) site
