"""How fast and how big the site is, beside two peers that make the same pages from the same data. See README.md."""
