"""Proposed codings, each with its score and its evidence."""

from qualcode.suggest.method import SuggestionMethod, suggestion_id

__all__ = ["SuggestionMethod", "suggestion_id"]
