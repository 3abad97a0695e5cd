"""Pages: fragments, lists, templates and macros, without a build."""
