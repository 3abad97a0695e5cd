"""The file format: its classes, what its words, deadlines and responsible actors mean, and its schemas.

May import: `tools`. Start in `model.py`, which says where each class is; the fixed words are in `vocabulary.py`,
and what a plan prints for each tiltak in `columns.py`: a new column is one entry there.
A deadline that is misread is in `frist.py`, a responsible aktør in `ansvar.py`.
"""
