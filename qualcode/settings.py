"""Where a project is, its qualcode.toml, and who the user is."""
