"""Prints the figures of the corpus, by kind."""

from __future__ import annotations

from .measure import table

if __name__ == "__main__":
    print(table())
