"""From the folder `data/` to validated models, with the place of every value and the problems within one file.

May import: `tools`, `format`. Start in `load.py`: it reads files (`files.py`, `yaml_fast.py`; `yaml_reader.py` when
there is a surprise) and makes models of them (`validation.py`). A message about YAML is in `yaml_reader.py` or
`yaml_syntax.py`, one about a field in `validation.py`.
"""
