"""Translations of the interface and of documents."""
