"""Reporting statuses: who may, the form, and the spreadsheet to and fro."""
