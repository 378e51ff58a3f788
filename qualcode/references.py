"""Reference codes: the pattern that names a passage in a thesis."""
