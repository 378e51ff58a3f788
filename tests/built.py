"""What is built while qualcode is installed, and needed by a test."""

import os

import pytest

from qualcode.jupyter.widget.view import DIST


def require_widget() -> None:
    """Skip a test where the review widget was not built; in CI it must be."""
    if not (DIST / "widget.js").is_file():
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("the review widget is not built: pip install --editable .")
