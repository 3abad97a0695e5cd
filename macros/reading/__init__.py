"""From the folder `data/` to validated models, with the place of every value and the problems within one file.

May import: `tools`, `format`. Start in `load.py`.
"""
