"""Values and frames to Word, Excel, CSV, HTML and Markdown."""
