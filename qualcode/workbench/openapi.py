"""Print the service's OpenAPI description: ``python -m qualcode.workbench.openapi``."""

import json
import sys

from qualcode.workbench.app import make_app


def description() -> str:
    """Return the description as JSON."""
    return json.dumps(make_app().openapi(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(description())
