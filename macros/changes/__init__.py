"""What a change of the data means, in words, and that no published address is lost.

matching.py         which thing of one state is which of the other
sentences.py        every difference as a sentence, with the words of phrases.py and markdown.py
lost_addresses.py   what is no longer answered, and the redirect that would
report.py           the whole report for a pull request

May import: `register` and the rooms below it. Start in `matching.py`.
"""
