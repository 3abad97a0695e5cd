"""How a status is reported: who may, the text of a report, the spreadsheet to and fro.

May import: `register` and the rooms below it. Start in `melding.py`.
"""
