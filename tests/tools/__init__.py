"""The tools: the day, and the writer of YAML."""
