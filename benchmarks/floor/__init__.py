"""The floor: a bare script that makes the same pages. YAML, Jinja and files; no validation, no MkDocs, no search."""
