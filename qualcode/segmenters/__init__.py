"""Texts and turns to spans."""
