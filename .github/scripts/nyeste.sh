#!/usr/bin/env bash
# Builds and runs the fast tests with the newest release of everything that pyproject.toml lets in, and with ProperDocs:
# `nyeste.sh FILE` writes into FILE what broke, and which versions are new; nothing when nothing did.
set -uo pipefail
fil=$1
mkdir -p "$(dirname "$fil")" ny
alt() {
  python -m pip install --quiet --require-hashes -r requirements-test.txt || return 1
  python -m uv pip compile --quiet --upgrade --generate-hashes --no-header --extra search --extra sheets --extra editors \
    --extra test --output-file ny/requirements.txt pyproject.toml || return 1
  python -m pip install --quiet --require-hashes -r ny/requirements.txt || return 1
  echo "Nye utgaver:"
  diff <(grep -oE '^[A-Za-z0-9._-]+==[^ ]+' requirements-test.txt) <(grep -oE '^[A-Za-z0-9._-]+==[^ ]+' ny/requirements.txt) | grep '^>'
  python -m macros sjekk || return 1
  python -m macros bygg || return 1
  python -m pytest -n auto -m "not slow" --deselect tests/house/test_locks.py || return 1
  echo properdocs > ny/properdocs.in
  python -m uv pip compile --quiet --generate-hashes --no-header --constraint ny/requirements.txt \
    --output-file ny/properdocs.txt ny/properdocs.in || return 1
  python -m venv --system-site-packages ny/properdocs && ny/properdocs/bin/python -m pip install --quiet --require-hashes -r ny/properdocs.txt || return 1
  python -m tests.building.reproducible ny/properdocs/bin/python || return 1
}
if alt > "$fil" 2>&1; then
  cat "$fil"
  rm "$fil"
else
  cat "$fil"
fi
