"""Reading a document in. `read_in.py` has what the tests share, `lag_pdf.py` makes `plan.pdf`."""
