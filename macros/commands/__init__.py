"""The editors' commands, each a thin layer over what does the work: asks, calls, says how it went in Norwegian.

checking.py      sjekk, endringer; bringing_in.py: importer, ny-plan, ny-kommune, ny-aktor
reporting.py     statusark, importer-status; schemas.py: skjema; addresses.py: kildeadresser
developing.py    serve, bygg, test: what the Makefile does, for those without make
common.py        what they share: the folder of data, how a command refuses, how a file is written

May import: every room but `pages`. Start in `checking.py`. The docstrings of commands are what `--help` shows.
"""
