# The two commands: `make serve` shows the site, `make test` runs all tests. What they do stands in
# macros/commands/developing.py, so that it is the same without make.
# Both make what they need in .venv; PYTHON says which Python makes it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: serve eksempel test check endringer build lock clean

serve: $(VENV)/site
	$(BIN)/python -m macros serve

# The invented sample as a site.
eksempel: $(VENV)/site
	$(BIN)/python -m macros eksempel

test: $(VENV)/test
	$(BIN)/python -m macros test

# VALG: more options, such as --fra main.
check: $(VENV)/site
	$(BIN)/python -m macros sjekk $(VALG)

# What has changed in the data since FRA, in plain words.
FRA ?= main
endringer: $(VENV)/site
	@$(BIN)/python -m macros endringer --fra $(FRA)

build: $(VENV)/site
	$(BIN)/python -m macros bygg

# What the editors' commands need as well; requirements.txt alone is enough to publish.
$(VENV)/site: requirements-editors.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-editors.txt
	touch $@

$(VENV)/test: requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.txt
	touch $@ $(VENV)/site

# Pin anew after a change in pyproject.toml, for every system and Python that the project runs on: all first, then what
# fewer need, at the same versions. LAAS: what to pin, `--upgrade` unless said; `make lock LAAS=` changes as little as can be.
LAAS ?= --upgrade
PIN = $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header
lock: $(VENV)/test
	$(PIN) $(LAAS) --extra search --extra sheets --extra editors --extra test --output-file requirements-test.txt pyproject.toml
	$(PIN) --constraints requirements-test.txt --extra search --extra sheets --extra editors \
		--output-file requirements-editors.txt pyproject.toml
	$(PIN) --constraints requirements-test.txt --extra search --extra sheets --output-file requirements.txt pyproject.toml
	$(PIN) --constraints requirements-test.txt --extra audit --output-file requirements-audit.txt pyproject.toml

clean:
	rm -rf $(VENV) site
