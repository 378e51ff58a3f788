"""Files to sources: one reader per format behind one registry."""
