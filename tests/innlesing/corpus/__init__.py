"""Small documents with known answers, made by code: what municipalities' plans look like, and where reading goes wrong.

`documents.py` has them by kind, `files.py` writes those that need more than rows and paragraphs, `measure.py` reads them all
and counts: `python -m tests.innlesing.corpus` prints the figures.
"""
