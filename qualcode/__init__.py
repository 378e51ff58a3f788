"""qualcode: from interview transcripts to coded, reviewable, citable evidence.

The public names are loaded when they are first used, so that importing the package costs nothing. In a
notebook they show themselves (see `qualcode.jupyter`).
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qualcode.actions.filters import Filters
    from qualcode.errors import QualcodeError
    from qualcode.project import Project

__version__ = "0.1.0"

_HOMES = {
    "Filters": "qualcode.actions.filters",
    "Project": "qualcode.project",
    "QualcodeError": "qualcode.errors",
}

__all__ = ["Filters", "Project", "QualcodeError", "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'qualcode' has no attribute {name!r}")
    if "IPython" in sys.modules:
        import_module("qualcode.jupyter").register()
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
