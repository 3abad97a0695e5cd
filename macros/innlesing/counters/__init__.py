"""Count what a document holds by another way than the readers read it, so that what a reader passes by is seen.

May import: `tools`, `format`, `reading`, and of `readers` only what a line is. Start in `count.py`. The readers use
python-docx, openpyxl and pdfplumber; here the XML of the package is gone through, and PDFium reads the PDF.
"""
