"""What the interactive commands share: a screen, single keys, and how passages are set for reading."""
