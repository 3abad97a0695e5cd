"""Which pages there are and what they look like; knows no generator.

May import: `statuses`, `changes`, `register` and the rooms below. Start in `pages.py`; the HTML is in `templates/`,
filled in by `render.py`.
"""
