"""Project: opens a study and delegates each method to an action."""
