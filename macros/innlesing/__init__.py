"""From a plan in a document to a plan file, with an account of every character:

    document -> lines of cells -> recognised columns -> sorted lines -> outline -> YAML and report

    lines.py               a line of cells, and what a reader hands over
    text.py, word.py, ...  one small reader per format, none of which knows what a plan is
    source.py              which reader a file needs; what cannot be read, said in Norwegian
    columns.py             what a heading over a column means
    numbers.py             the numbers that plans print
    sorting.py             what each line is: headings of columns, a row, a goal, a point ...
    shape.py               what kind of plan it is: tables, numbers, points or paragraphs
    outline.py             which of them are tiltak, and what they stand under
    numbering.py           where each tiltak stands in the plan, and by which number
    doubts.py              what an editor must look at: unknown actors, deadlines, empty cells
    draft.py               the plan file's text
    account.py             characters in = characters out + characters left out
    report.py              all of it in plain Norwegian
    run.py                 the whole line, from file to text and report

A document is somebody else's; so nothing here may be sure without reason. What is not understood is left out, said and
counted; a cell that is taken in is taken in as it stands.
"""
