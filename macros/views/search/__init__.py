"""What the search finds: the words of texts, what there is to find, and the index that the browser reads.

Also which measures are worded alike (`similar.py`, `alike.py`). May import what `views` may, and `views`. Start in `documents.py`.
"""
