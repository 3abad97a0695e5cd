"""What others follow, find and show of the site: feeds, calendars, the catalogue, pictures, and what programs are told of pages.

From register to bytes; knows no templates. May import: `tools`, `format`, `reading`, `checking`, `register`, `views`.
Start in `issue.py`: what is issued; `inert.py` has how text is quoted in each format. `building/follow_outputs.py` says which files there are.
"""
