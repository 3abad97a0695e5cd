"""The words for plans, decisions and places: the sentences that pages, files and citations share.

May import what `views` may. Start in `plan_words.py`.
"""
