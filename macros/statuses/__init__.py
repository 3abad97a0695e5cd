"""How a status is reported: who may, the text of a rapport, the spreadsheet to and fro.

forms.py       what all ways have in common: ids, short names, a rapport as YAML
reporters.py   who may report, and for which kommuner
sheet_out.py   the spreadsheet to fill in; sheet_in.py reads it

May import: `register` and the rooms below it. Start in `forms.py`.
"""
