"""The register: what follows from the data, and what is counted."""
