"""What others can use of the register: tables, JSON, feeds and the rest under /data/. One module for each format.

From register to bytes; knows no templates. May import: `tools`, `format`, `reading`, `checking`, `register`, `views`.
Start in `published.py`: what is published, and where each value comes from. `building/outputs.py` says which files there are.
"""
