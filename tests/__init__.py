"""The tests stand where what they try stands: `tests/<room>/` for each room of `macros/`.

`house/` has what is about the whole: the rooms themselves, the committed data, the editors' guide, the site in a browser,
the workflows and their scripts, the locks. What several rooms share stands here: `conftest.py` (the day, the sample and its
site), `cases.py` with `cases/` (bad data and the problems of it), `made.py` and `built.py` (pages without and with a build),
`plandokumenter.py` (documents to read in), `eksempel/` (the sample), the fasit, and what is run by itself: `lag_*.py`,
`fram_i_tid.py`.
"""
