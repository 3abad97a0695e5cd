"""What pages look like: their HTML, titles and lists, and the macros of hand-written pages; knows no generator.

May import: `statuses`, `changes`, `register` and the rooms below. Start in `contexts.py`: what each template in
`templates/` is called with. `render.py` fills them in. Which pages there are is said in `building/outputs.py`.
"""
