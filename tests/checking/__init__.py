"""Checking: the exact problems of bad data, and the printed cells."""
