"""What differs per language, as data, and the analysis of words."""
