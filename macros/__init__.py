"""The whole flow, from `data/` to pages. Each folder is a room and may import only rooms above it in this list:

    tools/       problems, the day, timing, processes, YAML out, what is kept between builds: knows nothing of plans
    format/      the file format, and what its words, deadlines and responsible actors mean
    reading/     YAML to validated models, with the place of each value; problems within one file
    checking/    problems that need more than one file
    innlesing/   the other way: a plan in a document to a file in data/ (beside checking)
    register/    the loaded whole with what follows from it: what belongs together, addresses
    views/       what is shown of the register: tables, shares, time lines, filters; no HTML
    statuses/    how a status is reported: who may, the spreadsheet to and fro
    changes/     what a change of the data means in words; no address is lost (beside statuses)
    exports/     what others can use, one module for each format: register to bytes; knows no templates (beside statuses)
    pages/       what pages look like, with templates/; the macros of hand-written pages
    building/    which pages and files there are; MkDocs, search index, preview: nothing else knows the generator
    commands/    the editors' command line, `python -m macros`

Each room's `__init__.py` says where to start reading; HACKING.md follows one tiltak through all of them. `define_env` is where mkdocs-macros comes in.
"""

from __future__ import annotations

from .building.define_env import define_env
from .register.open_register import read_register

__all__ = ["define_env", "read_register"]
