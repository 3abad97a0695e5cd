"""The editors' commands, each a thin layer over what does the work: asks, calls, says how it went in Norwegian.

common.py      what they share: the folder of data, how a command refuses, how a file is written
checking.py    sjekk, endringer
reporting.py   statusark, importer-status
schemas.py     skjema
bringing_in.py importer, ny-plan, ny-kommune
developing.py  serve, bygg, test: what the Makefile does, for those without make
"""
