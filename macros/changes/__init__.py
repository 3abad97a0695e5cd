"""What a change of the data means, in words, and that no published address is lost.

May import: `register` and the rooms below it. Start in `matching.py`.
"""
