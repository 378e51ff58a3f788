"""Proposed codings, each with its score and its evidence."""
