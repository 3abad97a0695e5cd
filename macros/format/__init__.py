"""The file format: its classes, what its words, deadlines and responsible actors mean, and its schemas.

May import: `tools`. Start in `model.py`; a deadline that is misread is in `frist.py`.
"""
