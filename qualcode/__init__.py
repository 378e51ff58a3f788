"""qualcode: from interview transcripts to coded, reviewable, citable evidence."""

__version__ = "0.1.0"
