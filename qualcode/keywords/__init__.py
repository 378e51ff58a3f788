"""The keyword language: parser, index, matching."""
