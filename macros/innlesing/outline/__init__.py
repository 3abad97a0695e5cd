"""From lines that are recognised to a plan: which are tiltak, what stands above them, and what has to be asked.

May import: `tools`, `format`, `reading`, `readers`, `recognising`. Start in `outline.py`; then, in the order of the flow: `rows.py`,
`lone.py` and `take_cards.py` take rows and cards, `numbering.py` places them, and `row_questions.py` and `questions.py` compare the result
with the candidates of `recognising`; `choosing.py` is how an editor answers.
"""
