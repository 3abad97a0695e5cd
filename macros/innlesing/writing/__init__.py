"""Files for the data, written: a plan from a document, an empty plan, what a new kommune needs.

body.py, head.py   a plan from a document: the tree of tiltak, and what the plan is
new_plan.py        an empty plan with each field explained; new_kommune.py, the file of a kommune's aktører

May import: `innlesing.outline` and what it may. Start in `body.py`.
"""
