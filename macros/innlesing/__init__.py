"""From a plan in a document to a plan file, with an account of every character.

May import: `tools`, `format`, `reading`, and its own rooms: `readers` <- `recognising` <- `outline` <- `writing`, and `counters`, which
counts a document without its reader. Start in `run.py`, the whole line from file to text and report.

A document is somebody else's; so nothing here may be sure without reason. What is not understood is left out, said
and counted; a cell that is taken in is taken in as it stands. Where a document holds two things that may be its plan, the
editor is asked (`outline/questions.py`).
"""
