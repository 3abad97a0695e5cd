"""Building: the built site, its files, the store and the preview."""
