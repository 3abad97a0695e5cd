"""Tools that know nothing of plans: problems, the day, timing, processes, YAML out, what is kept between builds.

May import: no other room. Start in `problem.py`.
"""
