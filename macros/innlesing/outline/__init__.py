"""From lines to a plan: which are tiltak, what stands above them, and what else in the document looks like tiltak.

May import: `tools`, `format`, `reading`, `readers`. Start in `outline.py`; then, in the order of the flow: `classify.py` says
what each line is (with `tables.py`: which columns hold, `cards.py`, `letters.py`), `shape.py` sees the whole, `rows.py`,
`lone.py` and `take_cards.py` take rows and cards, `numbering.py` places them, and `questions.py` compares the result with
`candidates.py`.
"""
